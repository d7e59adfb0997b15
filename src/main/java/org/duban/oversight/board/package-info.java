/**
 * The board's figures, for the page and for Cockpit: lights, months, days held, terms of their own.
 * It counts what the room of milestones lists.
 */
package org.duban.oversight.board;
