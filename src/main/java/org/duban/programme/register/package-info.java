/**
 * The tables of programmes, projects and milestones, and how a project gets into them and is sent
 * out. No other room writes to them.
 */
package org.duban.programme.register;
