package org.meshbed.simulator.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;

/**
 * Replaces secrets by stable pseudonyms ({@code secret#3}), by value and in every encoding, so that equality stays
 * visible. They are numbered in the order of their first appearance. Only secrets of six characters and more are known:
 * shorter ones would mask words. The cost of masking does not grow with the number of secrets. Not for several threads:
 * the journal's lock is held around each call.
 */
final class Masks {
    private final Needles<Needle> needles = new Needles<>();
    private int numbered;

    /** From now on this value is masked. */
    void learn(String value) {
        if (value.length() < Needles.SHORTEST || needles.get(value).isPresent()) return;
        var secret = new Secret();
        for (var form : Encodings.written(value)) needles.add(form, new Needle(secret, false));
        for (var core : Encodings.base64Cores(value)) needles.add(core, new Needle(secret, true));
    }

    /** Forgets all secrets and begins to number anew: a scenario reads the same alone and after others. */
    void forget() {
        needles.clear();
        numbered = 0;
    }

    /** The text with all known secrets replaced; the same object where there were none. */
    String mask(String text) {
        if (text.length() < Needles.SHORTEST || needles.isEmpty()) return text;
        var masking = new Masking(text);
        needles.search(text, masking);
        return masking.result();
    }

    Headers mask(Headers headers) {
        for (var line : headers.lines()) if (!mask(line.value()).equals(line.value())) return masked(headers);
        return headers;
    }

    private Headers masked(Headers headers) {
        List<Header> masked = new ArrayList<>(headers.lines().size());
        for (var line : headers.lines()) masked.add(new Header(line.name(), mask(line.value())));
        return new Headers(masked);
    }

    List<String> mask(List<String> texts) {
        return texts.stream().map(this::mask).toList();
    }

    private record Needle(Secret secret, boolean inBase64) {}

    private final class Secret {
        private int number;

        String pseudonym() {
            if (number == 0) number = ++numbered;
            return "secret#" + number;
        }
    }

    /** One text being masked. */
    private final class Masking implements Needles.Sink<Needle> {
        private final String text;
        private @Nullable StringBuilder masked;
        private int copied;

        Masking(String text) {
            this.text = text;
        }

        @Override
        public int found(int at, Needles.Found<Needle> found) {
            return found.what().inBase64() ? replaceBase64(at, found) : replace(at, found);
        }

        private int replace(int at, Needles.Found<Needle> found) {
            return replace(at, at + found.length(), found.what().secret().pseudonym());
        }

        /** All of the base64 text goes, or the rest would tell the first and last characters of the secret. */
        private int replaceBase64(int at, Needles.Found<Needle> found) {
            var from = at;
            while (from > copied && isBase64(text.charAt(from - 1))) from--;
            var to = at + found.length();
            while (to < text.length() && isBase64(text.charAt(to))) to++;
            var whole = text.substring(from, to);
            while (to < text.length() && text.charAt(to) == '=') to++;
            while (text.regionMatches(true, to, "%3D", 0, 3)) to += 3;
            return replace(from, to, "base64(" + inside(whole, found.what().secret()) + ")");
        }

        private int replace(int from, int to, String by) {
            var before = masked == null ? new StringBuilder(text.length()) : masked;
            masked = before.append(text, copied, from).append(by);
            copied = to;
            return to;
        }

        String result() {
            return masked == null
                    ? text
                    : masked.append(text, copied, text.length()).toString();
        }
    }

    /** What stands around the secret inside of the base64 text, where that can be read. */
    private String inside(String base64, Secret secret) {
        var plain = Encodings.printable(base64);
        var masked = mask(plain);
        return masked.equals(plain) ? secret.pseudonym() : masked;
    }

    /** A slash is left out: it more often stands between parts of a path than inside a base64 text. */
    private static boolean isBase64(char c) {
        return Encodings.isAlphanumeric(c) || c == '-' || c == '_' || c == '+';
    }
}
