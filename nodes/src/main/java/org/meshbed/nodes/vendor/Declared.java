package org.meshbed.nodes.vendor;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.vendor.quirk.Quirk;

/**
 * A quirk as a profile declares it.
 *
 * @param bends ids of the rules it breaks
 * @param bug id of the known bug it is, where it is one
 * @param place file and line, for those who find something wrong with it later
 * @param written its value in words, to be shown
 */
public record Declared(
        Quirk quirk, List<String> bends, Evidence evidence, Optional<String> bug, String place, String written) {
    public Declared {
        bends = List.copyOf(bends);
    }

    /** Declared by code and not in a file. */
    public Declared(Quirk quirk, List<String> bends, Evidence evidence, Optional<String> bug) {
        this(quirk, bends, evidence, bug, "code", String.valueOf(quirk));
    }
}
