/** Messages as they are on the wire: raw requests and replies, JSON looked at lazily; no behaviour beyond shape. */
package org.meshbed.nodes.protocol;
