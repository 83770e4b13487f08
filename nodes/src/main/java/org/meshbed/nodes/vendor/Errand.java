package org.meshbed.nodes.vendor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.meshbed.nodes.vendor.quirk.Facts;

/**
 * What a request to another server is for.
 *
 * @param request its kind, one of those that profiles speak of
 * @param facts what templates may say of it
 */
public record Errand(String request, Supplier<Facts> facts) {
    public static Errand of(String request) {
        return new Errand(request, () -> Facts.NONE);
    }

    public static Errand of(String request, Supplier<Facts> facts) {
        return new Errand(request, facts);
    }

    /** The same, with facts under one more word. */
    public Errand and(String root, Supplier<Map<String, String>> values) {
        return new Errand(request, () -> facts.get().and(root, values.get()));
    }

    /** Values in the order given: name, value, name, value. */
    public static Map<String, String> values(String... pairs) {
        var values = new LinkedHashMap<String, String>();
        for (var i = 0; i + 1 < pairs.length; i += 2) values.put(pairs[i], pairs[i + 1]);
        return values;
    }
}
