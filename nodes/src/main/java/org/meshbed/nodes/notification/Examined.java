package org.meshbed.nodes.notification;

import java.util.Optional;
import org.meshbed.nodes.dialect.NotificationView;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.signature.Signed;
import org.meshbed.nodes.signature.Verdict;

/** A notification under examination; its signature is looked at when a check asks for it, and once. */
final class Examined {
    private final NotificationView view;
    private final Optional<Refusal> broken;
    private final Signed signed;
    private Verdict verdict = new Verdict.Unsigned("nobody looked at its signature");

    Examined(NotificationView view, Optional<Refusal> broken, Signed signed) {
        this.view = view;
        this.broken = broken;
        this.signed = signed;
    }

    NotificationView view() {
        return view;
    }

    Optional<Refusal> broken() {
        return broken;
    }

    Verdict look() {
        verdict = signed.look(NotificationChecks.host(view));
        return verdict;
    }

    /** What a check made of the signature, where one looked. */
    Verdict verdict() {
        return verdict;
    }
}
