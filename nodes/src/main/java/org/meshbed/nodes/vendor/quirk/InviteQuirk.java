package org.meshbed.nodes.vendor.quirk;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How it makes invites, and takes their acceptance. */
public sealed interface InviteQuirk extends Quirk {
    /**
     * The invites it makes.
     *
     * @param lives how long, instead of a week
     * @param uses how often one can be accepted: {@code any}, by whoever has it
     */
    @QuirkName("invite.tokens")
    record InviteTokens(
            Optional<Duration> lives, @Words("any") Optional<String> uses) implements InviteQuirk {}

    /** What of a peer's document it looks at before it accepts an invite, instead of all of it. */
    @QuirkName("invite.send.heeds")
    record InviteSendHeeds(
            @Words(
                    value = {"criteria", "capabilities"},
                    what = "part of the document")
            List<String> parts)
            implements InviteQuirk {
        public InviteSendHeeds {
            parts = List.copyOf(parts);
        }
    }

    /** What it makes of an invite of this very server: {@code sent}, its acceptance goes out as to any other. */
    @QuirkName("invite.send.to-itself")
    record InviteSendToItself(@Words("sent") String acceptance) implements InviteQuirk {}

    /** How often somebody can accept the same invite: {@code once}, then nothing is sent any more. */
    @QuirkName("invite.send.again")
    record InviteSendAgain(@Words("once") String acceptances) implements InviteQuirk {}

    /** The members without which an acceptance is refused, instead of the dialect's. */
    @QuirkName("invite.receive.requires")
    record InviteReceiveRequires(List<String> members) implements InviteQuirk {
        public InviteReceiveRequires {
            members = List.copyOf(members);
        }
    }

    /** The checks of an invite acceptance, in the order in which they look, instead of the dialect's. */
    @QuirkName("invite.receive.checks")
    record InviteReceiveChecks(List<Check> order) implements InviteQuirk, Ordered {
        public InviteReceiveChecks {
            order = List.copyOf(order);
        }
    }

    /** Answers of single checks of an invite acceptance, by the name of the check; {@code accepted} is the success. */
    @QuirkName("invite.receive.answers")
    record InviteReceiveAnswers(Map<String, Answer> answers) implements InviteQuirk, Answered {
        public InviteReceiveAnswers {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        @Override
        public Answered with(Map<String, Answer> other) {
            return new InviteReceiveAnswers(other);
        }
    }
}
