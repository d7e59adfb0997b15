/** Requests for more time, from asking to decision. Nothing is decided while time stands still. */
package org.duban.programme.extension;
