/**
 * The list of milestones and what is asked of it: filters, rows, history, who may see which. Every
 * page and sheet takes its rows from here.
 */
package org.duban.oversight.milestone;
