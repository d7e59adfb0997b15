/**
 * What one person may not do on both sides, and which signatures still stand. Rules that every act
 * asks.
 */
package org.duban.programme.duty;
