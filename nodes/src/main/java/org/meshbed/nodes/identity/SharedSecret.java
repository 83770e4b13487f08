package org.meshbed.nodes.identity;

/** The secret of one share, presented to read it; never printed. At most 1,024 characters. */
public record SharedSecret(String value) {
    public static final int LONGEST = 1024;

    public SharedSecret {
        if (value.isEmpty() || value.length() > LONGEST)
            throw new NotWellFormed("shared secret", "(" + value.length() + " characters)", "1 to 1024 characters");
    }

    @Override
    public String toString() {
        return "SharedSecret[masked]";
    }
}
