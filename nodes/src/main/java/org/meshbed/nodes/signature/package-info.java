/** Signed requests: makes and verifies signatures of draft-cavage and RFC 9421, and keeps the node's own keys. */
package org.meshbed.nodes.signature;
