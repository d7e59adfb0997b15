/**
 * The draft as a person corrected it, checked again like one that was read. It reads no file and
 * writes none.
 */
package org.duban.notice.correction;
