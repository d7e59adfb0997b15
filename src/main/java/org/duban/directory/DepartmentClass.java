package org.duban.directory;

/** What sort of unit can hold something up, where an office's rules tell them apart. */
public enum DepartmentClass {
  DEPARTMENT,
  STREET,
  COMPANY,
  OFFICE,
  LEADER
}
