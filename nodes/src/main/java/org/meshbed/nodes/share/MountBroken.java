package org.meshbed.nodes.share;

import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.resource.RemoteOutcome;

/** A mounted share could not be used: why, and so what becomes of it. */
final class MountBroken extends Exception {
    /** What is the matter. */
    enum Kind {
        /** The secret is not let in. */
        REFUSED,
        /** This is not allowed. */
        FORBIDDEN,
        /** What it takes is not there. */
        MISSING,
        /** The server cannot serve now. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final boolean unclear;

    private MountBroken(Kind kind, String words, boolean unclear) {
        super(words, null, false, false);
        this.kind = kind;
        this.unclear = unclear;
    }

    MountBroken(Kind kind, String words) {
        this(kind, words, false);
    }

    static MountBroken by(RemoteOutcome<?> outcome) {
        return new MountBroken(kind(outcome), outcome.words(), outcome.unclear());
    }

    private static Kind kind(RemoteOutcome<?> outcome) {
        return switch (outcome) {
            case RemoteOutcome.Unauthorized<?> _ -> Kind.REFUSED;
            case RemoteOutcome.Forbidden<?> _ -> Kind.FORBIDDEN;
            case RemoteOutcome.Unexpected<?> _, RemoteOutcome.Failed<?> _ -> Kind.UNAVAILABLE;
            case RemoteOutcome.Done<?> _,
                    RemoteOutcome.NotFound<?> _,
                    RemoteOutcome.Exists<?> _,
                    RemoteOutcome.NoParent<?> _,
                    RemoteOutcome.NotAFolder<?> _,
                    RemoteOutcome.BadPath<?> _ -> Kind.MISSING;
        };
    }

    Kind kind() {
        return kind;
    }

    /** What the person is told; {@code server}: whose words these are. */
    <T> Told<T> told(Object server) {
        var words = server + " " + getMessage();
        return unclear ? new Told.Unclear<>(words) : Told.refused(words);
    }
}
