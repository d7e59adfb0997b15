/**
 * Who takes whose seat, and when a change of the list or of the organisation may say so. Rules
 * only; the seats are moved by others.
 */
package org.duban.programme.handover;
