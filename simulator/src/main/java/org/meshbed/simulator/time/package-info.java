/** Virtual time: one task runs at a moment, and the turn passes by time and seeded order. */
package org.meshbed.simulator.time;
