package org.meshbed.scenarios.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.run.Meshes;
import org.meshbed.scenarios.run.Stopwatch;
import org.meshbed.scenarios.run.WorldKind;

/** A JVM that starts 1,000 nodes on loopback; says the seconds it took, and its resident mebibytes (-1: unknown). */
final class ThousandNodes {
    static final int NODES = 1000;

    private ThousandNodes() {}

    public static void main(String[] args) {
        var watch = Stopwatch.started();
        try (var mesh = Meshes.open(WorldKind.LOOPBACK, 1)) {
            var profile = Vendors.column("reference/1.5");
            for (var i = 0; i < NODES; i++) mesh.node("n" + i, profile, "alice");
            System.out.println(watch.elapsed().toMillis() / 1000.0 + " " + residentMebibytes());
        }
        System.exit(0);
    }

    private static long residentMebibytes() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(-1L);
        } catch (IOException _) {
            return -1;
        }
    }
}
