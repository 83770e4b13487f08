/** A mesh of nodes in this process behind real HTTPS ports, on a clock that can be stepped while the mesh is idle. */
package org.meshbed.simulator.world.loopback;
