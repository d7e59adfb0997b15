package org.duban.workflow.people;

import org.duban.directory.Directory;

/** The engine's groups, by which tasks are offered. */
public final class Groups {

  public static final String OFFICE = Directory.SUPERVISING_OFFICE;
  public static final String LEADER = Directory.LEADER;
  static final String SYSTEM_ADMIN = "system-admin";

  private static final String DEPARTMENT = "department-";
  private static final String HEAD = "head-";

  private Groups() {}

  public static String headOf(String holder) {
    return HEAD + holder;
  }

  /** The code of the department, or the supervising office, whose heads the group holds. */
  public static String holderOf(String headGroup) {
    return headGroup.substring(HEAD.length());
  }

  public static String department(String code) {
    return DEPARTMENT + code;
  }

  public static boolean ofDepartment(String group) {
    return group.startsWith(DEPARTMENT);
  }

  public static boolean ofHeads(String group) {
    return group.startsWith(HEAD);
  }

  public static String codeOf(String departmentGroup) {
    return departmentGroup.substring(DEPARTMENT.length());
  }
}
