package org.meshbed.nodes.vendor.quirk;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How it tells and hears news of shares. */
public sealed interface NotificationQuirk extends Quirk {
    /** Where it puts the id of a share in notifications: {@code both} places at once, with the secret beside. */
    @QuirkName("notification.send.ids")
    record NotificationSendIds(
            @Words(value = "both", what = "place") String places) implements NotificationQuirk {}

    /** The types of news that it tells, by their names in 1.5; all that the dialect has words for where it is not there. */
    @QuirkName("notification.sends")
    record NotificationSends(
            @Words(from = Words.Listed.NOTICES, what = "type of news")
            List<String> types) implements NotificationQuirk {
        public NotificationSends {
            types = List.copyOf(types);
        }
    }

    /** The types of news that have an effect on shares here; others are answered and forgotten. */
    @QuirkName("notification.heeds")
    record NotificationHeeds(
            @Words(from = Words.Listed.NOTICES, what = "type of news")
            List<String> types) implements NotificationQuirk {
        public NotificationHeeds {
            types = List.copyOf(types);
        }
    }

    /**
     * What news does, by its type: {@code quiet}, it is about shares that were received, and answered with success whatever
     * becomes of it; {@code removes}, the share that was sent is gone and no longer listed; {@code of-sent}, it is about
     * shares that were sent, and whoever has one may lower what it permits.
     */
    @QuirkName("notification.effects")
    record NotificationEffects(
            @Words(from = Words.Listed.NOTICES, what = "type of news")
            Map<String, String> effects) implements NotificationQuirk, Merging {
        private static final List<String> EFFECTS = List.of("quiet", "removes", "of-sent");

        public NotificationEffects {
            effects = Collections.unmodifiableMap(new LinkedHashMap<>(effects));
            for (var word : effects.values())
                if (!EFFECTS.contains(word))
                    throw new IllegalArgumentException(
                            "'" + word + "' is no effect of news; there is " + String.join(", ", EFFECTS));
        }

        @Override
        public Quirk over(Quirk below) {
            var all = new LinkedHashMap<>(((NotificationEffects) below).effects);
            all.putAll(effects);
            return new NotificationEffects(all);
        }
    }

    /**
     * When a notification that did not arrive is sent again, instead of after a minute and then twice as long each time.
     *
     * @param first pause
     * @param longest pause: each is twice the one before, up to this
     * @param times it is sent in all; one for never again
     */
    @QuirkName("notification.retries")
    record NotificationRetries(
            Optional<Duration> first,
            Optional<Duration> longest,

            @Numbers(from = 1, to = 10_000, what = "a number of times")
            int times)
            implements NotificationQuirk {}

    /** What of a peer's document it looks at before it tells it news, instead of the criteria alone. */
    @QuirkName("notification.send.heeds")
    record NotificationSendHeeds(
            @Words(
                    value = {"criteria", "capabilities"},
                    what = "part of the document")
            List<String> parts)
            implements NotificationQuirk {
        public NotificationSendHeeds {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What it believes of the news it hears.
     *
     * @param who is believed: {@code signer}, the server that signed, whatever secret it shows
     * @param unshared from whom it hears that a share was taken back: {@code senders} of received shares alone
     * @param answers of a recipient: {@code final}, one that contradicts an earlier one is refused
     */
    @QuirkName("notification.receive.believes")
    record NotificationReceiveBelieves(
            @Words("signer") Optional<String> who,
            @Words("senders") Optional<String> unshared,
            @Words("final") Optional<String> answers)
            implements NotificationQuirk {}

    /** The checks of a notification, in the order in which they look, instead of the dialect's. */
    @QuirkName("notification.receive.checks")
    record NotificationReceiveChecks(List<Check> order) implements NotificationQuirk, Ordered {
        public NotificationReceiveChecks {
            order = List.copyOf(order);
        }
    }

    /** Answers of single checks of a notification, by the name of the check; {@code accepted} is the success. */
    @QuirkName("notification.receive.answers")
    record NotificationReceiveAnswers(Map<String, Answer> answers) implements NotificationQuirk, Answered {
        public NotificationReceiveAnswers {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        @Override
        public Answered with(Map<String, Answer> other) {
            return new NotificationReceiveAnswers(other);
        }
    }
}
