package org.meshbed.simulator.oracle;

import java.util.Arrays;
import java.util.Optional;

/** A version of OCM as the oracle tells them apart, oldest first. */
public enum Version {
    OCS("ocs"),
    V1_0("1.0"),
    V1_1("1.1"),
    V1_2("1.2"),
    V1_3("1.3"),
    V1_4("1.4"),
    V1_5("1.5");

    private final String word;

    Version(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** The version of this name: {@code 1.5}, {@code ocs}. */
    public static Optional<Version> named(String word) {
        return Arrays.stream(values()).filter(v -> v.word.equals(word)).findFirst();
    }

    /** The version a discovery document announces: {@code 1.5.0}, {@code 1.0-proposal1}. */
    static Optional<Version> announced(String apiVersion) {
        return Arrays.stream(values())
                .filter(v -> apiVersion.equals(v.word)
                        || apiVersion.startsWith(v.word + ".")
                        || apiVersion.startsWith(v.word + "-"))
                .findFirst();
    }

    boolean since(Version other) {
        return compareTo(other) >= 0;
    }

    static Version older(Version one, Version other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
