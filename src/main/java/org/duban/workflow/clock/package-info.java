/**
 * The engine's time, which is ours, and the tick at which what is due is done, on one node at a
 * time.
 */
package org.duban.workflow.clock;
