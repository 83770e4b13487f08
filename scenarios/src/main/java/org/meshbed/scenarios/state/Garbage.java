package org.meshbed.scenarios.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a server may get or answer instead of a message. */
public enum Garbage {
    NOTHING("nothing at all"),
    HALF("half a document"),
    HTML("a page of HTML"),
    LIST("a list"),
    NUMBER("a number"),
    NULL("null"),
    NO_TEXT("bytes that are no text"),
    HUGE("three megabytes"),
    DEEP("ten thousand brackets"),
    TWICE("the same field twice"),
    LONG_NUMBER("a number without end"),
    TWO("two documents");

    private static final int MEGABYTE = 1 << 20;

    private final String words;

    Garbage(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    public static Garbage of(String words) {
        return Arrays.stream(values())
                .filter(g -> g.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such thing as '" + words + "'; there is "
                        + Arrays.stream(values()).map(g -> g.words).collect(Collectors.joining(", "))));
    }

    /** Its bytes, where a right message would have been this. */
    public byte[] insteadOf(byte[] right) {
        var text = new String(right, StandardCharsets.UTF_8);
        var bytes = switch (this) {
            case NOTHING -> "";
            case HALF -> text.substring(0, text.length() / 2);
            case HTML -> "<!DOCTYPE html><html><body><h1>Welcome</h1></body></html>";
            case LIST -> "[" + text + "]";
            case NUMBER -> "42";
            case NULL -> "null";
            case NO_TEXT -> "";
            case HUGE -> first(text, "\"padding\":\"" + "x".repeat(3 * MEGABYTE) + "\",");
            case DEEP -> first(text, "\"deep\":" + "[".repeat(10_000) + "]".repeat(10_000) + ",");
            case TWICE -> text.replaceFirst("(\"[^\"]+\":\"[^\"]*\")", "$1,$1");
            case LONG_NUMBER -> first(text, "\"number\":" + "9".repeat(100_000) + ",");
            case TWO -> text + text;
        };
        return this == NO_TEXT ? noText(right) : bytes.getBytes(StandardCharsets.UTF_8);
    }

    /** With one more member in front of the others. */
    private static String first(String text, String member) {
        return "{" + member + text.substring(text.indexOf('{') + 1);
    }

    /** The message with a byte in its first text that no UTF-8 has. */
    private static byte[] noText(byte[] right) {
        var bytes = right.clone();
        bytes[bytes.length / 2] = (byte) 0xff;
        return bytes;
    }
}
