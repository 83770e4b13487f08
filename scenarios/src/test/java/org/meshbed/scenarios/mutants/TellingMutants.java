package org.meshbed.scenarios.mutants;

import static org.meshbed.scenarios.mutants.Mutant.nodesThat;
import static org.meshbed.scenarios.mutants.Wrongs.INVITES;
import static org.meshbed.scenarios.mutants.Wrongs.NEWS;
import static org.meshbed.scenarios.mutants.Wrongs.answers;
import static org.meshbed.scenarios.mutants.Wrongs.getting;
import static org.meshbed.scenarios.mutants.Wrongs.hears;
import static org.meshbed.scenarios.mutants.Wrongs.keeping;
import static org.meshbed.scenarios.mutants.Wrongs.repeatsItself;
import static org.meshbed.scenarios.mutants.Wrongs.says;
import static org.meshbed.scenarios.mutants.Wrongs.saysJson;
import static org.meshbed.scenarios.mutants.Wrongs.seeing;

import java.util.stream.Stream;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;

/** Nodes that are wrong about news and invites. */
final class TellingMutants {
    private TellingMutants() {}

    static Stream<Mutant> notification() {
        return Stream.of(
                nodesThat("do not listen to news", answers(NEWS, Wrongs.YES))
                        .mustFail(
                                "notification/telling.feature",
                                "A share goes when its own server says so",
                                "A share is accepted when the server of its recipient says so",
                                "A share that nobody knows was accepted",
                                "News without the type"),
                nodesThat("tell no news", Wrongs.swallows(NEWS))
                        .mustFail(
                                "notification/telling.feature",
                                "The sending server hears that its share was accepted",
                                "The receiving server hears that a share is gone"),
                nodesThat("believe everybody", hears(NEWS, m -> m.put("senderDomain", "alpha.example")))
                        .mustFail("notification/telling.feature", "A server cannot take away another server's share"),
                nodesThat("tell news once only", getting(TellingMutants::forGood))
                        .mustFail(
                                "notification/retry.feature",
                                "An acceptance arrives when the sending server is back",
                                "Unsharing arrives when the link is whole again"),
                nodesThat("forget what they have to tell", keeping(WrongStore.forgets("outbox")))
                        .mustFail(
                                "notification/retry.feature",
                                "News is not lost when the server that has to tell it stops too"),
                nodesThat("tell news again and again", seeing(WrongTime::impatient))
                        .mustFail("notification/retry.feature", "A server that never listens is given up"));
    }

    static Stream<Mutant> invite() {
        return Stream.of(
                nodesThat(
                                "let an invite be accepted twice",
                                repeatsItself(
                                        INVITES, (node, _) -> node.settings().name()))
                        .mustFail(
                                "invite/refusals.feature",
                                "An invite is not accepted twice",
                                "An invite is not accepted twice by the same person"),
                nodesThat("live in the past", seeing(WrongTime::standingStill))
                        .mustFail("invite/refusals.feature", "An invite that is too old"),
                nodesThat("forget their contacts", keeping(WrongStore.forgets("contacts")))
                        .mustFail("invite/inviting.feature", "An accepted invite makes two contacts"),
                nodesThat("do not say who invited", saysJson(INVITES, m -> m.without("userID")))
                        .mustFail("invite/inviting.feature", "An accepted invite makes two contacts"),
                nodesThat(
                                "say yes to every acceptance",
                                says(
                                        INVITES,
                                        (_, _) -> WireReply.json(
                                                200,
                                                Json.bytes(Json.object()
                                                        .put("userID", "alice")
                                                        .put("email", "a@mail.example")
                                                        .put("name", "Alice")))))
                        .mustFail(
                                "invite/refusals.feature",
                                "An invite that nobody made",
                                "An invite that was withdrawn",
                                "An acceptance without the token"));
    }

    private static Exchange forGood(Exchange exchange) {
        return exchange instanceof Exchange.Replied ? exchange : new Exchange.Replied(WireReply.empty(404));
    }
}
