package org.meshbed.nodes.vendor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something the operator of the real product can switch.
 *
 * @param otherwise the value it has when nobody switched it
 * @param values each value with the quirks it adds
 * @param without for a value the names of the quirk types it takes away
 * @param sets for a value the values that other settings get, unless they are switched themselves
 */
public record Setting(
        String name,
        String otherwise,
        Map<String, List<Declared>> values,
        Map<String, List<String>> without,
        Map<String, Map<String, String>> sets,
        Evidence evidence) {
    public Setting {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        without = Collections.unmodifiableMap(new LinkedHashMap<>(without));
        sets = Collections.unmodifiableMap(new LinkedHashMap<>(sets));
    }

    /** A setting whose values add quirks and do nothing else. */
    public Setting(String name, String otherwise, Map<String, List<Declared>> values, Evidence evidence) {
        this(name, otherwise, values, new LinkedHashMap<>(), new LinkedHashMap<>(), evidence);
    }
}
