/** Compares what a simulated node did with what a real server did; values that servers make up are matched by role. */
package org.meshbed.simulator.calibration.compare;
