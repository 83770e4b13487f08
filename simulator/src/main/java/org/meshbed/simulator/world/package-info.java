/** Where a mesh runs: in virtual time, or on loopback sockets. */
package org.meshbed.simulator.world;
