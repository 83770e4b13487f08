/** Every exchange and every decision of a mesh, in order: read by tests, oracle, invariants and reports. */
package org.meshbed.simulator.journal;
