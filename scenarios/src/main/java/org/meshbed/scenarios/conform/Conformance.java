package org.meshbed.scenarios.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.simulator.journal.Journal;
import org.meshbed.simulator.oracle.Oracle;
import org.meshbed.simulator.oracle.Side;
import org.meshbed.simulator.world.loopback.LoopbackPlan;
import org.meshbed.simulator.world.loopback.LoopbackWorld;

/** Holds the rules against one server: sends what the rules ask for, has every exchange judged, and sums up. */
public final class Conformance {
    private static final String NOBODY = "meshbed-nobody";

    private final Wanted wanted;

    public Conformance(Wanted wanted) {
        this.wanted = wanted;
    }

    /**
     * What is to be tested.
     *
     * @param party name of an account there; without one no share can be accepted
     * @param gestures makes that party act; empty where nobody can
     */
    public record Wanted(Origin server, Trusting trusting, Optional<String> party, Optional<Gestures> gestures) {}

    /** Throws {@link BadInput} where the server cannot be reached or trusted at all. */
    public Report run() {
        var target = wanted.server().authority();
        try (var world = new LoopbackWorld(LoopbackPlan.inRealTime(), clock -> new Journal(clock, "conform"))) {
            var journal = (Journal) world.recorder();
            var oracle = new Oracle(name -> side(name, target));
            journal.addReader(oracle);
            try (var peer = new Peer(
                    journal,
                    target,
                    LoopbackWorld.authority(),
                    wanted.trusting().certificates())) {
                var session = new Session(peer, wanted.server(), new Tally());
                probe(session);
                var findings = oracle.findings().stream()
                        .filter(finding -> finding.node().equals(target))
                        .toList();
                return Report.of(wanted, session, findings, journal.exchanges());
            }
        }
    }

    private Side side(String name, String target) {
        if (!name.equals(target)) return Side.stranger(name);
        return new Side(
                target,
                true,
                Optional.empty(),
                false,
                List.of(),
                Optional.of(wanted.server().host().toString()));
    }

    private void probe(Session session) {
        mustBeThere(session);
        new DocumentProbes(session).send();
        var user = wanted.party().orElse(NOBODY);
        var messages = new Messages(session.peer(), user + "@" + wanted.server().host());
        var shares = new ShareProbes(session, messages, wanted.party().isPresent());
        var taken = new ArrayList<String>();
        for (var what : List.of("a right share", "another right share", "a third right share"))
            shares.right(what).ifPresent(taken::add);
        var driven = wanted.gestures().map(party -> new DrivenProbes(session, messages, party));
        driven.ifPresent(d -> {
            d.received();
            d.shares();
            d.invites();
        });
        shares.wrong(!taken.isEmpty());
        new NoticeProbes(session, messages)
                .send(taken.stream().findFirst(), taken.stream().skip(1).findFirst());
        new InviteProbes(session, messages).send();
    }

    private void mustBeThere(Session session) {
        var first = session.peer().get(session.at(Session.WELL_KNOWN), Headers.NONE);
        switch (first) {
            case Exchange.Replied _ -> {}
            case Exchange.TlsFailed(var why) ->
                throw new BadInput("the certificate of " + wanted.server() + " cannot be trusted: " + why
                        + "; give the certificate of its authority by --cacert FILE");
            case Exchange.Refused _, Exchange.Reset _, Exchange.TimedOut _ ->
                throw new BadInput(wanted.server() + " " + first.words() + "; is it up, and is the URL right?");
        }
    }
}
