package org.meshbed.nodes.vendor;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.vendor.quirk.Quirk;

/**
 * A quirk as a profile declares it.
 *
 * @param bends ids of the rules it breaks
 * @param bug id of the known bug it is, where it is one
 */
public record Declared(Quirk quirk, List<String> bends, Evidence evidence, Optional<String> bug) {
    public Declared {
        bends = List.copyOf(bends);
    }
}
