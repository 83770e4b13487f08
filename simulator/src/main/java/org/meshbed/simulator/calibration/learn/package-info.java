/** Proposes the quirks that would explain the differences between a recording and a profile. */
package org.meshbed.simulator.calibration.learn;
