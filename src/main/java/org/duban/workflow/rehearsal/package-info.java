/**
 * A year of a list played through on a throw-away database. Nothing of it reaches an installation.
 */
package org.duban.workflow.rehearsal;
