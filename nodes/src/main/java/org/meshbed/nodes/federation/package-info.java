/** Servers whose operators trust each other: the secret they agree upon, and the people they tell each other of. */
package org.meshbed.nodes.federation;
