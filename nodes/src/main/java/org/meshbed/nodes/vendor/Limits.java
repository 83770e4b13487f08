package org.meshbed.nodes.vendor;

import java.time.Duration;

/**
 * How much a node takes.
 *
 * @param messageBytes body of an OCM message
 * @param headerBytes all header lines of a request
 * @param nameCharacters name of a resource
 * @param requestTime from the head of a request to the end of its body
 * @param pendingShares shares that wait for one party's answer
 */
public record Limits(int messageBytes, int headerBytes, int nameCharacters, Duration requestTime, int pendingShares) {
    public static final Limits USUAL = new Limits(1 << 20, 16 << 10, 255, Duration.ofSeconds(30), 1000);
}
