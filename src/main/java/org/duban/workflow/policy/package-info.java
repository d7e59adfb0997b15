/**
 * Decision tables: uploaded, checked, versioned and asked. A table that would leave a case without
 * an answer is refused.
 */
package org.duban.workflow.policy;
