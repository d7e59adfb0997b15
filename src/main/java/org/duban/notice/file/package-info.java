/**
 * From bytes to lines: Word, Excel, PDF, saved pages and plain text, each with its limits. What a
 * line says is not read here, and no file is trusted.
 */
package org.duban.notice.file;
