package org.meshbed.simulator.time;

/** A task that nobody waits for ended with an exception: our own fault, never a verdict about a node. */
public final class BrokenTask extends IllegalStateException {
    public BrokenTask(String task, Throwable cause) {
        super("task " + task + " broke: " + cause, cause);
    }

    BrokenTask(Task task, Throwable cause) {
        this(task.toString(), cause);
    }
}
