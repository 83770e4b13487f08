/** Builds and runs a mesh of nodes: the vocabulary of tests and scenarios. */
package org.meshbed.simulator.mesh;
