package org.meshbed.simulator.journal.export;

import java.util.List;

/** Draws one row of a sequence diagram. */
final class Pen {
    /** From an arrow down to the end of its row. */
    static final int UNDER = 10;

    /** A broken arrow is drawn for three fifths of its way. */
    static final int BROKEN = 3;

    static final int WHOLE = 5;
    private static final int BAR = 5;
    private static final String HALO =
            " paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"5\" stroke-linejoin=\"round\"";
    private static final String MIDDLE = "text-anchor=\"middle\" fill=\"";
    private static final String REQUEST = "#111827";
    private static final String REPLY = "#334155";
    private static final String REFUSAL = "#9a3412";
    private static final String FAILURE = "#b00020";
    private static final String PERSON = "#4a2070";
    private static final String DASHED = " stroke-dasharray=\"7 5\"";

    private final Ink ink;
    private final Columns columns;
    private final Bars bars;
    private final int width;

    Pen(Ink ink, Columns columns, Bars bars, int width) {
        this.ink = ink;
        this.columns = columns;
        this.bars = bars;
        this.width = width;
    }

    void draw(Row row, int top) {
        var y = top + row.height() - UNDER;
        switch (row) {
            case Row.Asks asks -> asks(asks, y);
            case Row.Answers answers -> answers(answers, y);
            case Row.Acts acts -> acts(acts, y);
            case Row.Told told -> told(told, y);
            case Row.Note note -> note(note, top);
            case Row.Banner banner -> banner(banner, top);
            case Row.Heading heading -> heading(heading, top);
        }
    }

    private void asks(Row.Asks asks, int y) {
        ink.group(asks.from() + " to " + asks.to() + ": " + asks.all());
        var from = edge(asks.from(), asks.to(), y);
        var to = asks.arrives() ? barEdge(asks.exchange(), asks.to(), asks.from()) : edge(asks.to(), asks.from(), y);
        if (asks.from().equals(asks.to())) loop(asks.to(), y, REQUEST, false);
        else if (asks.arrives()) arrow(from, to, y, REQUEST, "", true);
        else broken(from, part(from, to), y, REQUEST, "");
        if (asks.from().equals(asks.to())) besides(asks.to(), y, asks.label(), REQUEST, "");
        else between(from, asks.arrives() ? to : part(from, to), y, asks.label(), REQUEST, "");
        ink.endGroup();
    }

    private void answers(Row.Answers answers, int y) {
        ink.group(answers.from() + " to " + answers.to() + ": " + answers.all());
        var from = barEdge(answers.exchange(), answers.from(), answers.to());
        var to = edge(answers.to(), answers.from(), y);
        if (answers.from().equals(answers.to())) loop(answers.to(), y, colour(answers.how()), true);
        else
            switch (answers.how()) {
                case WELL, REFUSING -> arrow(from, to, y, colour(answers.how()), DASHED, false);
                case LOST -> broken(from, part(from, to), y, FAILURE, DASHED);
                case NEVER_ARRIVED -> arrow(part(to, from), to, y, FAILURE, DASHED, false);
            }
        var style = weight(answers.how());
        if (answers.from().equals(answers.to()))
            besides(answers.to(), y, answers.label(), colour(answers.how()), style);
        else {
            var begin = answers.how() == Row.How.NEVER_ARRIVED ? part(to, from) : from;
            var end = answers.how() == Row.How.LOST ? part(from, to) : to;
            between(begin, end, y, answers.label(), colour(answers.how()), style);
        }
        ink.endGroup();
    }

    private static String colour(Row.How how) {
        return switch (how) {
            case WELL -> REPLY;
            case REFUSING -> REFUSAL;
            case LOST, NEVER_ARRIVED -> FAILURE;
        };
    }

    private static String weight(Row.How how) {
        return how == Row.How.WELL ? "" : " font-weight=\"bold\"";
    }

    private void acts(Row.Acts acts, int y) {
        ink.group(acts.who().name() + " at " + acts.node() + ": " + acts.all());
        var from = columns.x(acts.who());
        var to = x(acts.node()) - (from < x(acts.node()) ? BAR : -BAR);
        ink.line(from, y, to - sign(to - from) * 9, y, stroke(PERSON, "") + " stroke-width=\"3\"");
        head(to, y, sign(to - from), PERSON, true);
        ink.circle(from, y, 4, "fill=\"" + PERSON + "\"");
        above(from, to, y, acts.label(), " font-weight=\"bold\"");
        ink.endGroup();
    }

    private void told(Row.Told told, int y) {
        ink.group(told.who().name() + " at " + told.node() + " is told: " + told.all());
        var to = columns.x(told.who());
        var from = x(told.node()) - (to < x(told.node()) ? BAR : -BAR);
        arrow(from, to, y, PERSON, DASHED, false);
        above(from, to, y, told.label(), " font-style=\"italic\"");
        ink.endGroup();
    }

