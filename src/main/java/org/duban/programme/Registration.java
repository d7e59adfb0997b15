package org.duban.programme;

/**
 * What registering gave.
 *
 * @param created false when this very list was registered before, and is given back
 */
public record Registration(Programme programme, boolean created) {}
