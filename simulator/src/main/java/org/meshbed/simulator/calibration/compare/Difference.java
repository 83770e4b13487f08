package org.meshbed.simulator.calibration.compare;

/**
 * One thing in which the simulated node and the real server differ.
 *
 * @param where status, order, a header, a place in a body; {@code missing call} or {@code extra call}
 * @param recorded what the real server did
 * @param simulated what the node did
 */
public record Difference(String where, String recorded, String simulated) {
    public static final String MISSING_CALL = "missing call";
    public static final String EXTRA_CALL = "extra call";
    public static final String ORDER = "order of calls";
    public static final String STATUS = "status";
    static final String NOTHING = "-";
}
