/** What must hold in a mesh after every event and at the end. */
package org.meshbed.simulator.invariant;
