package org.meshbed.scenarios.conform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Snares that were laid for the server under test, looked at together when all of them were walked past: what should not
 * happen is so waited for once.
 */
final class Snares {
    private final Tally tally;
    private final List<Snare> laid = new ArrayList<>();

    Snares(Tally tally) {
        this.tally = tally;
    }

    /**
     * @param what was done, in words
     * @param bait where the server has to have been for the snare to prove anything
     * @param sprung whether it did what it must not, or does within that time
     * @param seen what it did then
     */
    private record Snare(Guard guard, String what, Peer bait, Predicate<Duration> sprung, String seen) {}

    void lay(Guard guard, String what, Peer bait, Predicate<Duration> sprung, String seen) {
        laid.add(new Snare(guard, what, bait, sprung, seen));
    }

    /** A port that the server is led to, and must not go to. */
    void lay(Guard guard, String what, Peer bait, Tripwire wire) {
        lay(guard, what, bait, wire::hit, "somebody connected to port " + wire.port() + " there");
    }

    /** Looks at all of them. */
    void look() {
        var patience = Peer.AT_ONCE;
        for (var snare : laid) {
            if (snare.sprung().test(patience))
                tally.note(snare.guard(), Outcome.FAILED, snare.what() + ": " + snare.seen());
            else if (!snare.bait().requests().isEmpty()) tally.note(snare.guard(), Outcome.PASSED, snare.what());
            else tally.note(snare.guard(), Outcome.BLOCKED, snare.what() + ": the server did not come");
            patience = Duration.ZERO;
        }
        laid.clear();
    }
}
