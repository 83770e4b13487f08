package org.meshbed.nodes.vendor.quirk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which dialects it speaks, and how much of others it takes. */
public sealed interface DialectQuirk extends Quirk {
    /** The dialects it speaks to peers, instead of all that are not newer than its own. */
    @QuirkName("dialect.speaks")
    record DialectSpeaks(
            @Words(from = Words.Listed.DIALECTS, what = "dialect")
            List<String> dialects) implements DialectQuirk {
        public DialectSpeaks {
            dialects = List.copyOf(dialects);
        }
    }

    /** How much it takes of what it is sent: {@code own} forms to the letter, or {@code lenient}. */
    @QuirkName("dialect.reads")
    record DialectReads(@Words({"own", "lenient"}) String reading) implements DialectQuirk {}

    /**
     * What it takes as a message, by the place it comes to, beside one JSON object with members of their very names:
     * {@code form}, a form instead; {@code json} or {@code only-form} at the token endpoint,
     * whatever content type it has, {@code client-address} there, a client named as somebody at its server; {@code first}
     * of doubled fields of a form; {@code any-value},
     * JSON that is no object; {@code any-case}, members in any letter case; {@code doubled-keys}, of which the last counts;
     * {@code text-behind} the first document; {@code anything}, where what cannot be read, or has another content type, is
     * a message without members; {@code fields} of a form and of the query, where the content type is not that of JSON;
     * members of the {@code query} as well; {@code brackets} in the names of a form, which
     * stand for members of members; {@code numbers}, which are texts.
     */
    @QuirkName("message.reads")
    record MessageReads(
            @Words(from = Words.Listed.PLACES, what = "place")
            Map<String, List<String>> places) implements DialectQuirk, Merging {
        public static final List<String> TAKES = List.of(
                "form",
                "json",
                "only-form",
                "client-address",
                "first",
                "any-value",
                "any-case",
                "doubled-keys",
                "text-behind",
                "anything",
                "fields",
                "query",
                "brackets",
                "numbers");

        public MessageReads {
            places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
            for (var takes : places.values())
                for (var word : takes)
                    if (!TAKES.contains(word))
                        throw new IllegalArgumentException(
                                "'" + word + "' is no way to read a message; there is " + String.join(", ", TAKES));
        }

        @Override
        public Quirk over(Quirk below) {
            var all = new LinkedHashMap<>(((MessageReads) below).places);
            all.putAll(places);
            return new MessageReads(all);
        }
    }
}
