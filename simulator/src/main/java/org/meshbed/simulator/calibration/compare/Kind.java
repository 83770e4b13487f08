package org.meshbed.simulator.calibration.compare;

import java.util.regex.Pattern;

/** What a made-up text looks like: two servers of one vendor make up texts of one kind. */
record Kind(Form form, int length) {
    enum Form {
        UUID("a UUID of version "),
        DIGITS("digits"),
        HEX("hexadecimal digits"),
        LETTERS("letters and digits"),
        BASE64URL("base64url"),
        BASE64("base64"),
        OTHER("other text");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int SHORTEST_HEX = 16;

    static Kind of(String text) {
        var uuid = UUID.matcher(text);
        if (uuid.matches())
            return new Kind(Form.UUID, Character.digit(uuid.group(1).charAt(0), 16));
        var length = text.length();
        if (text.matches("[0-9]+")) return new Kind(Form.DIGITS, 0);
        if (length >= SHORTEST_HEX && text.matches("[0-9a-f]+")) return new Kind(Form.HEX, length);
        if (text.matches("[A-Za-z0-9]+")) return new Kind(Form.LETTERS, length);
        if (text.matches("[A-Za-z0-9_-]+=*")) return new Kind(Form.BASE64URL, length);
        if (text.matches("[A-Za-z0-9+/]+=*")) return new Kind(Form.BASE64, length);
        return new Kind(Form.OTHER, length);
    }

    /** A text of letters and digits may be base64 that happens to hold nothing else. */
    boolean fits(Kind other) {
        if (equals(other)) return form != Form.OTHER;
        return length == other.length && isBase64(this) && isBase64(other);
    }

    private static boolean isBase64(Kind kind) {
        return kind.form == Form.LETTERS || kind.form == Form.BASE64URL || kind.form == Form.BASE64;
    }

    @Override
    public String toString() {
        return switch (form) {
            case UUID -> form.words + length;
            case DIGITS -> form.words;
            case HEX, LETTERS, BASE64URL, BASE64, OTHER -> length + " characters of " + form.words;
        };
    }
}
