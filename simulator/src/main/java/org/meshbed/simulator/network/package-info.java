/** The links between nodes: delay, loss, cuts. */
package org.meshbed.simulator.network;
