package org.meshbed.scenarios.bench;

import org.meshbed.scenarios.run.Meshes;
import org.meshbed.scenarios.run.WorldKind;

/** A JVM that starts two nodes on loopback, shares a file over HTTPS, and says so as soon as it was read. */
final class FirstGreen {
    private FirstGreen() {}

    public static void main(String[] args) {
        try (var mesh = Meshes.open(WorldKind.LOOPBACK, 1)) {
            new Flow(mesh, 1).shareAndRead();
            System.out.println("green");
        }
        System.exit(0);
    }
}
