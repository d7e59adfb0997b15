/**
 * From lines to items: numbered parts, tables, headings, and what belongs to which item. Units and
 * days inside an item are read by the rooms of language and quantity.
 */
package org.duban.notice.outline;
