package org.meshbed.simulator.calibration.trace;

/** A recording that cannot be read; the message names file, line and value, and what would be right. */
public final class BadTrace extends IllegalArgumentException {
    private final String message;

    public BadTrace(String file, int line, String what) {
        this.message = file + ":" + line + ": " + what;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
