/** Signatures and TLS by native code where this machine has it, and by the JDK where not; the bytes are the same. */
package org.meshbed.nodes.crypto;
