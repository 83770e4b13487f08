package org.meshbed.scenarios.conform;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.scenarios.conform.ReceivingProbes.Given;
import org.meshbed.scenarios.conform.Session.Footing;
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
     * @param place where the peers are to be found by the server
     */
    public record Wanted(
            Origin server,
            Trusting trusting,
            Optional<String> party,
            Optional<Gestures> gestures,
            PeerPlace place,
            Extent extent) {
        public Wanted(
                Origin server,
                Trusting trusting,
                Optional<String> party,
                Optional<Gestures> gestures,
                PeerPlace place) {
            this(server, trusting, party, gestures, place, Extent.GUARDS);
        }

        /** By peers that only servers on this machine can reach. */
        public Wanted(Origin server, Trusting trusting, Optional<String> party, Optional<Gestures> gestures) {
            this(server, trusting, party, gestures, PeerPlace.LOOPBACK);
        }
    }

    /** Throws {@link BadInput} where the server cannot be reached or trusted at all. */
    public Report run() {
        var target = wanted.server().authority();
        try (var world = new LoopbackWorld(LoopbackPlan.inRealTime(), clock -> new Journal(clock, "conform"))) {
            var journal = (Journal) world.recorder();
            var oracle = new Oracle(name -> side(name, target));
            journal.addReader(oracle);
            try (var peers = new Peers(
                    wanted.place(),
                    journal,
                    target,
                    LoopbackWorld.authority(),
                    wanted.trusting().certificates())) {
                var session = new Session(peers, wanted.server(), new Tally());
                probe(session, world.time());
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

    private void probe(Session session, Time clock) {
        mustBeThere(session);
        new DocumentProbes(session).send();
        prepare(session, clock);
        var user = wanted.party().orElse(NOBODY);
        var exchanged = session.demands("must-exchange-token");
        var messages = new Messages(session.peer(), user + "@" + wanted.server().host(), exchanged);
        var introductions = new Introductions(session, messages, wanted.gestures());
        for (var manner : List.of(Manner.USUAL, Manner.TOKENS, Manner.SIGNING))
            introductions.meet(session.peers().like(manner));
        var shares = new ShareProbes(
                session, messages, wanted.party().isPresent(), wanted.gestures().isPresent());
        var announced = announced(session, shares, messages);
        var ended = shares.usual("another right share");
        var kept = shares.usual("a third right share");
        wanted.gestures().ifPresent(party -> act(new Deeds(session, party), messages, announced));
        shares.wrong(ended.isPresent());
        new NoticeProbes(session, messages).send(ended.map(Given::id), kept.map(Given::id));
        new InviteProbes(session, messages).send();
        var signing = messages.of(session.peers().like(Manner.SIGNING));
        var sealed = new SealProbes(session, signing, wanted.gestures()).send();
        if (!wanted.extent().guards()) return;
        new KeySnares(session, messages, introductions).send(sealed);
        guards(session, messages, introductions, shares.footing(ended.isPresent()));
    }

    /** What the server says of itself decides whether the peers sign, and exchange secrets. */
    private static void prepare(Session session, Time clock) {
        if (session.verifies()) session.peers().signWith(new Peer.Ink(session.version(), clock::now));
        if (session.demands("must-exchange-token")) session.peers().describe(PeerDocument::exchanges);
    }

    /** Now the peers mean harm. */
    private void guards(Session session, Messages messages, Introductions introductions, Footing footing) {
        new Demands(session, messages, introductions).send(footing.outcome() == Outcome.PASSED);
        new SpeakingProbes(session, messages, wanted.gestures()).send(footing);
        wanted.gestures()
                .filter(Gestures::tireless)
                .ifPresent(party -> lead(new Deeds(session, party), messages, introductions));
    }

    private void lead(Deeds deeds, Messages messages, Introductions introductions) {
        var gifts = new Gifts(deeds, messages, introductions);
        new LookupSnares(deeds, wanted.extent().slow()).send();
        new DataSnares(deeds, gifts).send();
        new TokenSnares(deeds, new SharingProbes(deeds, messages), gifts).send();
    }

    /** Whatever can be announced rightly. */
    private static ReceivingProbes.Announced announced(Session session, ShareProbes shares, Messages messages) {
        var tokens = messages.of(session.peers().like(Manner.TOKENS));
        var elsewhere = "trent@" + session.peers().like(Manner.THIRD).host();
        return new ReceivingProbes.Announced(
                shares.usual("a right share"),
                shares.right("a right folder", messages.folder(), messages),
                shares.right("a share at an absolute uri", messages.atUri(), messages),
                shares.right("a share as in 1.0", messages.old(), messages),
                shares.right("a share whose owner is elsewhere", messages.ownedBy(elsewhere), messages),
                shares.right("a share that demands token exchange", tokens.exchanged(), tokens),
                shares.usual("an unwanted share"));
    }

    private static void act(Deeds deeds, Messages messages, ReceivingProbes.Announced announced) {
        new ReceivingProbes(deeds, announced).send();
        new SharingProbes(deeds, messages).send();
        new InvitingProbes(deeds, messages).send();
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
