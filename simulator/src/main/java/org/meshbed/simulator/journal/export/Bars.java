package org.meshbed.simulator.journal.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each node was at each exchange, and which bar is beside which. */
final class Bars {
    private static final int BESIDES = 6;
    private final List<Bar> all = new ArrayList<>();
    private final Map<Long, Bar> byExchange = new LinkedHashMap<>();

    /** @param offset from the lane, in pixels, where several are at once */
    record Bar(long exchange, String node, int offset, int from, int to) {}

    Bars(List<Row> rows, int top) {
        var open = new LinkedHashMap<String, List<Bar>>();
        var y = top;
        for (var row : rows) {
            y += row.height();
            if (row instanceof Row.Asks asks && asks.arrives()) begin(asks, y - Pen.UNDER, open);
            if (row instanceof Row.Answers answers) finish(answers, y - Pen.UNDER, open);
        }
        var end = y;
        open.values().forEach(left -> left.forEach(bar -> keep(bar, end)));
    }

    List<Bar> all() {
        return all;
    }

    /** Where the bar of this exchange stands, from its lane. */
    int offset(long exchange) {
        var bar = byExchange.get(exchange);
        return bar == null ? 0 : bar.offset();
    }

    /** How far right of its lane the bars of a node reach at this height. */
    int reach(String node, int y) {
        return all.stream()
                .filter(b -> b.node().equals(node) && b.from() <= y && y <= b.to())
                .mapToInt(b -> b.offset() + 5)
                .max()
                .orElse(0);
    }

    /** How far right of its lane the bars of a node ever reach. */
    int reach(String node) {
        return all.stream()
                .filter(b -> b.node().equals(node))
                .mapToInt(b -> b.offset() + 5)
                .max()
                .orElse(0);
    }

    private static void begin(Row.Asks asks, int y, Map<String, List<Bar>> open) {
        var beside = open.computeIfAbsent(asks.to(), n -> new ArrayList<>());
        var offset = 0;
        while (taken(beside, offset)) offset += BESIDES;
        beside.add(new Bar(asks.exchange(), asks.to(), offset, y, y));
    }

    private static boolean taken(List<Bar> beside, int offset) {
        return beside.stream().anyMatch(b -> b.offset() == offset);
    }

    private void finish(Row.Answers answers, int y, Map<String, List<Bar>> open) {
        for (var beside : open.values())
            beside.removeIf(bar -> {
                if (bar.exchange() != answers.exchange()) return false;
                keep(bar, y);
                return true;
            });
    }

    private void keep(Bar bar, int y) {
        var whole = new Bar(bar.exchange(), bar.node(), bar.offset(), bar.from(), y);
        all.add(whole);
        byExchange.put(bar.exchange(), whole);
    }
}
