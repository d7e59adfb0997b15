/**
 * Every way into the engine over HTTP, and what is answered where it fails. Denied unless said
 * otherwise.
 */
package org.duban.workflow.door;
