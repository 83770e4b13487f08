package org.meshbed.scenarios.state;

import java.util.Arrays;
import java.util.stream.Collectors;

/** XML that harms whoever reads it without care. */
public enum Bomb {
    ENTITIES("entities that grow a billionfold"),
    FILE("an entity that is a file of the reader"),
    CALL("an entity that is fetched from elsewhere"),
    TYPE("a document type from elsewhere"),
    NEST("ten thousand elements inside each other"),
    HALF("elements that never end");

    private static final String DAV = "xmlns:d=\"DAV:\"";

    private final String words;

    Bomb(String words) {
        this.words = words;
    }

    /** In words that follow "with". */
    public String words() {
        return words;
    }

    public static Bomb of(String words) {
        return Arrays.stream(values())
                .filter(b -> b.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such thing as '" + words + "'; there is "
                        + Arrays.stream(values()).map(b -> b.words).collect(Collectors.joining(", "))));
    }

    /** With this inside of the first element of a right document; {@code elsewhere} is a URL. */
    public String in(String right, String elsewhere) {
        var body = right.substring(right.indexOf("<d:"));
        return switch (this) {
            case ENTITIES -> "<!DOCTYPE d [" + billion() + "]>" + first(body, "<d:x " + DAV + ">&e9;</d:x>");
            case FILE -> external("file:///etc/passwd") + first(body, "<d:x " + DAV + ">&e;</d:x>");
            case CALL -> external(elsewhere) + first(body, "<d:x " + DAV + ">&e;</d:x>");
            case TYPE -> "<!DOCTYPE d SYSTEM \"" + elsewhere + "\">" + body;
            case NEST -> first(body, "<d:x " + DAV + ">" + "<d:x>".repeat(9_999) + "</d:x>".repeat(10_000));
            case HALF -> first(body, "<d:x " + DAV + ">" + "<d:x>".repeat(9_999));
        };
    }

    private static String external(String place) {
        return "<!DOCTYPE d [<!ENTITY e SYSTEM \"" + place + "\">]>";
    }

    private static String billion() {
        var entities = new StringBuilder("<!ENTITY e0 \"ha\">");
        for (var i = 1; i < 10; i++)
            entities.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        return entities.toString();
    }

    private static String first(String body, String inside) {
        var end = body.indexOf('>') + 1;
        return body.substring(0, end) + inside + body.substring(end);
    }
}
