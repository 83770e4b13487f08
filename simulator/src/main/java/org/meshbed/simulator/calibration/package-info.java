/** Holds a profile against recordings of the real server it stands for. */
package org.meshbed.simulator.calibration;
