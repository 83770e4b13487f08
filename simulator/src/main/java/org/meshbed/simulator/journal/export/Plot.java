package org.meshbed.simulator.journal.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meshbed.simulator.journal.Entry;
import org.meshbed.simulator.journal.RecordedExchange;

/** Turns entries into the lanes and rows of a sequence diagram. */
final class Plot {
    private static final int LONGEST_LABEL = 44;
    private static final int LONGEST_LINE = 30;
    private static final int LONGEST_FAILURE = 60;
    private static final int LONGEST_SENTENCE = 110;
    private static final List<String> MENDING = List.of("heal", "start", "mend", "again", "no longer");
    /** A person who looks at what the node keeps causes nothing: there is nothing to draw. */
    private static final List<String> LOOKING = List.of(
            "lists what was received",
            "lists what was shared",
            "lists invites",
            "lists contacts",
            "looks for recipient");

    private final Map<Long, RecordedExchange> exchanges = new LinkedHashMap<>();
    private final LinkedHashMap<String, List<Lane.Actor>> lanes = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    /** Of each row, the number of the entry that made it; a heading stands before what it is the heading of. */
    private final List<Long> numbers = new ArrayList<>();

    private String step = "";

    private Plot() {}

    static Plot of(List<Entry> entries) {
        var plot = new Plot();
        for (var exchange : RecordedExchange.among(entries))
            plot.exchanges.put(exchange.started().exchange(), exchange);
        for (var entry : entries) plot.add(entry);
        return plot;
    }

    List<Row> rows() {
        return rows;
    }

    /**
     * Nodes in the order of their first appearance, each behind the persons that act there; those at the last node stand
     * behind it, where no arrow between nodes crosses their lanes.
     */
    List<Lane> lanes() {
        var all = new ArrayList<Lane>();
        lanes.forEach((node, actors) -> {
            var last = lanes.size() > 1 && node.equals(lanes.lastEntry().getKey());
            if (!last) all.addAll(actors);
            if (!node.isEmpty()) all.add(new Lane.Node(node));
            if (last) all.addAll(actors);
        });
        return all;
    }

    private void add(Entry entry) {
        switch (entry) {
            case Entry.ExchangeStarted started -> started(started);
            case Entry.ExchangeEnded ended -> ended(ended);
            case Entry.Action action -> action(action);
            case Entry.State state -> state(state);
            case Entry.Fault fault -> banner(fault, fault.words(), !mends(fault.words()));
            case Entry.Clock clock -> banner(clock, "the clock jumps ahead by " + Words.of(clock.by()), false);
            case Entry.Marker marker -> marker(marker);
            case Entry.Decision d -> {}
            case Entry.Consulted c -> {}
            case Entry.ContentPassed c -> {}
        }
    }

    private void row(Entry entry, Row row) {
        rows.add(row);
        numbers.add(entry.stamp().number());
    }

    private void banner(Entry entry, String text, boolean fault) {
        stepOf(entry);
        row(entry, new Row.Banner(Letters.shorten(text, LONGEST_SENTENCE), text, fault));
    }

    /** What is mended is told by the same kind of entry as what is broken, and should not look like it. */
    private static boolean mends(String words) {
        return MENDING.stream().anyMatch(words::contains);
    }

    private void marker(Entry.Marker marker) {
        switch (marker.mark()) {
            case SCENARIO_BEGINS -> heading(marker, marker.words(), true);
            case AT_ONCE_BEGINS -> banner(marker, "at once:", false);
            case AT_ONCE_ENDS, SCENARIO_ENDS -> {}
        }
    }

    private void stepOf(Entry entry) {
        if (entry.stamp().step().equals(step)) return;
        step = entry.stamp().step();
        if (!step.isEmpty()) heading(entry, step, false);
    }

    private void heading(Entry entry, String text, boolean scenario) {
        rows.add(new Row.Heading(Letters.shorten(text, LONGEST_SENTENCE), text, scenario));
        numbers.add(entry.stamp().number() - 1);
    }

    private void lane(String node) {
        lanes.computeIfAbsent(node, n -> new ArrayList<>());
    }

    private void started(Entry.ExchangeStarted started) {
        stepOf(started);
        lane(started.from());
        lane(started.to());
        var label = Letters.shorten(started.method() + " " + started.path(), LONGEST_LABEL);
        var all = started.method() + " " + started.target() + " (exchange " + started.exchange() + ")";
        var arrives = arrives(started.exchange());
        row(started, new Row.Asks(started.exchange(), started.from(), started.to(), label, all, arrives));
    }

    private boolean arrives(long exchange) {
        var joined = exchanges.get(exchange);
        return joined == null
                || joined.ended().map(Entry.ExchangeEnded::afterSending).orElse(true);
    }

    private void ended(Entry.ExchangeEnded ended) {
        var joined = exchanges.get(ended.exchange());
        if (joined == null) return;
        var all = Words.of(ended);
        var label = ended.status() > 0
                ? Letters.shorten(ended.status() + faults(ended), LONGEST_LABEL)
                : Letters.shorten(all, LONGEST_FAILURE);
        var called = joined.started();
        row(ended, new Row.Answers(ended.exchange(), called.to(), called.from(), label, all, how(ended)));
    }

    private static String faults(Entry.ExchangeEnded ended) {
        return ended.faults().isEmpty() ? "" : " (" + String.join(", ", ended.faults()) + ")";
    }

    private static Row.How how(Entry.ExchangeEnded ended) {
        if (ended.outcome() == Entry.Outcome.REPLIED) return ended.status() < 400 ? Row.How.WELL : Row.How.REFUSING;
        return ended.afterSending() ? Row.How.LOST : Row.How.NEVER_ARRIVED;
    }

    private void state(Entry.State state) {
        stepOf(state);
        lane(state.stamp().node());
        var change = state.before().equals("-") ? state.after() : state.before() + " → " + state.after();
        var all = state.of() + " " + state.id() + ": " + change;
        var label = all.length() <= LONGEST_LINE
                ? List.of(all)
                : List.of(what(state), Letters.shorten(change, LONGEST_LINE + 4));
        row(state, new Row.Note(state.stamp().node(), label, all));
    }

    /** Of an id that is too long the end is shown: a server or a folder stands before it. */
    private static String what(Entry.State state) {
        var id = Letters.shorten(state.id(), 200);
        var room = LONGEST_LINE + 4 - state.of().length() - 2;
        return state.of() + " " + (id.length() <= room ? id : "…" + id.substring(id.length() - Math.max(room, 8) + 1));
    }

    /** An action is written when it has ended; its arrow is drawn where it began. */
    private void action(Entry.Action action) {
        stepOf(action);
        var begins = begins(action.since());
        var all = action.verb() + (action.what().isEmpty() ? "" : " " + action.what());
        if (LOOKING.stream().anyMatch(all::startsWith)) return;
        var node = action.stamp().node();
        lane(node);
        var who = new Lane.Actor(action.who(), node);
        var actors = lanes.get(node);
        if (actors != null && !actors.contains(who)) actors.add(who);
        rows.add(begins, new Row.Acts(who, node, Letters.wrap(all, LONGEST_LINE), all));
        numbers.add(begins, action.since());
        if (!action.told().isEmpty())
            row(action, new Row.Told(who, node, Letters.wrap(action.told(), LONGEST_LINE), action.told()));
    }

    /** The first row of an entry behind this one. */
    private int begins(long since) {
        var at = numbers.size();
        while (at > 0 && numbers.get(at - 1) > since) at--;
        return at;
    }
}
