/** Shares: the sending side creates and announces them, the receiving side decides and keeps them. */
package org.meshbed.nodes.share;
