/**
 * From a sentence to commitments: metric, comparison, target, unit. A number that promises nothing
 * is left alone.
 */
package org.duban.notice.quantity;
