package org.meshbed.nodes.identity;

/** A value that is not what its name promises; the message quotes it and shows the right form. */
public final class NotWellFormed extends IllegalArgumentException {
    private static final int LONGEST_QUOTE = 120;

    private final String message;

    public NotWellFormed(String what, String value, String rightForm) {
        message = what + " '" + quote(value) + "' is not " + rightForm;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** The value with control characters made visible and cut to a length a message can bear. */
    public static String quote(String value) {
        var cut = value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "..." : value;
        var shown = new StringBuilder();
        cut.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) shown.append(String.format("\\u%04x", c));
            else shown.appendCodePoint(c);
        });
        return shown.toString();
    }
}
