package org.meshbed.simulator.calibration.trace;

import org.meshbed.nodes.protocol.Headers;

/** A response as the recorder saw it. */
public record RecordedResponse(int status, Headers headers, RecordedBody body) {}
