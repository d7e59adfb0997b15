/**
 * What a list says of a project: its milestones, seats and name, beside what is so now. Nothing is
 * changed here.
 */
package org.duban.programme.listing;
