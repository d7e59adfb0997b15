/**
 * What published Chinese says of dates, units, duties and numbers, phrase by phrase. A phrase that
 * says nothing stays a doubt; nothing is guessed, and no list is known here.
 */
package org.duban.notice.language;
