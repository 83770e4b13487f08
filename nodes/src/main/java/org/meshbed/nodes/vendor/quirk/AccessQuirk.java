package org.meshbed.nodes.vendor.quirk;

import java.time.Duration;
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

    /**
     * What opens a share at the sending server.
     *
     * @param ways the secret as {@code bearer-id} or {@code basic-id}, with the id of the share in the path; as
     *     {@code bearer} or {@code basic}, without; {@code bare-id} and {@code bare}, without a scheme; {@code address}, in the path in place of
     *     the id, and no credentials. An access token opens its share in any case
     * @param names of a share that is one file: {@code any}, whatever stands behind it in the path is that file
     * @param schemes as they must be written: {@code exact}, {@code Bearer} and {@code Basic}
     * @param ids in the path: {@code twin}, not that of the share, but one that goes with it
     * @param gets further methods that give what GET gives
     */
    @QuirkName("access.opens")
    record AccessOpens(
            @Words(
                    value = {"bearer-id", "basic-id", "bare-id", "bearer", "basic", "bare", "address"},
                    what = "way to open a share")
            List<String> ways,

            @Words("any") Optional<String> names,
            @Words("exact") Optional<String> schemes,
            @Words("twin") Optional<String> ids,
            List<String> gets)
            implements AccessQuirk {
        public static final List<String> USUAL = List.of("bearer-id", "basic-id", "basic");

        public AccessOpens {
            ways = List.copyOf(ways);
            gets = List.copyOf(gets);
        }
    }

    /**
     * How a recipient's server asks for what is shared.
     *
     * @param file what is put behind the address: a {@code slash}, or, of a single file, its {@code name}
     * @param schemes in which the secret is shown, one after the other until it is let in
     * @param falls when the next scheme is tried: {@code on-401}, or {@code on-failure} of any kind
     * @param before the requests before a GET: methods, a PROPFIND with depth 0
     * @param beforeChange those before PUT, MKCOL, DELETE and MOVE
     * @param twice the methods of requests that are sent twice; the second answer counts
     * @param properties the body of a PROPFIND, if not that of this software
     * @param lines by method the header lines of a request, in place of its own of the same names; {@code none} takes one
     *     away, a value of several lines is several header lines
     * @param chunked the methods whose bodies are sent in chunks; empty ones are in any case
     */
    @QuirkName("access.asks")
    record AccessAsks(
            @Words({"slash", "name"}) Optional<String> file,

            @Words(
                    value = {"bearer", "basic", "bearer-empty"},
                    what = "scheme")
            List<String> schemes,

            @Words({"on-401", "on-failure"}) Optional<String> falls,
            @Words(value = "PROPFIND", what = "method") List<String> before,
            @Words(value = "PROPFIND", what = "method") List<String> beforeChange,
            List<String> twice,
            Optional<String> properties,
            Map<String, Map<String, String>> lines,
            List<String> chunked)
            implements AccessQuirk {
        public AccessAsks {
            lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
            chunked = List.copyOf(chunked);
            schemes = List.copyOf(schemes);
            before = List.copyOf(before);
            beforeChange = List.copyOf(beforeChange);
            twice = List.copyOf(twice);
        }
    }

    /**
     * Where a recipient's server looks for what is shared, instead of below the first path of the sender's document or at
     * the whole address that the share has.
     *
     * @param at whose server: the {@code owner}'s, where the share names one
     * @param path whose of its document: that of its {@code file}s
     * @param whole addresses: {@code own-origin}, taken only where they lie at that server; every other is put behind the path
     * @param below the path: {@code joined}, as file systems do, dots resolved and slashes single
     * @param after what it is found out: the {@code exchange} of the code
     */
    @QuirkName("access.finds")
    record AccessFinds(
            @Words("owner") Optional<String> at,
            @Words("file") Optional<String> path,
            @Words("own-origin") Optional<String> whole,
            @Words("joined") Optional<String> below,
            @Words("exchange") Optional<String> after)
            implements AccessQuirk {}

    /**
     * How a recipient's server keeps open what was shared with it, instead of showing the secret by itself with each
     * request: when it opens a share it looks at it, with one scheme of {@code access.asks} after the other, and goes on
     * with what let it in; refused with 401, it opens the share anew and asks once more.
     *
     * @param keeps how long a share stays open, in each part of the server that asks
     * @param first how often the first request of each opening is sent, where it is answered; the last answer counts
     * @param uploads {@code apart}: each is an opening of its own, without a look; its first request is the PUT, or the
     *     MKCOL of the folder that it goes into
     * @param exchanges {@code each}: what has to be exchanged is opened for one request only, with a token got for it
     * @param remembers how long it is remembered where a server exchanges codes
     */
    @QuirkName("access.sessions")
    record AccessSessions(
            Duration keeps,

            @Numbers(from = 1, to = 3, what = "a number of times")
            int first,

            @Words("apart") Optional<String> uploads,
            @Words("each") Optional<String> exchanges,
            Optional<Duration> remembers)
            implements AccessQuirk {}

    /**
     * The requests of which consists what a person does with a received share, in order, and the part of the server that
     * makes each. A look before something is written may find nothing.
     */
    @QuirkName("access.steps")
    record AccessSteps(
            @Words(
                    value = {"read", "list", "write", "make-folder", "move", "delete"},
                    what = "verb")
            Map<String, List<Step>> verbs)
            implements AccessQuirk, Merging {
        public AccessSteps {
            verbs = Collections.unmodifiableMap(new LinkedHashMap<>(verbs));
        }

        @Override
        public Quirk over(Quirk below) {
            var all = new LinkedHashMap<>(((AccessSteps) below).verbs);
            all.putAll(verbs);
            return new AccessSteps(all);
        }
    }

    /**
     * One of these requests.
     *
     * @param part that makes it: any word
     * @param asks a {@code look} (PROPFIND of depth 0), or {@code it}, what the verb is about
     */
    record Step(
            String part,

            @Words(
                    value = {"look", "it"},
                    what = "request")
            String asks) {}

    /** Of which received shares people open what was shared, instead of those that they accepted: {@code any}. */
    @QuirkName("access.states")
    record AccessStates(@Words("any") String states) implements AccessQuirk {}

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
