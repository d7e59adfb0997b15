package org.duban.workflow;

import org.duban.directory.Directory;

/** The engine's groups, by which tasks are offered. */
final class Groups {

  static final String OFFICE = Directory.SUPERVISING_OFFICE;
  static final String LEADER = Directory.LEADER;
  static final String SYSTEM_ADMIN = "system-admin";

  private static final String DEPARTMENT = "department-";
  private static final String HEAD = "head-";

  private Groups() {}

  static String headOf(String holder) {
    return HEAD + holder;
  }

  /** The code of the department, or the supervising office, whose heads the group holds. */
  static String holderOf(String headGroup) {
    return headGroup.substring(HEAD.length());
  }

  static String department(String code) {
    return DEPARTMENT + code;
  }

  static boolean ofDepartment(String group) {
    return group.startsWith(DEPARTMENT);
  }

  static boolean ofHeads(String group) {
    return group.startsWith(HEAD);
  }

  static String codeOf(String departmentGroup) {
    return departmentGroup.substring(DEPARTMENT.length());
  }
}
