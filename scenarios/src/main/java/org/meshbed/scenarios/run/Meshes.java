package org.meshbed.scenarios.run;

import org.meshbed.simulator.mesh.Mesh;

/** Opens empty meshes, each in a world of its own. */
public final class Meshes {
    private Meshes() {}

    public static Mesh open(WorldKind kind, long seed) {
        return switch (kind) {
            case VIRTUAL -> Mesh.inVirtualTime(seed);
            case LOOPBACK -> Mesh.onLoopback(seed);
        };
    }
}
