package org.meshbed.scenarios.expect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What files hold. */
public final class Bytes {
    private Bytes() {}

    /** The same bytes; a mismatch says where they part. */
    public static Expectation<byte[]> equalTo(String what, byte[] expected) {
        return actual -> {
            var at = Arrays.mismatch(expected, actual);
            return Expectation.unless(
                    at < 0,
                    "%s should hold %d bytes, but holds %d that part from them at byte %d"
                            .formatted(what, expected.length, actual.length, at));
        };
    }

    /** The bytes of one of these, whole. */
    public static Expectation<byte[]> oneOf(String what, List<byte[]> choices) {
        return actual -> choices.stream().anyMatch(choice -> Arrays.equals(choice, actual))
                ? Optional.empty()
                : Optional.of("%s should hold one of %d contents, but holds %d bytes of neither"
                        .formatted(what, choices.size(), actual.length));
    }
}
