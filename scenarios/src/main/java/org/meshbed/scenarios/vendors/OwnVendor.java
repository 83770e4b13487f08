package org.meshbed.scenarios.vendors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.input.BadInput;

/** A profile of a user's own: the one it is like, under another name, to be edited. */
public final class OwnVendor {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");

    private OwnVendor() {}

    /** Writes the file and answers where; a file that is there is left alone. */
    public static Path write(String name, String like, Path folder) {
        if (!NAME.matcher(name).matches())
            throw new BadInput(
                    "'" + name + "' is no name of a vendor: small letters, digits and hyphens, for example acme");
        if (like.contains("["))
            throw new BadInput("--like '" + like + "' has settings; name the profile alone, the file has them all");
        var file = folder.resolve(name + ".yaml");
        if (Files.exists(file)) throw new BadInput(file + " is there already; remove it, or choose another name");
        try {
            Files.writeString(file, text(name, like));
            return file;
        } catch (IOException e) {
            throw new BadInput(file + " cannot be written: " + e.getMessage());
        }
    }

    private static String text(String name, String like) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# A vendor of your own, like " + like + ". Change a line and play it: --vendors beta=./" + name
                + ".yaml");
        lines.add("vendor: " + name);
        lines.add("line: \"1\"");
        lines.add("covers: \"like " + like + "\"");
        written(like)
                .lines()
                .filter(line -> !line.matches("(vendor|line|covers):.*"))
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static String written(String like) throws IOException {
        if (List.of(".yaml", ".yml").stream().noneMatch(like::endsWith)) return Vendors.written(like);
        Vendors.column(like);
        return Files.readString(Path.of(like));
    }
}
