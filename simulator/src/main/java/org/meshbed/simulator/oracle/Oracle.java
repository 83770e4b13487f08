package org.meshbed.simulator.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.journal.Entry;
import org.meshbed.simulator.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Holds the rules against every exchange of a mesh, while it runs: a reader of its journal. It reads the raw bytes with
 * means of its own and judges each side by what that side speaks, so that a bug in a codec cannot fool it. It never
 * waits; what it finds is asked for when the mesh is done.
 */
public final class Oracle implements Consumer<Entry> {
    /** More than any run makes that is not broken all over. */
    private static final int MOST_FINDINGS = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Function<String, Side> sides;
    private final Map<Long, Begun> open = new LinkedHashMap<>();
    private final Known known = new Known();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> observed = new TreeMap<>();
    private long exchanges;

    /** @param sides who a server is, by the name the journal gives it */
    public Oracle(Function<String, Side> sides) {
        this.sides = sides;
    }

    /** An oracle for a world; it has still to be made a reader of the journal. */
    public static Oracle over(World world) {
        return new Oracle(new Sides(world));
    }

    /** A request that has left its caller. */
    private record Begun(
            Entry.ExchangeStarted started,
            Side caller,
            Side callee,
            Origin to,
            String authority,
            Kind kind,
            JsonNode message) {
        WireRequest request() {
            return started.raw().message();
        }
    }

