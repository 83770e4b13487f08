/** How far a profile agrees with recordings, for people and for programs. */
package org.meshbed.scenarios.calibration;
