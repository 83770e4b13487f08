package org.meshbed.simulator.journal.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where each lane stands: as close to each other as the labels between them allow. */
final class Columns {
    private static final int MARGIN = 24;
    private static final int CLOSEST = 120;
    /** What an arrow needs beside its label. */
    private static final int ARROW_ROOM = 44;

    private static final int NOTE_ROOM = 46;

    private final List<Lane> lanes;
    private final Map<Lane, Integer> places = new LinkedHashMap<>();
    private final Bars bars;
    private final int[] gaps;
    private int rightRoom = MARGIN;

    /** Something that needs room between two lanes. */
    private record Span(int from, int to, int width) {}

    Columns(List<Lane> lanes, List<Row> rows, Bars bars) {
        this.lanes = lanes;
        this.bars = bars;
        for (var lane : lanes) places.put(lane, places.size());
        gaps = new int[Math.max(0, lanes.size() - 1)];
        for (var i = 0; i < gaps.length; i++)
            gaps[i] = Math.max(CLOSEST, (headWidth(lanes.get(i)) + headWidth(lanes.get(i + 1))) / 2 + 20);
        spans(rows).forEach(this::makeRoom);
    }

    static int headWidth(Lane lane) {
        return Math.max(90, Letters.width(Letters.shorten(lane.name(), 28)) * 11 / 10 + 28);
    }

    int x(Lane lane) {
        var x = MARGIN + (lanes.isEmpty() ? 0 : headWidth(lanes.getFirst()) / 2);
        for (var i = 0; i < places.getOrDefault(lane, 0); i++) x += gaps[i];
        return x;
    }

    int width() {
        if (lanes.isEmpty()) return 400;
        var last = lanes.getLast();
        return x(last) + Math.max(headWidth(last) / 2 + MARGIN, rightRoom);
    }

    /** The close ones first: what they need is there for the wide ones. */
    private List<Span> spans(List<Row> rows) {
        var spans = new ArrayList<Span>();
        for (var row : rows) {
            switch (row) {
                case Row.Asks a -> spans.add(span(node(a.from()), node(a.to()), a.label(), a.arrives()));
                case Row.Answers a ->
                    spans.add(span(
                            node(a.from()), node(a.to()), a.label(), !a.how().broken()));
                case Row.Acts a -> spans.add(span(a.who(), node(a.node()), longest(a.label()), true));
                case Row.Told t -> spans.add(span(t.who(), node(t.node()), longest(t.label()), true));
                case Row.Note n -> spans.add(besides(node(n.node()), longest(n.label())));
                case Row.Banner b -> {}
                case Row.Heading h -> {}
            }
        }
        spans.sort(Comparator.comparingInt(s -> s.to() - s.from()));
        return spans;
    }

    private static String longest(List<String> lines) {
        return lines.stream().max(Comparator.comparingInt(Letters::width)).orElse("");
    }

    private Span span(Lane one, Lane other, String label, boolean whole) {
        int a = places.getOrDefault(one, 0);
        int b = places.getOrDefault(other, 0);
        if (a == b) return besides(one, label);
        var width = Letters.width(label) + ARROW_ROOM;
        return new Span(Math.min(a, b), Math.max(a, b), whole ? width : width * Pen.WHOLE / Pen.BROKEN);
    }

    private Span besides(Lane lane, String label) {
        int place = places.getOrDefault(lane, 0);
        return new Span(place, place + 1, Letters.width(label) + NOTE_ROOM + bars.reach(lane.name()));
    }

    private void makeRoom(Span span) {
        if (span.to() >= lanes.size()) {
            rightRoom = Math.max(rightRoom, span.width());
            return;
        }
        var room = 0;
        for (var i = span.from(); i < span.to(); i++) room += gaps[i];
        var parts = span.to() - span.from();
        var more = Math.max(0, span.width() - room + parts - 1) / parts;
        for (var i = span.from(); i < span.to(); i++) gaps[i] += more;
    }

    private static Lane node(String name) {
        return new Lane.Node(name);
    }
}
