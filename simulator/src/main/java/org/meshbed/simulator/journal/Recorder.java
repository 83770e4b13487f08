package org.meshbed.simulator.journal;

import java.time.Duration;
import java.util.List;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.WireRequest;

/** Takes what happens in a mesh, in the order in which it happens. The journal implements it; worlds write to it. */
public interface Recorder {
    /**
     * An exchange begins.
     *
     * @param from name of the calling node, or {@code foreign:<address>} for a caller that is none of ours
     * @param to name of the called node, or its authority where it is none of ours
     * @return the number of the exchange, counted from 1 within the journal
     */
    long exchangeStarted(String from, String to, Origin origin, WireRequest request);

    /** The exchange ended for its caller; {@code faults} are the words of those that were applied to it. */
    void exchangeEnded(long exchange, Exchange result, List<String> faults);

    /** A node testified; the exchange it is answering, if any, is {@link Within#exchange()}. */
    void testified(String node, int incarnation, Testimony testimony);

    /** A person or an operator did something and was told something. */
    void acted(String node, String who, String verb, String what, String told);

    /**
     * The same, where it is known when it began.
     *
     * @param since what {@link #reached} answered then
     */
    default void acted(String node, String who, String verb, String what, String told, long since) {
        acted(node, who, verb, what, told);
    }

    /**
     * The same, where an invite was made or taken.
     *
     * @param invite its text, which is judged and never written down
     */
    default void acted(String node, String who, String verb, String what, String told, long since, String invite) {
        acted(node, who, verb, what, told, since);
    }

    /** How far the journal is: the number of its last entry. */
    default long reached() {
        return 0;
    }

    /** Something was broken or mended on purpose, in the words of the sentence that did it. */
    void fault(String words);

    /** The clock of the mesh jumped ahead on purpose. */
    void clockMoved(Duration by);

    /**
     * Content to hand on instead of this one: what passes of it is recorded while it is read. Worlds wrap the stream of
     * a request behind {@link #exchangeStarted}, and that of a reply behind {@link #exchangeEnded}.
     *
     * @param reply whether it is the reply's content, else it is the request's
     */
    default Content passing(long exchange, boolean reply, Content content) {
        return content;
    }

    /**
     * A node drew a secret: from now on it is masked wherever it appears. Worlds tell shared secrets, invite tokens and
     * access tokens; ids are no secrets.
     */
    default void secret(String value) {}

    /** Several parties begin ({@code true}) or have ended ({@code false}) acting at once. */
    default void atOnce(boolean begins) {}
}
