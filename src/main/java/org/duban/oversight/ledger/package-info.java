/** The ledger as a workbook, written row by row. */
package org.duban.oversight.ledger;
