package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Supplier;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;

/** What is known of the server under test while it is probed: its document, and whether it is still there. */
final class Session {
    static final String WELL_KNOWN = "/.well-known/ocm";

    private final Peers peers;
    private final Origin origin;
    private final Tally tally;
    private MessageView document = MessageView.empty();
    private Optional<String> death = Optional.empty();

    Session(Peers peers, Origin origin, Tally tally) {
        this.peers = peers;
        this.origin = origin;
        this.tally = tally;
    }

    /** On what a probe stands: where that is not {@link Outcome#PASSED}, an answer to it proves nothing. */
    record Footing(Outcome outcome, String why) {
        static final Footing SOUND = new Footing(Outcome.PASSED, "");
    }

    Peers peers() {
        return peers;
    }

    /** The one that probes are sent by where nothing else is asked for. */
    Peer peer() {
        return peers.like(Manner.USUAL);
    }

    Tally tally() {
        return tally;
    }

    Origin origin() {
        return origin;
    }

    /** Its discovery document; empty where it has none. */
    MessageView document() {
        return document;
    }

    void document(MessageView found) {
        document = found;
    }

    boolean can(String capability) {
        return DocumentProbes.lists(document, "capabilities", capability);
    }

    boolean demands(String criterion) {
        return DocumentProbes.lists(document, "criteria", criterion);
    }

    /** Whether it says that it looks at signatures: with {@code http-sig}, or with its own key, as in 1.2. */
    boolean verifies() {
        return can("http-sig") || document.has("publicKey");
    }

    /** The version it speaks, in two numbers. */
    String version() {
        var numbers = document.text("apiVersion").value().orElse("1.5").split("[.-]");
        return numbers.length < 2 ? "1.5" : numbers[0] + "." + numbers[1];
    }

    Endpoint at(String path) {
        return new Endpoint(origin, path);
    }

    /** A place of its API, where its document has it, or where most servers have it. */
    Endpoint api(String path) {
        var announced = document.text("endPoint").value().orElse("");
        try {
            return Endpoint.parse(announced).below(path);
        } catch (NotWellFormed e) {
            return at("/ocm").below(path);
        }
    }

    Optional<String> death() {
        return death;
    }

    /** Something is asked, to which any reply is a test of these rules; what is wrong with it the oracle finds. */
    Optional<WireReply> probe(String ids, String what, Supplier<Exchange> send) {
        return probe(ids, Footing.SOUND, what, send);
    }

    Optional<WireReply> probe(String ids, Footing footing, String what, Supplier<Exchange> send) {
        if (death.isPresent()) {
            tally.note(ids, Outcome.BLOCKED, death.get());
            return Optional.empty();
        }
        var exchange = send.get();
        if (exchange instanceof Exchange.Replied(var reply)) {
            var sound = footing.outcome() == Outcome.PASSED;
            tally.note(ids, footing.outcome(), sound ? what : footing.why());
            return Optional.of(reply);
        }
        tally.note(ids, Outcome.BLOCKED, what + ": the server " + exchange.words());
        lookForLife(what);
        return Optional.empty();
    }

    Optional<WireReply> post(String ids, Footing footing, String what, String path, ObjectNode message) {
        return probe(ids, footing, what, () -> peer().post(api(path), message));
    }

    private void lookForLife(String what) {
        var sign = peer().get(at(WELL_KNOWN), Headers.NONE);
        if (!(sign instanceof Exchange.Replied))
            death = Optional.of("the server died half-way (" + what + "): it " + sign.words());
    }

    static boolean taken(Exchange exchange) {
        return exchange instanceof Exchange.Replied(var reply) && reply.successful();
    }

    static MessageView body(WireReply reply) {
        try {
            return MessageView.of(Json.read(reply.bytes()));
        } catch (Json.NotJson e) {
            return MessageView.empty();
        }
    }
}
