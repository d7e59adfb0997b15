/**
 * What the supervising office does with what runs: withdraw, reopen, reassign, hold. Each act has a
 * reason and is refused whole or done whole.
 */
package org.duban.programme.act;
