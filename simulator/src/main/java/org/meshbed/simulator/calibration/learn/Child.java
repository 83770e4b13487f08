package org.meshbed.simulator.calibration.learn;

import java.nio.file.Path;
import org.meshbed.nodes.vendor.Profile;

/**
 * A profile that is to extend another one.
 *
 * @param file where it will lie
 * @param parent how that file names the other one
 * @param like the other one
 */
public record Child(Path file, String parent, Profile like) {}
