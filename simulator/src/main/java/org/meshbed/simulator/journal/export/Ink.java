package org.meshbed.simulator.journal.export;

/** Writes SVG: only attributes, so that a page it is put into and its rules for styles and scripts do not matter. */
final class Ink {
    private final StringBuilder svg = new StringBuilder();

    Ink open(int width, int height, String title, String description) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\" font-size=\"")
                .append(Letters.SIZE)
                .append("\">\n<title>")
                .append(escape(title))
                .append("</title>\n<desc>")
                .append(escape(description))
                .append("</desc>\n");
        return rect(0, 0, width, height, 0, "fill=\"#ffffff\"");
    }

    String close() {
        return svg.append("</svg>\n").toString();
    }

    Ink group(String all) {
        svg.append("<g><title>").append(escape(all)).append("</title>");
        return this;
    }

    Ink endGroup() {
        svg.append("</g>\n");
        return this;
    }

    Ink line(int x1, int y1, int x2, int y2, String style) {
        svg.append("<line x1=\"").append(x1).append("\" y1=\"").append(y1);
        svg.append("\" x2=\"").append(x2).append("\" y2=\"").append(y2);
        svg.append("\" ").append(style).append("/>\n");
        return this;
    }

    Ink rect(int x, int y, int width, int height, int round, String style) {
        svg.append("<rect x=\"").append(x).append("\" y=\"").append(y);
        svg.append("\" width=\"").append(width).append("\" height=\"").append(height);
        if (round > 0) svg.append("\" rx=\"").append(round);
        svg.append("\" ").append(style).append("/>\n");
        return this;
    }

    Ink path(String points, String style) {
        svg.append("<path d=\"").append(points).append("\" ").append(style).append("/>\n");
        return this;
    }

    Ink circle(int x, int y, int radius, String style) {
        svg.append("<circle cx=\"").append(x).append("\" cy=\"").append(y);
        svg.append("\" r=\"").append(radius).append("\" ").append(style).append("/>\n");
        return this;
    }

    /** @param y of the base line */
    Ink text(int x, int y, String text, String style) {
        svg.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" ")
                .append(style)
                .append('>');
        svg.append(escape(text)).append("</text>\n");
        return this;
    }

    /** Markup made harmless; what XML cannot hold becomes a question mark. */
    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\n' || c == '\t' || c >= 0x20 && c < 0xd800 || c >= 0xe000 && c < 0xfffe || c > 0xffff;
    }
}
