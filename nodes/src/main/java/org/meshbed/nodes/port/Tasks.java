package org.meshbed.nodes.port;

/** Work in the background, bound to this incarnation of the node: when the node stops, it ends at its next port call. */
public interface Tasks {
    Task start(String name, Runnable work);

    /** A task that was started. */
    interface Task {
        /** The task ends at its next port call; nothing happens to one that has ended. */
        void cancel();
    }
}
