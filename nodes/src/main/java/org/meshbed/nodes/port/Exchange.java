package org.meshbed.nodes.port;

import org.meshbed.nodes.protocol.WireReply;

/**
 * How one request ended for its caller. What <em>did not</em> happen (refused, TLS failed, reset or timed out before
 * sending) is told apart from what <em>may have</em> happened.
 */
public sealed interface Exchange {
    /** A reply came, whatever its status. */
    record Replied(WireReply reply) implements Exchange {}

    /** Nobody listens there, or the name is unknown. */
    record Refused(String why) implements Exchange {}

    /** The certificate is not trusted, not valid now, or for another name. */
    record TlsFailed(String why) implements Exchange {}

    /** The connection broke; {@code afterSending}: the request may have had its effect. */
    record Reset(boolean afterSending, String why) implements Exchange {}

    /**
     * Nothing came in time; {@code afterSending}: the request may have had its effect. On a cut link nothing comes before
     * sending.
     */
    record TimedOut(boolean afterSending, String why) implements Exchange {}

    /** One line for people: what happened, and whether it did not or may have had its effect. */
    default String words() {
        return switch (this) {
            case Replied(var reply) -> "answered " + reply.status();
            case Refused(var why) -> "could not be reached (" + why + ")";
            case TlsFailed(var why) -> "could not be trusted (" + why + ")";
            case Reset(var after, var why) -> "broke the connection (" + why + ")" + effect(after);
            case TimedOut(var after, var why) -> "did not answer in time (" + why + ")" + effect(after);
        };
    }

    private static String effect(boolean afterSending) {
        return afterSending ? "; it may have happened" : "; it did not happen";
    }
}