    @Override
    public void accept(Entry entry) {
        lock.lock();
        try {
            switch (entry) {
                case Entry.ExchangeStarted started -> begins(started);
                case Entry.ExchangeEnded ended -> ends(ended);
                case Entry.Action action -> {
                    known.deed(action.verb(), action.stamp().number());
                    RunChecks.did(action, known);
                    known.deeds().did(action).ifPresent(this::misdeed);
                }
                case Entry.ContentPassed _, Entry.Decision _, Entry.Consulted _, Entry.State _ -> {}
                case Entry.Fault _, Entry.Clock _, Entry.Marker _ -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    /** What was found so far, in the order of the exchanges; then what should have followed by now, and did not. */
    public List<Finding> findings() {
        lock.lock();
        try {
            var all = new ArrayList<>(findings);
            for (var p : known.promises().broken()) found(p.rules(), p.blames(), p.seen(), p.what(), p.asked(), all);
            return List.copyOf(all);
        } finally {
            lock.unlock();
        }
    }

    /** How often something was seen that a server is free to do or not, by the id of the rule that says so. */
    public Map<String, Integer> observed() {
        lock.lock();
        try {
            return new TreeMap<>(observed);
        } finally {
            lock.unlock();
        }
    }

    /** How many exchanges were judged. */
    public long exchanges() {
        lock.lock();
        try {
            return exchanges;
        } finally {
            lock.unlock();
        }
    }

    private void begins(Entry.ExchangeStarted started) {
        var caller = sides.apply(started.from());
        var callee = sides.apply(started.to());
        var to = origin(started.origin());
        var authority = Texts.hostPort(to.authority());
        known.reached(callee, authority);
        var request = started.raw().message();
        var message = Reading.json(request.body());
        var kind = Reading.kind(request, authority, message, known);
        if (kind == Kind.SHARE && message.isObject())
            known.announced(new Announced(started.exchange(), caller.name(), callee.name(), message));
        var resource = Notices.requested(request.target(), message);
        if (!resource.isEmpty()) known.wanted(caller.name(), callee.name(), resource);
        if (kind == Kind.SHARE || kind == Kind.INVITE)
            known.deeds()
                    .sent(
                            caller,
                            kind,
                            started.stamp().number(),
                            started.exchange(),
                            known.addressOf(authority),
                            Texts.of(message.path(kind == Kind.SHARE ? "shareWith" : "token")));
        if (kind == Kind.NOTIFICATION) known.told(caller, callee, message);
        if (kind == Kind.ACCESS) known.presented(caller.name(), AccessChecks.credential(request), started.exchange());
        open.put(started.exchange(), new Begun(started, caller, callee, to, authority, kind, message));
    }

    private static Origin origin(String text) {
        var https = text.startsWith("https://");
        var scheme = https ? Scheme.HTTPS : Scheme.HTTP;
        return new Origin(scheme, ServerHost.parse(text.substring(text.indexOf("//") + 2)));
    }

    private void ends(Entry.ExchangeEnded ended) {
        var begun = open.remove(ended.exchange());
        if (begun == null) return;
        var seen = seen(begun, ended);
        exchanges++;
        judge(seen);
        Lessons.learn(seen, ended.stamp().number());
    }

    private Seen seen(Begun begun, Entry.ExchangeEnded ended) {
        var result = ended.raw().message();
        var answer = result instanceof org.meshbed.nodes.port.Exchange.Replied(var reply)
                ? Reading.json(reply.body())
                : MissingNode.getInstance();
        var version = Versions.of(begun.kind(), begun.caller(), begun.callee(), begun.to(), answer, known);
        return new Seen(
                ended.exchange(),
                begun.started().stamp().time(),
                begun.kind(),
                begun.caller(),
                begun.callee(),
                begun.to(),
                begun.authority(),
                version,
                Versions.ofCaller(begun.kind(), version, begun.caller()),
                begun.request(),
                result,
                begun.message(),
                answer,
                Reading.cut(begun.request().body()),
                !ended.faults().isEmpty(),
                known,
                new Seen.Once());
    }

    private void judge(Seen seen) {
        for (var check : Checks.of(seen.kind())) {
            var version = seen.version(check.blames());
            if (!check.holdsIn(version)) continue;
            var what = check.look().apply(seen);
            if (!what.isEmpty()) found(check.rules(), check.blames(), seen, what, check.asked());
        }
        for (var look : Shapes.of(seen)) {
            for (var misfit : look.misfits()) {
                var asked = "as the shape of " + look.name() + " has it";
                found(misfit.rules(), look.blames(), seen, misfit.seen(), asked);
                if (look.alsoBlamesWhoTakesIt() && !misfit.forgivable())
                    found(taken(misfit.rules()), Check.Blame.CALLEE, seen, "took it with " + misfit.seen(), asked);
            }
        }
        for (var note : Notes.of(seen.kind())) if (note.seen().test(seen)) observed.merge(note.rule(), 1, Integer::sum);
    }

    /** Those of which it is said that a server refuses what breaks them; the OpenAPI file binds who sends. */
    private static List<Rule> taken(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.how() == Rule.How.BOTH && !rule.area().equals("YAML"))
                .toList();
    }

    private void misdeed(Deeds.Misdeed misdeed) {
        var side = sides.apply(misdeed.node());
        var version = side.speaks().orElse(Version.V1_5);
        for (var rule : misdeed.rules()) {
            if (!rule.holdsIn(version) || findings.size() >= MOST_FINDINGS) continue;
            var declared = side.bends().contains(rule.id());
            findings.add(new Finding(
                    rule, side.name(), side.ours(), declared, misdeed.exchange(), misdeed.seen(), misdeed.asked()));
        }
    }

    private void found(List<Rule> rules, Check.Blame blames, Seen seen, String what, String asked) {
        found(rules, blames, seen, what, asked, findings);
    }

    private static void found(
            List<Rule> rules, Check.Blame blames, Seen seen, String what, String asked, List<Finding> into) {
        var side = blames == Check.Blame.CALLER ? seen.caller() : seen.callee();
        for (var rule : rules) {
            if (!rule.holdsIn(seen.version(blames)) || into.size() >= MOST_FINDINGS) continue;
            var declared = side.bends().contains(rule.id());
            into.add(new Finding(rule, side.name(), side.ours(), declared, seen.number(), what, asked));
        }
    }
}
