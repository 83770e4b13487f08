package org.meshbed.scenarios.mutants;

import static org.meshbed.scenarios.mutants.Mutant.nodesThat;
import static org.meshbed.scenarios.mutants.Wrongs.DISCOVERY;
import static org.meshbed.scenarios.mutants.Wrongs.SHARES;
import static org.meshbed.scenarios.mutants.Wrongs.getting;
import static org.meshbed.scenarios.mutants.Wrongs.keeping;
import static org.meshbed.scenarios.mutants.Wrongs.says;
import static org.meshbed.scenarios.mutants.Wrongs.serving;

import java.util.stream.Stream;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.store.MemoryStore;

/** Nodes that are wrong about failures and about other versions. */
final class MeshMutants {
    private MeshMutants() {}

    static Stream<Mutant> faults() {
        return Stream.of(
                nodesThat("forget everything when they stop", keeping(_ -> new MemoryStore()))
                        .mustFail(
                                "faults/faults.feature",
                                "A received share survives a stop of the receiving server",
                                "A sent share survives a stop of the sending server",
                                "Contacts survive a stop",
                                "An open invite survives a stop"),
                nodesThat("are sure of what they do not know", getting(MeshMutants::sure))
                        .mustFail(
                                "faults/faults.feature",
                                "When the reply is lost the sender is told that it is unclear"),
                nodesThat("keep no share whose reply was lost", getting(MeshMutants::surelyNot))
                        .mustFail(
                                "faults/faults.feature",
                                "When the reply is lost the sender is told that it is unclear"));
    }

    static Stream<Mutant> mixed() {
        return Stream.of(
                nodesThat(
                                "serve the old place as well",
                                serving((right, node) -> request -> right.answer(
                                        node,
                                        request.path().startsWith("/ocm-provider")
                                                        && node.settings()
                                                                .name()
                                                                .equals("alpha")
                                                ? new WireRequest(
                                                        request.method(),
                                                        DISCOVERY,
                                                        request.headers(),
                                                        request.body(),
                                                        request.framing())
                                                : request)))
                        .mustFail(
                                "mixed/versions.feature",
                                "A server of version 1.0 does not find a plain one of version 1.5"),
                nodesThat(
                                "know no Basic authentication",
                                serving((right, node) -> request -> request.headers()
                                                .first("Authorization")
                                                .orElse("")
                                                .startsWith("Basic ")
                                        ? WireReply.empty(401)
                                        : right.answer(node, request)))
                        .mustFail(
                                "mixed/versions.feature",
                                "Two servers of version 1.0 share with each other",
                                "A server of version 1.5 shares with one of version 1.0"),
                nodesThat("take every share for one of their own version", says(SHARES, (_, _) -> Wrongs.YES))
                        .mustFail("mixed/versions.feature", "A server of version 1.0 refuses what it cannot read"));
    }

    private static Exchange sure(Exchange exchange) {
        return exchange instanceof Exchange.TimedOut ? new Exchange.Replied(Wrongs.YES) : exchange;
    }

    private static Exchange surelyNot(Exchange exchange) {
        return exchange instanceof Exchange.TimedOut(var _, var why) ? new Exchange.TimedOut(false, why) : exchange;
    }
}
