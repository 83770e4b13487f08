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
            "ocm-go/1",
            "ocm-stub/1",
            "owncloud/11.0",
            "reva/3.12",
            "opencloud/2025-02");
    private static final Map<String, Profile> READ = shipped();

    private Vendors() {}

    private static Map<String, Profile> shipped() {
        var read = new LinkedHashMap<String, Profile>();
        for (var name : SHIPPED) shipped(name, read, List.of());
        return read;
    }

    /** @param chain the profiles that extend this one */
    private static Profile shipped(String name, Map<String, Profile> read, List<String> chain) {
        var known = read.get(name);
        if (known != null) return known;
        var resource = "/vendors/" + name + ".yaml";
        var profile = ProfileReader.read(resource, written(name), parent -> {
            var parents = chained(chain, name, parent);
            return shipped(parent.oneOf("vendor", SHIPPED), read, parents);
        });
        read.put(name, profile);
        return profile;
    }

    /** Throws {@link BadProfile} where a profile extends itself, by others or at once. */
    private static List<String> chained(List<String> chain, String name, YamlView parent) {
        var longer = new ArrayList<>(chain);
        longer.add(name);
        var text = parent.text("the name of a profile");
        if (longer.contains(text)) throw circle(parent, longer, text);
        return longer;
    }

    /** A profile that ships, as it is written. */
    public static String written(String name) {
        if (!SHIPPED.contains(name))
            throw new BadProfile("there is no vendor '" + name + "'" + Nearest.hint(name, SHIPPED));
        var resource = "/vendors/" + name + ".yaml";
        try (var stream = Vendors.class.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalStateException(resource + " is missing");
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        if (isFile(name)) return file(Path.of(name));
        var profile = READ.get(name);
        if (profile == null) throw new BadProfile("there is no vendor '" + name + "'" + Nearest.hint(name, SHIPPED));
        return profile;
    }

    /** The profile in a file. */
    public static Profile file(Path path) {
        return file(path, List.of());
    }

    /** The profile that a file with this text would be. */
    public static Profile text(Path file, String text) {
        return ProfileReader.read(file.toString(), text, parent -> parent(file, List.of(), parent));
    }

    private static Profile file(Path path, List<String> chain) {
        try {
            return ProfileReader.read(path.toString(), Files.readString(path), parent -> parent(path, chain, parent));
        } catch (IOException e) {
            throw new BadProfile("the profile '" + path + "' cannot be read; a profile is a .yaml file in UTF-8");
        }
    }

    /** A profile that ships, or a file named from where the child lies. */
    private static Profile parent(Path child, List<String> chain, YamlView name) {
        var text = name.text("the name of a profile, or a file");
        if (!isFile(text)) return profile(name.oneOf("vendor", SHIPPED));
        var path = child.resolveSibling(text).normalize();
        var longer = new ArrayList<>(chain);
        longer.add(child.normalize().toString());
        if (longer.contains(path.toString())) throw circle(name, longer, path.toString());
        return file(path, longer);
    }

    /** A profile that ships leads nowhere back: that whose name is nearest. */
    private static BadProfile circle(YamlView at, List<String> chain, String last) {
        var text = at.text("the name of a profile, or a file");
        var bare = text.replaceFirst("^.*/(?=[^/]*[.]ya?ml$)", "").replaceFirst("[.]ya?ml$", "");
        return at.wrong("'" + text + "' extends in a circle: " + String.join(" extends ", chain) + " extends " + last
                + "; extend a profile that does not lead back here, for example '" + Nearest.of(bare, SHIPPED) + "'");
    }

    private static boolean isFile(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
