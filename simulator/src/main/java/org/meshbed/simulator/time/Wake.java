package org.meshbed.simulator.time;

/** The turn of one task at one time; {@code sequence} makes it unique. */
final class Wake implements Comparable<Wake> {
    static final int LATER = -1;

    final long time;
    final Task task;
    private final long sequence;
    boolean cancelled;

    /** Where it stands among those that are due; {@link #LATER} before. */
    int place = LATER;

    Wake(long time, long sequence, Task task) {
        this.time = time;
        this.sequence = sequence;
        this.task = task;
    }

    @Override
    public int compareTo(Wake other) {
        return time != other.time ? Long.compare(time, other.time) : Long.compare(sequence, other.sequence);
    }
}
