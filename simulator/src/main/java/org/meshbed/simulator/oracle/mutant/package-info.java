/** Peers that break one rule each: a node whose messages are changed on their way, and the flows that show it. */
package org.meshbed.simulator.oracle.mutant;
