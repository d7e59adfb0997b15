/**
 * From a draft to a programme: what is kept, corrected, doubted and registered, and what was
 * registered before. Nothing runs before it is dispatched.
 */
package org.duban.programme.registration;
