package org.duban.security;

/** The groups the rules speak of; a group of the engine's identities is a role here. */
final class Roles {

  static final String SUPERVISING_OFFICE = "supervising-office";
  static final String LEADER = "leader";
  static final String SYSTEM_ADMIN = "system-admin";
  static final String SECURITY_ADMIN = "security-admin";
  static final String AUDITOR = "auditor";
  static final String DEPARTMENT_PREFIX = "department-";
  static final String HEAD_PREFIX = "head-";

  private Roles() {}

  static boolean isDepartment(String group) {
    return group.length() > DEPARTMENT_PREFIX.length() && group.startsWith(DEPARTMENT_PREFIX);
  }

  static boolean isHead(String group) {
    return group.length() > HEAD_PREFIX.length() && group.startsWith(HEAD_PREFIX);
  }
}
