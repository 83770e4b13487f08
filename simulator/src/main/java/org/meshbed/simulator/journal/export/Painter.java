package org.meshbed.simulator.journal.export;

import java.util.List;

/** Paints lanes and rows. Lines that belong behind others are painted first. */
final class Painter {
    private static final int TOP = 16;
    private static final int HEAD = 56;
    /** Where the first row begins. */
    static final int FIRST_ROW = TOP + HEAD + 12;

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

    Painter(List<Lane> lanes, List<Row> rows, Columns columns, Bars bars, int width) {
        this.lanes = lanes;
        this.rows = rows;
        this.columns = columns;
        this.width = width;
        this.bars = bars;
        end = FIRST_ROW + rows.stream().mapToInt(Row::height).sum();
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
        var y = FIRST_ROW;
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
}
