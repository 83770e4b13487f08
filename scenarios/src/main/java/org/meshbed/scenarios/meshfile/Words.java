package org.meshbed.scenarios.meshfile;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.meshbed.scenarios.input.Nearest;

/** Single values of a mesh file and of command lines; each throws with the value and the right form. */
public final class Words {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern USER = Pattern.compile("[^\\s/:\\p{Cntrl}]{1,255}");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m)");

    private Words() {}

    public static String name(String text) {
        if (NAME.matcher(text).matches()) return text;
        throw new IllegalArgumentException("'" + text + "' is not a name of small letters, digits and '-', beginning"
                + " with a letter; for example cern");
    }

    public static String user(String text) {
        if (USER.matcher(text).matches() && !text.contains("@")) return text;
        throw new IllegalArgumentException(
                "'" + text + "' is not a user name without spaces, '@', '/' and ':'; for example alice");
    }

    public static int port(String text) {
        var port = number(text, "9401");
        if (port >= 1 && port <= 65_535) return (int) port;
        throw new IllegalArgumentException("'" + text + "' is not a port from 1 to 65535; for example 9401");
    }

    static int positive(String text) {
        var number = number(text, "1000");
        if (number >= 1 && number <= Integer.MAX_VALUE) return (int) number;
        throw new IllegalArgumentException("'" + text + "' is not a whole number above 0; for example 1000");
    }

    static long number(String text, String example) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("'" + text + "' is not a whole number; for example " + example);
        }
    }

    static Duration duration(String text) {
        var parts = DURATION.matcher(text);
        if (!parts.matches())
            throw new IllegalArgumentException("'" + text + "' is not a time; for example 40ms, 2s or 1m");
        var amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    static <E extends Enum<E>> E oneOf(Class<E> choices, String text) {
        var known = Arrays.stream(choices.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
        var index = known.indexOf(text);
        if (index >= 0) return choices.getEnumConstants()[index];
        throw new IllegalArgumentException("'" + text + "' is not known" + Nearest.hint(text, known));
    }

    static String one(List<String> known, String what, String text) {
        if (known.contains(text)) return text;
        throw new IllegalArgumentException("there is no " + what + " '" + text + "'" + Nearest.hint(text, known));
    }
}
