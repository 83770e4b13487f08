package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.DISCOVERY;
import static org.meshbed.simulator.oracle.mutant.Changes.SHARES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Servers that take embedded resources, and do with them what they should not. */
final class CrateMutants {
    static final WireReply TAKEN = WireReply.json(201, Json.bytes(Json.object().put("recipientDisplayName", "Alice")));
    private static final String ID = "crate-of-omega";
    private static final String INSIDE = "https://omega.example/odd/files/inside";
    private static final String WORD = "word-that-stands-inside";

    private CrateMutants() {}

    static List<Mutant> all() {
        return List.of(
                crate("are advertised and refused", "EMB-06", new Change() {}),
                Mutant.of("crates: are taken and not advertised", "EMB-12", taking())
                        .then(CrateMutants::send),
                crate(
                                "of any size are taken",
                                "EMB-16 DEF-23",
                                Changes.both(
                                        taking(),
                                        Changes.reply(SHARES, reply -> reply.status() == 413 ? TAKEN : reply)))
                        .then(CrateMutants::sendMuch),
                crate("are fetched as well", "EMB-02 EMB-10", fetching("/odd/files/" + ID, Headers.NONE)),
                crate("are fetched from where they say", "EMB-09", fetching("/odd/files/inside", Headers.NONE)),
                crate(
                        "hold the credential for something else",
                        "EMB-17",
                        fetching("/odd/files/else", Headers.of("Authorization", "Bearer " + WORD))));
    }

    private static Mutant crate(String name, String breaks, Change change) {
        return Mutant.of(
                        "crates: " + name,
                        breaks,
                        Changes.both(change, Changes.answer(DISCOVERY, WebAppMutants::takesCrates)))
                .then(CrateMutants::send);
    }

    private static Change taking() {
        return Changes.takes(
                SHARES,
                share -> share.object("protocol")
                        .value()
                        .filter(protocol -> protocol.object("embedded").value().isPresent())
                        .isPresent(),
                TAKEN);
    }

    /** It takes crates, and then asks omega for something. */
    private static Change fetching(String target, Headers headers) {
        return new Change() {
            private Transport usual = (_, _, _) -> new org.meshbed.nodes.port.Exchange.Refused("not there yet");

            @Override
            public Transport sending(Transport transport) {
                usual = transport;
                return transport;
            }

            @Override
            public WireAnswer answering(WireRequest request, Answering answering) {
                var answer = taking().answering(request, answering);
                if (answer == TAKEN)
                    usual.exchange(
                            Origin.https(ServerHost.parse("omega.example")),
                            WireRequest.get(target, headers),
                            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5)));
                return answer;
            }
        };
    }

    private static void send(Scene.Stage stage) {
        stage.omega().post(stage.alpha(), "/ocm/shares", crate(stage.omega()));
    }

    private static void sendMuch(Scene.Stage stage) {
        var crate = crate(stage.omega());
        ((ObjectNode) crate.get("protocol").get("embedded")).put("description", "x".repeat(1 << 21));
        stage.omega().post(stage.alpha(), "/ocm/shares", crate);
    }

    private static ObjectNode crate(Omega omega) {
        return omega.share("file", share -> {
            WebAppMutants.crate(share);
            share.put("providerId", ID);
            ((ObjectNode) share.get("protocol").get("embedded"))
                    .put("contentUrl", INSIDE)
                    .put("token", WORD);
        });
    }
}
