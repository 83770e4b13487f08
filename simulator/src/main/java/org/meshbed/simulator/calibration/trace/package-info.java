/** Recordings of real servers, read strictly: flows of exchanges and notes, one JSON object a line. */
package org.meshbed.simulator.calibration.trace;
