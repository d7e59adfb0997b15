/**
 * Accounts, groups and rights in the engine, kept in step with the directory. Nobody has a right
 * that isn't given here.
 */
package org.duban.workflow.people;
