package org.meshbed.nodes.port;

import java.time.Duration;
import java.time.Instant;

/** The node's clock. */
public interface Time {
    Instant now();

    /** Blocks the calling task for that long on this clock. */
    void pause(Duration duration);
}
