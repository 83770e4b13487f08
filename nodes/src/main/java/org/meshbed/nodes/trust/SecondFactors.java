package org.meshbed.nodes.trust;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.meshbed.nodes.port.Witness;

/** Who has passed a second factor since this incarnation of the node began: a restart ends all sessions. */
public final class SecondFactors {
    private final Set<String> passed = new ConcurrentSkipListSet<>();
    private final Witness witness;

    public SecondFactors(Witness witness) {
        this.witness = witness;
    }

    public void pass(String user) {
        passed.add(user);
        witness.changed("second factor", user, "-", "passed");
    }

    /** Why this user does not get at what requires a second factor; empty where they do (OCM-ACC-10, OCM-MFA-03). */
    public Optional<String> objection(String user) {
        if (passed.contains(user)) return Optional.empty();
        witness.decided("access", "refused by second-factor", user + " has not passed a second factor");
        return Optional.of("the share requires a second factor; pass it first");
    }
}
