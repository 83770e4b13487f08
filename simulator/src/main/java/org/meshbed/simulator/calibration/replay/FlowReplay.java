package org.meshbed.simulator.calibration.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.calibration.binding.Bindings;
import org.meshbed.simulator.calibration.binding.BoundServer;
import org.meshbed.simulator.calibration.compare.Bonds;
import org.meshbed.simulator.calibration.compare.Comparison;
import org.meshbed.simulator.calibration.compare.Difference;
import org.meshbed.simulator.calibration.trace.Entry;
import org.meshbed.simulator.calibration.trace.Flow;
import org.meshbed.simulator.time.Task;

/** Plays one flow at one of its servers. */
public final class FlowReplay {
    private static final long AFTERWARDS_MILLIS = 60_000;

    private final Bindings bindings;
    private final BoundServer server;
    private final Flow flow;
    private final Plan plan;
    private final Stage stage;
    private final Comparison comparison;
    private final Seals seals;
    private final Rewriting rewriting;
    private final Peers peers;
    private final Persons persons;
    private final Score score = new Score();
    private String step = "";

    private FlowReplay(Bindings bindings, BoundServer server, Profile profile, Flow flow, boolean replacingKeys) {
        this.bindings = bindings;
        this.server = server;
        this.flow = flow;
        this.plan = new Plan(bindings, server, flow);
        this.stage = new Stage(
                server,
                profile,
                Instants.of(bindings, flow),
                bindings.state(flow.name(), server.name()).lists());
        var bonds = new Bonds();
        this.comparison = new Comparison(bonds, bindings.leftOutOfRequests(), bindings.leftOutOfResponses());
        this.seals = new Seals(server.origin(), RecordedKeys.of(bindings, server, flow), replacingKeys);
        this.rewriting = new Rewriting(bonds, seals);
        var warm = bindings.state(flow.name(), server.name()).warm().orElse(List.of());
        var known = new Peers.Known(bindings, warm, flow.exchanges(), new LinkedHashMap<>());
        this.peers = new Peers(stage, bindings, comparison, rewriting, known, this::extra);
        this.persons = new Persons(stage, server, bonds);
        peers.whenNested(this::nested);
    }

    /** Plays the flow at a node of this profile that stands for this server; throws nothing for what the node does. */
    public static Score of(Bindings bindings, BoundServer server, Profile profile, Flow recorded) {
        var flow = (bindings.timesOfStart() ? recorded.withTimesOfStart() : recorded).onOneClock();
        var replay = new FlowReplay(bindings, server, profile, flow, false).played();
        return replay.seals.broken()
                ? new FlowReplay(bindings, server, profile, flow, true).played().score
                : replay.score;
    }

    private FlowReplay played() {
        try {
            play();
        } finally {
            stage.close();
        }
        return this;
    }

    private void play() {
        var state = bindings.state(flow.name(), server.name());
        inside("brings the node to its state", () -> {
            stage.prepare(state);
            stage.restore(state, comparison.bonds());
        });
        stage.connect(peers);
        var cues = plan.cues();
        var first = cues.isEmpty() ? Long.MAX_VALUE : cues.getFirst().startedAt();
        peers.expect(window(Long.MIN_VALUE, first), 0);
        for (var i = 0; i < cues.size(); ) {
            var together = together(cues, i);
            var next = i + together.size() < cues.size()
                    ? cues.get(i + together.size()).startedAt()
                    : Long.MAX_VALUE;
            stage.advanceTo(together.getFirst().startedAt());
            close();
            step = together.getFirst().entry().step();
            stage.heard().clear();
            peers.expect(
                    window(together.getFirst().startedAt(), next),
                    plan.failedHandshakes(together.getFirst().startedAt(), next));
            perform(together);
            i += together.size();
        }
        stage.rest(AFTERWARDS_MILLIS);
        close();
    }

