package org.meshbed.simulator.journal.export;

import java.util.List;
import java.util.stream.Collectors;
import org.meshbed.simulator.journal.Entry;

/**
 * Draws a part of the journal, a scenario for one, as a sequence diagram: an SVG that needs nothing else and is the same,
 * byte for byte, for the same entries. Persons and nodes are lanes; requests are solid arrows, replies dashed ones; what
 * got lost ends in a cross; a bar on a lane shows how long a node was at it.
 */
public final class SequenceDiagram {
    private static final int LEAST_WIDTH = 480;

    private SequenceDiagram() {}

    /** The diagram of these entries, in their order. */
    public static String svg(List<Entry> entries) {
        var plot = Plot.of(entries);
        var lanes = plot.lanes();
        var rows = Fold.repeats(plot.rows());
        var bars = new Bars(rows, Painter.FIRST_ROW);
        var columns = new Columns(lanes, rows, bars);
        var width = Math.max(columns.width(), widestSentence(rows));
        return new Painter(lanes, rows, columns, bars, width).paint(title(entries), description(lanes, rows));
    }

    private static int widestSentence(List<Row> rows) {
        var widest = LEAST_WIDTH;
        for (var row : rows) {
            if (row instanceof Row.Heading heading) widest = Math.max(widest, Letters.width(heading.label()) + 64);
            if (row instanceof Row.Banner banner) widest = Math.max(widest, Letters.width(banner.label()) + 64);
        }
        return widest;
    }

    private static String title(List<Entry> entries) {
        return entries.stream()
                .map(e -> e.stamp().scenario())
                .filter(s -> !s.isEmpty())
                .findFirst()
                .map(s -> "Sequence diagram: " + s)
                .orElse("Sequence diagram");
    }

    /** The same story for those who do not see it. */
    private static String description(List<Lane> lanes, List<Row> rows) {
        var names = lanes.stream().map(Lane::name).distinct().collect(Collectors.joining(", "));
        var lines = rows.stream().map(SequenceDiagram::line).collect(Collectors.joining("\n"));
        return "Lanes from left to right: " + names + ".\n" + lines;
    }

    private static String line(Row row) {
        return switch (row) {
            case Row.Asks a -> a.from() + " to " + a.to() + ": " + a.all();
            case Row.Answers a -> a.from() + " to " + a.to() + ": " + a.all();
            case Row.Acts a -> a.who().name() + " at " + a.node() + ": " + a.all();
            case Row.Told t -> t.who().name() + " at " + t.node() + " is told: " + t.all();
            case Row.Note n -> n.node() + ": " + n.all();
            case Row.Banner b -> b.all();
            case Row.Heading h -> h.all();
        };
    }
}
