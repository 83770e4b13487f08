package org.meshbed.scenarios.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.meshbed.scenarios.input.BadInput;

/** Secrets that a command line names, and never holds. */
final class Tokens {
    private static final int SHORTEST = 8;

    private Tokens() {}

    /** The one line of a file; throws {@link BadInput} naming the option, never the token. */
    static String read(String option, Path file) {
        String token;
        try {
            token = Files.readString(file).strip();
        } catch (IOException e) {
            throw new BadInput(
                    option + " '" + file + "' cannot be read; it is to be a file with the token in one line");
        }
        if (token.length() < SHORTEST || token.lines().count() != 1)
            throw new BadInput(option + " '" + file + "' holds no token; one line of at least " + SHORTEST
                    + " characters is asked for");
        return token;
    }

    /** From a file of this name, or else from a variable of the environment. */
    static String fileOrVariable(String option, String name) {
        if (Files.exists(Path.of(name))) return read(option, Path.of(name));
        var value = System.getenv(name);
        if (value == null || value.isBlank())
            throw new BadInput(option + " '" + name + "' is neither a file nor a variable of the environment");
        return value.strip();
    }
}
