package org.meshbed.simulator.calibration.trace;

import java.nio.charset.StandardCharsets;

/**
 * What was recorded of a body.
 *
 * @param bytes without the mark of a cut; not copied, and not to be changed
 * @param whole length of the real body in bytes; more than {@code bytes} where it was cut
 * @param cut whether what follows was not recorded
 * @param leftOut whether the recorder put words of its own in place of the body
 */
public record RecordedBody(byte[] bytes, long whole, boolean cut, boolean leftOut) {
    public static RecordedBody of(byte[] bytes) {
        return new RecordedBody(bytes, bytes.length, false, false);
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public boolean isEmpty() {
        return bytes.length == 0 && !cut && !leftOut;
    }
}
