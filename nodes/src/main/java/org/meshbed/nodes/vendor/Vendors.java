package org.meshbed.nodes.vendor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The profiles there are: those that ship, and any file a user names. */
public final class Vendors {
    private static final List<String> SHIPPED = List.of(
            "reference/ocs",
            "reference/1.0",
            "reference/1.1",
            "reference/1.2",
            "reference/1.3",
            "reference/1.4",
            "reference/1.5",
            "ocm-go/1");
    private static final Map<String, Profile> READ = shipped();

    private Vendors() {}

    private static Map<String, Profile> shipped() {
        var read = new LinkedHashMap<String, Profile>();
        for (var name : SHIPPED) {
            var resource = "/vendors/" + name + ".yaml";
            try (var stream = Vendors.class.getResourceAsStream(resource)) {
                if (stream == null) throw new IllegalStateException(resource + " is missing");
                var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                read.put(name, ProfileReader.read(resource, text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read;
    }

    /** Names of the profiles that ship, {@code vendor/line}. */
    public static List<String> names() {
        return SHIPPED;
    }

    /**
     * The profile of a column: {@code reference/1.5}, {@code reference/1.5[mode=compat]} (several settings separated by
     * {@code ;}), or a path to a file that ends in {@code .yaml}. Throws {@link BadProfile}.
     */
    public static Profile column(String column) {
        var bracket = column.indexOf('[');
        if (bracket < 0) return profile(column);
        if (!column.endsWith("]"))
            throw new BadProfile(
                    "column '" + column + "' has no closing bracket; for example reference/1.5[mode=compat]");
        var profile = profile(column.substring(0, bracket));
        for (var pair : column.substring(bracket + 1, column.length() - 1).split(";")) {
            var equals = pair.indexOf('=');
            if (equals < 1) throw new BadProfile("'" + pair + "' in column '" + column + "' is not <setting>=<value>");
            profile = profile.with(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return profile;
    }

    /** Splits {@code a/1[x=y;z=1],b/2} at the commas outside of brackets. */
    public static List<String> columns(String list) {
        var columns = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (var i = 0; i < list.length(); i++) {
            var c = list.charAt(i);
            if (c == '[') depth++;
            else if (c == ']') depth--;
            else if (c == ',' && depth == 0) {
                columns.add(list.substring(from, i).strip());
                from = i + 1;
            }
        }
        columns.add(list.substring(from).strip());
        return columns;
    }

    private static Profile profile(String name) {
        if (name.endsWith(".yaml") || name.endsWith(".yml")) return file(Path.of(name));
        var profile = READ.get(name);
        if (profile == null) throw new BadProfile("there is no vendor '" + name + "'" + Nearest.hint(name, SHIPPED));
        return profile;
    }

    /** The profile in a file. */
    public static Profile file(Path path) {
        try {
            return ProfileReader.read(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new BadProfile("the profile '" + path + "' cannot be read; a profile is a .yaml file in UTF-8");
        }
    }
}
