package org.meshbed.nodes.vendor.quirk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How what is shared is reached. */
public sealed interface AccessQuirk extends Quirk {
    /** Both forms of a share's secret are presented at once: the schemes of several {@code Authorization} headers. */
    @QuirkName("access.authorization")
    record AccessAuthorization(
            @Words(
                    value = {"bearer", "basic"},
                    what = "scheme")
            List<String> schemes)
            implements AccessQuirk {
        public AccessAuthorization {
            schemes = List.copyOf(schemes);
        }
    }

    /** Whether it can ask its people for a second factor: {@code enforced}. */
    @QuirkName("access.second-factor")
    record AccessSecondFactor(
            @Words(value = "enforced", what = "ability") String ability) implements AccessQuirk {}

    /** The checks of a request for what is shared, in the order in which they look, instead of the dialect's. */
    @QuirkName("access.receive.checks")
    record AccessReceiveChecks(List<Check> order) implements AccessQuirk, Ordered {
        public AccessReceiveChecks {
            order = List.copyOf(order);
        }
    }

    /** Answers of single checks of a request for what is shared, by the name of the check; {@code accepted} is the success. */
    @QuirkName("access.receive.answers")
    record AccessReceiveAnswers(Map<String, Answer> answers) implements AccessQuirk, Answered {
        public AccessReceiveAnswers {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        @Override
        public Answered with(Map<String, Answer> other) {
            return new AccessReceiveAnswers(other);
        }
    }

    /** Its own answers to requests that were let in, by what the WebDAV server below would answer: the first that fits. */
    @QuirkName("access.replies")
    record AccessReplies(List<Reply> rows) implements AccessQuirk, Merging {
        public AccessReplies {
            rows = List.copyOf(rows);
        }

        public Optional<Answer> find(String method, int status, Supplier<Facts> facts) {
            return rows.stream()
                    .filter(row -> row.fits(method, status, facts))
                    .map(Reply::answer)
                    .findFirst();
        }

        @Override
        public Quirk over(Quirk below) {
            var all = new ArrayList<>(rows);
            all.addAll(((AccessReplies) below).rows);
            return new AccessReplies(all);
        }
    }

    /**
     * One of these answers.
     *
     * @param methods all where it is left out
     * @param statuses that the WebDAV server below would answer with; all where it is left out
     */
    record Reply(List<String> methods, List<Integer> statuses, Optional<Condition> when, Answer answer) {
        public Reply {
            methods = List.copyOf(methods);
            statuses = List.copyOf(statuses);
        }

        boolean fits(String method, int status, Supplier<Facts> facts) {
            return (methods.isEmpty() || methods.contains(method))
                    && (statuses.isEmpty() || statuses.contains(status))
                    && when.map(c -> c.holds(facts.get())).orElse(true);
        }
    }
}
