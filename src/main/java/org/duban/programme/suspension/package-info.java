/** Time that stands still, and the new day when it goes on. */
package org.duban.programme.suspension;
