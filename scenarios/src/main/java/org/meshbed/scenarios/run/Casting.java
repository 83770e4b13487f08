package org.meshbed.scenarios.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.input.BadInput;

/** Which vendor plays the node of which name; all others are played by one. */
public final class Casting {
    private final Map<String, Profile> cast;
    private final Profile others;

    private Casting(Map<String, Profile> cast, Profile others) {
        this.cast = new LinkedHashMap<>(cast);
        this.others = others;
    }

    /** Reads {@code alpha=COLUMN,beta=COLUMN}; {@code columns} reads one column. */
    public static Casting parse(String text, String others, Function<String, Profile> columns) {
        var cast = new LinkedHashMap<String, Profile>();
        for (var part : text.isBlank() ? List.<String>of() : Vendors.columns(text)) {
            var equals = part.indexOf('=');
            if (equals < 1 || equals == part.length() - 1)
                throw new BadInput("--vendors '" + part + "' is not <node>=<column>; for example alpha=reference/1.0");
            var node = part.substring(0, equals).strip();
            if (cast.put(node, column(part.substring(equals + 1).strip(), columns)) != null)
                throw new BadInput("--vendors names the node '" + node + "' two times");
        }
        return new Casting(cast, column(others, columns));
    }

    private static Profile column(String column, Function<String, Profile> columns) {
        try {
            return columns.apply(column);
        } catch (BadProfile e) {
            throw new BadInput("--vendors: " + e.getMessage());
        }
    }

    /** Who plays a node that nobody was cast for. */
    public Profile others() {
        return others;
    }

    public Profile profile(String node) {
        return cast.getOrDefault(node, others);
    }

    @Override
    public String toString() {
        if (cast.isEmpty()) return "all nodes are " + others.column();
        return cast.entrySet().stream()
                .map(role -> role.getKey() + " is " + role.getValue().column())
                .collect(Collectors.joining(", ", "", ", all others are " + others.column()));
    }
}
