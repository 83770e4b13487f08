package org.meshbed.nodes.store;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Forces changes to the disk for many writers at once. A writer makes its change, then waits here: where nobody is
 * forcing, it forces for all who made theirs before; else it waits for that round, and only if its change came too late
 * for it, for the next. The lock guards the three numbers and is not held while the disk works.
 */
final class GroupCommit {
    private final Runnable force;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition roundEnded = lock.newCondition();
    private long made;
    private long durable;
    private boolean forcing;

    GroupCommit(Runnable force) {
        this.force = force;
    }

    /** Called after a change was made; returns when it is on the disk, or throws what forcing it threw. */
    void await() {
        lock.lock();
        try {
            var mine = ++made;
            while (durable < mine) {
                if (forcing) roundEnded.awaitUninterruptibly();
                else round();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many changes were made so far. */
    long changes() {
        lock.lock();
        try {
            return made;
        } finally {
            lock.unlock();
        }
    }

    private void round() {
        var covered = made;
        forcing = true;
        lock.unlock();
        var forced = false;
        try {
            force.run();
            forced = true;
        } finally {
            lock.lock();
            forcing = false;
            if (forced) durable = covered;
            roundEnded.signalAll();
        }
    }
}