    private void note(Row.Note note, int top) {
        ink.group(note.node() + ": " + note.all());
        var left = x(note.node()) + bars.reach(note.node(), top + note.height() / 2) + 8;
        var lines = note.label();
        var wide = lines.stream().mapToInt(Letters::width).max().orElse(0) + 20;
        var high = note.height() - 8;
        var outline = "M" + left + " " + (top + 4) + "h" + (wide - 9) + "l9 9v" + (high - 9) + "h-" + wide + "z";
        ink.path(outline, "fill=\"#fff7d6\" stroke=\"#8a6d00\"");
        ink.path("M" + (left + wide - 9) + " " + (top + 4) + "v9h9", "fill=\"none\" stroke=\"#8a6d00\"");
        for (var i = 0; i < lines.size(); i++)
            ink.text(left + 9, top + 24 + i * Row.LINE, lines.get(i), "fill=\"#3d3000\"");
        ink.endGroup();
    }

    private void banner(Row.Banner banner, int top) {
        ink.group(banner.all());
        if (banner.fault()) {
            ink.rect(12, top + 8, width - 24, 32, 4, "fill=\"#fdecee\" stroke=\"#b00020\" stroke-width=\"2.5\"");
            ink.path("M36 " + (top + 12) + "l-9 14h7l-3 11l11 -15h-7l3 -10z", "fill=\"#b00020\"");
            ink.text(54, top + 30, banner.label(), "fill=\"#b00020\" font-weight=\"bold\"");
        } else {
            ink.rect(12, top + 8, width - 24, 32, 4, "fill=\"#f1f5f9\" stroke=\"#475569\" stroke-dasharray=\"8 4\"");
            ink.text(28, top + 30, banner.label(), "fill=\"#334155\"");
        }
        ink.endGroup();
    }

    private void heading(Row.Heading heading, int top) {
        ink.group(heading.all());
        ink.line(
                12,
                top + 10,
                width - 12,
                top + 10,
                "stroke=\"#cbd5e1\" stroke-width=\"" + (heading.scenario() ? 3 : 1) + "\"");
        var style = heading.scenario() ? "font-weight=\"bold\"" : "font-style=\"italic\"";
        ink.text(16, top + 32, heading.label(), "fill=\"#0f172a\" " + style + HALO);
        ink.endGroup();
    }

    /** From the edge of the bar at the caller, where it has one, on the side of the other. */
    private int edge(String node, String other, int y) {
        var x = x(node);
        if (x(other) < x) return x - (bars.reach(node, y) > 0 ? BAR : 0);
        return x + bars.reach(node, y);
    }

    private int barEdge(long exchange, String node, String other) {
        var x = x(node) + bars.offset(exchange);
        return x(other) < x(node) ? x - BAR : x + BAR;
    }

    private void arrow(int from, int to, int y, String colour, String dashes, boolean filled) {
        var by = sign(to - from);
        ink.line(from, y, filled ? to - by * 9 : to, y, stroke(colour, dashes) + " stroke-width=\"2\"");
        head(to, y, by, colour, filled);
    }

    private void head(int x, int y, int by, String colour, boolean filled) {
        var points = "M" + (x - by * 11) + " " + (y - 6) + "L" + x + " " + y + "L" + (x - by * 11) + " " + (y + 6);
        if (filled) ink.path(points + "z", "fill=\"" + colour + "\"");
        else ink.path(points, "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\"");
    }

    private void broken(int from, int to, int y, String colour, String dashes) {
        var by = sign(to - from);
        ink.line(from, y, to - by * 10, y, stroke(colour, dashes) + " stroke-width=\"2\"");
        ink.path(
                "M" + (to - 8) + " " + (y - 8) + "l16 16m0 -16l-16 16",
                "fill=\"none\" stroke=\"" + FAILURE + "\" stroke-width=\"3.5\" stroke-linecap=\"round\"");
    }

    /** A node that calls itself. */
    private void loop(String node, int y, String colour, boolean reply) {
        var x = x(node) + bars.reach(node, y);
        ink.path("M" + x + " " + (y - 8) + "h24v8h-24", "fill=\"none\" " + stroke(colour, reply ? DASHED : ""));
        head(x, y, -1, colour, !reply);
    }

    private void besides(String node, int y, String label, String colour, String style) {
        ink.text(x(node) + 36, y + 2, label, "fill=\"" + colour + "\"" + style + HALO);
    }

    private static int part(int from, int to) {
        return from + (to - from) * BROKEN / WHOLE;
    }

    private void between(int from, int to, int y, String label, String colour, String style) {
        ink.text((from + to) / 2, y - 8, label, MIDDLE + colour + "\"" + style + HALO);
    }

    /** The words of a person or to one, the last line right above the arrow. */
    private void above(int from, int to, int y, List<String> lines, String style) {
        for (var i = 0; i < lines.size(); i++)
            between(from, to, y - (lines.size() - 1 - i) * Row.LINE, lines.get(i), PERSON, style);
    }

    private int x(String node) {
        return columns.x(new Lane.Node(node));
    }

    private static String stroke(String colour, String dashes) {
        return "stroke=\"" + colour + "\"" + dashes;
    }

    private static int sign(int number) {
        return number < 0 ? -1 : 1;
    }
}
