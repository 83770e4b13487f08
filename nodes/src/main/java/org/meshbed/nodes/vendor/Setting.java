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
 */
public record Setting(String name, String otherwise, Map<String, List<Declared>> values, Evidence evidence) {
    public Setting {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
