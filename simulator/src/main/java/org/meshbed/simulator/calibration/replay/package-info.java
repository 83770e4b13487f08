/** Plays recorded requests at a simulated node, answers its calls as recorded, and notes what differs. */
package org.meshbed.simulator.calibration.replay;
