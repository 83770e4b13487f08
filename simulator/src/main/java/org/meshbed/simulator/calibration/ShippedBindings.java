package org.meshbed.simulator.calibration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Nearest;
import org.meshbed.simulator.calibration.binding.Bindings;
import org.meshbed.simulator.calibration.binding.BindingsReader;

/** The bindings that ship, one for each recorded folder, and those in any file. */
public final class ShippedBindings {
    private static final List<String> FOLDERS =
            List.of("ocm-go-1", "ocm-stub-1", "reva-3", "owncloud-11", "opencloud-2025", "pairs");

    private ShippedBindings() {}

    /** Names of the folders whose bindings ship. */
    public static List<String> folders() {
        return FOLDERS;
    }

    /** The bindings of a recorded folder. Throws {@link BadProfile} where none ship. */
    public static Bindings of(String folder) {
        if (!FOLDERS.contains(folder))
            throw new BadProfile("no bindings ship for a folder '" + folder + "'" + Nearest.hint(folder, FOLDERS)
                    + "; others are given with --bindings FILE");
        var resource = "/calibration/" + folder + ".yaml";
        try (var stream = ShippedBindings.class.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalStateException(resource + " is missing");
            return BindingsReader.read(resource, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bindings in a file. Throws {@link BadProfile}. */
    public static Bindings file(Path path) {
        try {
            return BindingsReader.read(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new BadProfile("the bindings '" + path + "' cannot be read; they are a .yaml file in UTF-8");
        }
    }
}
