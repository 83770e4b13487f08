package org.meshbed.simulator.calibration.learn;

import org.meshbed.simulator.calibration.binding.Bindings;
import org.meshbed.simulator.calibration.trace.Flow;

/** One file of a recording, and what it does not say by itself. */
public record Recorded(Flow flow, Bindings bindings) {}
