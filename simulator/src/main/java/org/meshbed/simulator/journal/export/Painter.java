package org.meshbed.simulator.journal.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Paints lanes and rows. Lines that belong behind others are painted first. */
final class Painter {
    private static final int TOP = 16;
    private static final int HEAD = 56;
    private static final int FOOT = 20;
    /** Beyond this height the names stand below the lanes as well. */
    private static final int TALL = 900;

    private static final String NODE = "fill=\"#e8f1fb\" stroke=\"#1f4e79\" stroke-width=\"1.5\"";
    private static final String FOREIGN = NODE + " stroke-dasharray=\"6 4\"";
    private static final String LANE = "stroke=\"#9aa5b1\" stroke-width=\"1.5\"";
    private static final String ACTOR = "fill=\"none\" stroke=\"#5b2c83\" stroke-width=\"2\" stroke-linecap=\"round\"";
    private static final String BAR = "fill=\"#cfe0f3\" stroke=\"#1f4e79\"";
    private static final String NAME = "text-anchor=\"middle\" font-weight=\"bold\" fill=\"#12344f\"";
    private static final String ACTOR_NAME = "text-anchor=\"middle\" font-weight=\"bold\" fill=\"#4a2070\"";

    private final List<Lane> lanes;
    private final List<Row> rows;
    private final Columns columns;
    private final int width;
    private final Ink ink = new Ink();
    private final Bars bars;
    private final int end;

    Painter(List<Lane> lanes, List<Row> rows, Columns columns, int width) {
        this.lanes = lanes;
        this.rows = rows;
        this.columns = columns;
        this.width = width;
        end = TOP + HEAD + 12 + rows.stream().mapToInt(Row::height).sum();
        bars = new Bars(rows, TOP + HEAD + 12, end);
    }

    String paint(String title, String description) {
        var tall = end > TALL;
        ink.open(width, end + FOOT + (tall ? HEAD : 0), title, description);
        for (var lane : lanes) ink.line(columns.x(lane), TOP + HEAD, columns.x(lane), end, laneStyle(lane));
        for (var bar : bars.all())
            ink.rect(x(bar.node()) + bar.offset() - 5, bar.from(), 10, Math.max(10, bar.to() - bar.from()), 0, BAR);
        for (var lane : lanes) head(lane, TOP);
        if (tall) for (var lane : lanes) head(lane, end);
        var pen = new Pen(ink, columns, bars, width);
        var y = TOP + HEAD + 12;
        for (var row : rows) {
            pen.draw(row, y);
            y += row.height();
        }
        return ink.close();
    }

    private static String laneStyle(Lane lane) {
        return lane instanceof Lane.Actor ? LANE + " stroke-dasharray=\"2 5\"" : LANE;
    }

    private int x(String node) {
        return columns.x(new Lane.Node(node));
    }

    private void head(Lane lane, int y) {
        var x = columns.x(lane);
        var wide = Columns.headWidth(lane);
        var name = Letters.shorten(lane.name(), 28);
        ink.group(lane.name());
        switch (lane) {
            case Lane.Node node -> {
                ink.rect(x - wide / 2, y + 12, wide, HEAD - 12, 6, node.foreign() ? FOREIGN : NODE);
                ink.text(x, y + 40, name, NAME);
            }
            case Lane.Actor actor -> {
                ink.circle(x, y + 5, 6, ACTOR);
                ink.path("M" + x + " " + (y + 11) + "v13m-10 -8h20m-10 8l-8 10m8 -10l8 10", ACTOR);
                ink.text(x, y + 51, name, ACTOR_NAME);
            }
        }
        ink.endGroup();
    }

    /** How long each node was at each exchange, and which bar is beside which. */
    static final class Bars {
        private static final int BESIDES = 6;
        private final List<Bar> all = new ArrayList<>();
        private final Map<Long, Bar> byExchange = new HashMap<>();

        /** @param offset from the lane, in pixels, where several are at once */
        record Bar(long exchange, String node, int offset, int from, int to) {}

        Bars(List<Row> rows, int top, int end) {
            var open = new HashMap<String, List<Bar>>();
            var y = top;
            for (var row : rows) {
                y += row.height();
                if (row instanceof Row.Asks asks && asks.arrives()) begin(asks, y - Pen.UNDER, open);
                if (row instanceof Row.Answers answers) finish(answers, y - Pen.UNDER, open);
            }
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
}