    /** Requests that overlap were under way at once. */
    private static List<Cue> together(List<Cue> cues, int from) {
        var together = new ArrayList<Cue>(List.of(cues.get(from)));
        var end = cues.get(from).endedAt();
        for (var i = from + 1; i < cues.size(); i++) {
            var cue = cues.get(i);
            if (cue.startedAt() + 2 >= end || !(cue instanceof Cue.Played)) break;
            together.add(cue);
            end = Math.max(end, cue.endedAt());
        }
        return together;
    }

    private Window window(long from, long until) {
        return new Window(plan.calls().stream()
                .filter(c -> c.record().startedAt() >= from - 1 || from == Long.MIN_VALUE)
                .filter(c -> c.record().startedAt() < until - 1 || c.record().endedAt() < until)
                .filter(c -> !given.contains(c))
                .peek(given::add)
                .toList());
    }

    private final List<Call> given = new ArrayList<>();

    private void perform(List<Cue> together) {
        var tasks = new ArrayList<Task>();
        var begin = together.getFirst().startedAt();
        var starts = Races.starts(together);
        for (var cue : together)
            tasks.add(stage.scheduler()
                    .spawn(
                            cue.entry().step(),
                            stage.scheduler().world(),
                            Duration.ofMillis(starts.getOrDefault(cue, cue.startedAt()) - begin),
                            () -> perform(cue)));
        stage.scheduler().await(tasks);
    }

    private void inside(String what, Runnable work) {
        stage.scheduler()
                .await(List.of(stage.scheduler().spawn(what, stage.scheduler().world(), Duration.ZERO, work)));
    }

    private void perform(Cue cue) {
        switch (cue) {
            case Cue.Played played -> answer(played);
            case Cue.Acted acted -> act(acted);
        }
    }

    private void act(Cue.Acted acted) {
        try {
            persons.act(acted);
        } catch (NodeStopped e) {
            return; // somebody stopped the server while this was done
        } catch (RuntimeException e) {
            stage.heard().told("broke: " + e);
        }
    }

    private void nested(Cue.Played played) {
        var mailbox = stage.scheduler().<Boolean>mailbox();
        stage.scheduler().spawn(played.entry().step(), stage.scheduler().world(), Duration.ZERO, () -> {
            answer(played);
            mailbox.put(true, Duration.ZERO);
        });
        mailbox.take(stage.scheduler().world(), Duration.ofMinutes(10));
    }

    private void answer(Cue.Played played) {
        var record = played.entry();
        var differences = stage.answer(rewriting.request(record.request())).differences(record, comparison);
        score.add(line(record.line(), record.step(), words(record), differences));
    }

    /** What was expected until now and did not come is missing. */
    private void close() {
        var window = peers.window();
        for (var call : window.taken()) {
            var differences = new ArrayList<>(peers.found(call));
            if (!bindings.anyOrder(flow.name(), call.record().step()))
                window.cameBefore(call)
                        .ifPresent(other -> differences.add(
                                new Difference(Difference.ORDER, "before " + words(other.record()), "after it")));
            score.add(new Score.Line(
                    call.record().line(),
                    call.record().step(),
                    server.name(),
                    words(call.record()),
                    differences,
                    peers.reason(call)));
        }
        for (var call : window.missing()) {
            var difference = new Difference(Difference.MISSING_CALL, words(call.record()), "not made");
            score.add(line(call.record().line(), call.record().step(), words(call.record()), List.of(difference)));
            for (var played : call.inside()) inside(played.entry().step(), () -> answer(played));
        }
        peers.expect(new Window(List.of()), 0);
    }

    private void extra(Origin to, WireRequest request) {
        var what = server.name() + " -> " + to + " " + request.method() + " " + request.target();
        score.add(line(0, step, what, List.of(new Difference(Difference.EXTRA_CALL, "not made", what))));
    }

    private Score.Line line(int line, String at, String what, List<Difference> differences) {
        return new Score.Line(
                line, at, server.name(), what, differences, stage.heard().words());
    }

    private static String words(Entry.Exchanged record) {
        return record.from() + " -> " + record.to() + " " + record.request().method() + " "
                + record.request().target();
    }
}
