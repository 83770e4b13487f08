package org.meshbed.simulator.calibration.compare;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares two texts by the role of the place they stand at; new made-up values become bound on the way. */
public final class Texts {
    private static final Duration CLOSE = Duration.ofSeconds(10);
    private static final Pattern BASE64 = Pattern.compile("(?=.*[+/=])[A-Za-z0-9+/]{16,}={0,2}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9,13}");
    private static final long MILLIS_FROM = 100_000_000_000L;

    private final Bonds bonds;

    public Texts(Bonds bonds) {
        this.bonds = bonds;
    }

    public Bonds bonds() {
        return bonds;
    }

    /** Why the simulated text does not stand for the recorded one; empty where it does. */
    public Optional<String> objection(Role role, String real, String own) {
        return switch (role) {
            case EXACT -> known(real, own) ? Optional.empty() : Optional.of("");
            case MADE_UP -> madeUp(real, own);
            case NAME -> objection(UUID.matcher(real).matches() ? Role.MADE_UP : Role.EXACT, real, own);
            case KEY -> key(real, own);
            case NOW -> moment(real, own, true);
            case MOMENT -> moment(real, own, false);
            case TAG -> tag(real, own);
        };
    }

    private boolean known(String real, String own) {
        return real.equals(own) || bonds.toSimulated(real).equals(own);
    }

    private Optional<String> madeUp(String real, String own) {
        if (known(real, own)) return Optional.empty();
        if (BASE64.matcher(real).matches() && BASE64.matcher(own).matches() && real.length() == own.length())
            return bonds.bind(real, own);
        var there = Tokens.of(real);
        var here = Tokens.of(own);
        if (there.size() != here.size()) return Optional.of("");
        for (var i = 0; i < there.size(); i++) {
            var why = token(there.get(i), here.get(i), i == 0 ? "" : there.get(i - 1));
            if (why.isPresent()) return why;
        }
        return Optional.empty();
    }

    /** {@code before}: the signs in front, which tell a port or a part of a host name from a number that was made up. */
    private Optional<String> token(String real, String own, String before) {
        var known = bonds.simulated(real);
        if (known.isPresent() && known.get().equals(own)) return Optional.empty();
        if (known.isEmpty() && real.equals(own)) return Optional.empty();
        if (!Tokens.isValue(real) || !Tokens.isValue(own)) return Optional.of("");
        var inside = Tokens.decoded(real).flatMap(r -> Tokens.decoded(own).map(o -> madeUp(r, o)));
        if (inside.isPresent()) return inside.get().or(() -> bonds.bind(real, own));
        var there = Kind.of(real);
        var here = Kind.of(own);
        var inHost = there.form() == Kind.Form.DIGITS
                && (before.endsWith(":") || before.endsWith("."))
                && before.indexOf('"') < 0; // a member of JSON
        if (!there.fits(here) || isWord(real) || inHost) return Optional.of(there + ", not " + here);
        return bonds.bind(real, own);
    }

    /** Short words of letters alone are names somebody chose. */
    private static boolean isWord(String token) {
        return token.matches("[A-Za-z_-]{1,11}");
    }

    private Optional<String> key(String real, String own) {
        if (known(real, own)) return Optional.empty();
        var form = "[A-Za-z0-9+/_=-]";
        var there = real.replaceAll(form + "{16,}", "K");
        var here = own.replaceAll(form + "{16,}", "K");
        if (!there.equals(here) || real.length() != own.length()) return Optional.of("a key of another form");
        return bonds.bind(real, own);
    }

    private Optional<String> tag(String real, String own) {
        if (known(real, own)) return Optional.empty();
        if (!quotes(real).equals(quotes(own))) return Optional.of("a tag of another form");
        return bonds.bind(real, own);
    }

    private static String quotes(String tag) {
        return tag.replaceAll("[^\"]+(?=\"$)", "T").replaceAll("^[^\"]+$", "T");
    }

    private static Optional<String> moment(String real, String own, boolean close) {
        if (real.equals(own)) return Optional.empty();
        var there = instant(real);
        var here = instant(own);
        if (there.isEmpty() || here.isEmpty() || !format(real).equals(format(own)))
            return Optional.of("a moment in another format");
        var apart = Duration.between(there.get(), here.get()).abs();
        return close && apart.compareTo(CLOSE) > 0
                ? Optional.of("moments that are " + apart.toSeconds() + " s apart")
                : Optional.empty();
    }

    private static String format(String text) {
        return text.replaceAll("\\.[0-9]+", ".f").replaceAll("[0-9]", "0").replaceAll("[A-Z][a-z]{2}", "Xxx");
    }

    private static Optional<Instant> instant(String text) {
        if (text.equals("0")) return Optional.of(Instant.EPOCH);
        if (NUMBER.matcher(text).matches()) {
            var number = Long.parseLong(text);
            return Optional.of(number >= MILLIS_FROM ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
        }
        for (var form : java.util.List.of(DateTimeFormatter.ISO_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME)) {
            try {
                return Optional.of(Instant.from(form.parse(text)));
            } catch (DateTimeParseException e) {
                continue;
            } catch (java.time.DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
