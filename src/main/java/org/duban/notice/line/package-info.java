/**
 * Lines as a person counts them, and parts of lines that know where they stand. Nothing here knows
 * what a line means.
 */
package org.duban.notice.line;
