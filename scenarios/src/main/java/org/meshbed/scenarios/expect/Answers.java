package org.meshbed.scenarios.expect;

import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Exchange.Replied;

/** What people are told and what servers answer. */
public final class Answers {
    private Answers() {}

    /** It was done. */
    public static Expectation<Told<?>> done(String who) {
        return told -> Expectation.unless(
                told instanceof Told.Done, who + " should have been told that it is done, but " + words(told));
    }

    /** It was not done, and the person knows. */
    public static Expectation<Told<?>> refused(String who) {
        return told ->
                Expectation.unless(told instanceof Told.Refused, who + " should have been refused, but " + words(told));
    }

    /** It may have been done. */
    public static Expectation<Told<?>> unclear(String who) {
        return told -> Expectation.unless(
                told instanceof Told.Unclear, who + " should have been told that it is unclear, but " + words(told));
    }

    /** The words name something, case ignored. */
    public static Expectation<Told<?>> about(String who, String something) {
        return told -> Expectation.unless(
                told.words().toLowerCase(java.util.Locale.ROOT).contains(something.toLowerCase(java.util.Locale.ROOT)),
                who + " should have been told about '" + something + "', but was told: " + told.words());
    }

    private static String words(Told<?> told) {
        return switch (told) {
            case Told.Done<?>(var _, var words) -> "it was done (" + words + ")";
            case Told.Refused<?>(var words) -> "it was refused (" + words + ")";
            case Told.Unclear<?>(var words) -> "it was left unclear (" + words + ")";
            case Told.Unsupported<?>(var words) -> "it cannot be done there (" + words + ")";
        };
    }

    /** A server took a message. */
    public static Expectation<Exchange> taken(String server) {
        return exchange -> Expectation.unless(
                exchange instanceof Replied(var reply) && reply.successful(),
                server + " should have taken the message, but " + exchange.words());
    }

    /** A server did not say that it took a message; whether it said anything is its own business. */
    public static Expectation<Exchange> notTaken(String server) {
        return exchange -> Expectation.unless(
                !(exchange instanceof Replied(var reply)) || reply.status() >= 400,
                server + " should not have taken the message, but " + exchange.words());
    }

    /** A server answered that it does not take a message; the words of the answer are its own. */
    public static Expectation<Exchange> refusedBy(String server) {
        return exchange -> Expectation.unless(
                exchange instanceof Replied(var reply) && reply.status() >= 400 && reply.status() != 500,
                server + " should have refused the message, but " + exchange.words());
    }

    /** A server refused a message with this status. */
    public static Expectation<Exchange> refusedBy(String server, int status) {
        return exchange -> Expectation.unless(
                exchange instanceof Replied(var reply) && reply.status() == status,
                server + " should have refused the message with " + status + ", but " + exchange.words());
    }
}
