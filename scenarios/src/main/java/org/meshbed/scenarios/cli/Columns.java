package org.meshbed.scenarios.cli;

import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Profile;

/** The vendors there are, by the column that names them. */
final class Columns {
    /** Who plays a node that nobody was cast for. */
    static final String OTHERWISE = "reference/1.5";

    private Columns() {}

    static Profile read(String column) {
        throw new BadProfile("'" + column + "' is not a vendor");
    }
}
