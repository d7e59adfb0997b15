package org.duban.directory;

/** Whoever issues the programmes; its code is the tenant id of everything stored for it. */
public record Publisher(String code, String name) {}
