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
     *     {@code bearer} or {@code basic}, without; {@code bearer-mount}, without and with nothing behind it;
     *     {@code basic-inside}, the whole path being one inside of what is shared; {@code bare-id} and {@code bare}, without a scheme; {@code address}, in the path in place of
     *     the id, and no credentials. An access token opens its share in any case
     * @param names of a share that is one file: {@code any}, whatever stands behind it in the path is that file;
     *     {@code one}, a single name
     * @param schemes as they must be written: {@code exact}, {@code Bearer} and {@code Basic}
     * @param ids in the path: {@code twin}, not that of the share, but one that goes with it
     * @param gets further methods that give what GET gives
     */
    @QuirkName("access.opens")
    record AccessOpens(
            @Words(
                    value = {
                        "bearer-id",
                        "basic-id",
                        "bearer",
                        "basic",
                        "bearer-mount",
                        "basic-inside",
                        "bare",
                        "bare-id",
                        "address"
                    },
                    what = "way to open a share")
            List<String> ways,

            @Words({"any", "one"}) Optional<String> names,
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
     * @param folders what is put behind the address of a shared folder and of one that is made: a {@code slash}
     * @param believes a look: only an answer that tells {@code properties}, with a status of success; where shares are kept
     *     open it looks once more before it gives up
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
            List<String> chunked,
            @Words("slash") Optional<String> folders,
            @Words("properties") Optional<String> believes)
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
     * makes each (which counts where each part has sessions of its own). A look before something is written may find nothing.
     */
    @QuirkName("access.steps")
    record AccessSteps(
            @Words(
                    value = {"read", "list", "look", "write", "write-empty", "make-folder", "move", "copy", "delete"},
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
     * @param asks a {@code look} (PROPFIND of depth 0), or {@code it}, what the verb is about; where something is moved,
     *     {@code look-there} at where it goes, which may be empty before, or {@code look-around}, at the folder there;
     *     {@code look-root}, at what was shared itself; where it is copied, {@code transfer}, a GET and a PUT of what came
     */
    record Step(
            String part,

            @Words(
                    value = {"look", "it", "look-there", "look-around", "look-root", "transfer"},
                    what = "request")
            String asks) {}

    /**
     * Somebody who received a share makes one of its own of it: its server asks for what the other recipient wants, step by
     * step, at the server that it came from, instead of having the owner's share on. It needs {@code access.sessions} and
     * {@code access.describes}. What the other server refuses is 502, what it does not have 404.
     *
     * @param verbs the steps of each, {@code share} those of sharing on itself; without steps it is not possible
     */
    @QuirkName("access.passes-on")
    record AccessPassesOn(
            @Words(
                    value = {"share", "look", "read", "list", "write", "make-folder", "delete"},
                    what = "verb")
            Map<String, List<Step>> verbs)
            implements AccessQuirk, Merging {
        public AccessPassesOn {
            verbs = Collections.unmodifiableMap(new LinkedHashMap<>(verbs));
        }

        @Override
        public Quirk over(Quirk below) {
            var all = new LinkedHashMap<>(((AccessPassesOn) below).verbs);
            all.putAll(verbs);
            return new AccessPassesOn(all);
        }
    }

    /**
     * What a PROPFIND is answered with, instead of what the WebDAV server below says.
     *
     * @param all the properties that are told where the request names none, those that there are
     * @param always those that are told first, asked for or not
     * @param texts that are put together first: <code>${file.NAME}</code> in what follows
     * @param properties each as it is told, the first that fits; one that has none is told to be missing
     * @param headers further header lines of the answer
     * @param files {@code doubled}: a single file, asked for with all below it, is told twice, under the path of what is shared at all
     * @param tokens {@code bare}: whoever shows an access token is told paths that begin with the id of the share
     * @param escapes of signs in paths: their digits in {@code lower} case
     * @param patched PROPPATCH: whatever is to be set is said to be set, with 200, and nothing is; a template of the path
     *     that is told, to which a slash is added where it is a folder
     */
    @QuirkName("access.describes")
    record AccessDescribes(
            List<String> all,
            List<String> always,
            Map<String, String> texts,
            List<Description> properties,
            Map<String, String> headers,
            @Words("doubled") Optional<String> files,
            @Words("bare") Optional<String> tokens,
            @Words("lower") Optional<String> escapes,
            Optional<String> patched)
            implements AccessQuirk {
        public AccessDescribes {
            all = List.copyOf(all);
            always = List.copyOf(always);
            texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
            properties = List.copyOf(properties);
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * How one of these properties is told. Names are written {@code d:getetag}: prefixes are {@code d}, {@code oc}, {@code nc},
     * {@code ocs}, {@code ocm} and {@code s}.
     *
     * @param name under which it is asked for
     * @param as under which it is told, if another
     * @param when it is so
     * @param value XML, a template
     */
    record Description(String name, Optional<String> as, Optional<Condition> when, String value) {}

    /**
     * Received shares are mounted among the files of whoever accepted them: what was seen of a tree is kept; whatever is done,
     * first the root is looked at, once, and what is about to be used is looked through where the root has changed. Times are
     * those of a server that asks for each deed of a person anew.
     *
     * @param looks the body of a PROPFIND of depth 0
     * @param lists that of one of depth 1
     * @param space that of the one for how much room there is
     * @param touched that of the one which looks whether a time was taken
     * @param otherwise the path of what is shared at a server whose document cannot be had
     * @param rests how long a server that could not serve is left alone
     * @param fetches when content is asked for beside what is wanted: {@code before-write}, of what is overwritten;
     *     {@code after-write}; {@code before-delete}
     * @param types of what is written: {@code by-ending}, told where the name has an ending that is known
     * @param gone where a server whose share is gone is asked whether it is there at all: the first path whose answer tells a
     *     version ends the share here as well. Where a secret is not let in any more it ends at once
     */
    @QuirkName("access.mounts")
    record AccessMounts(
            String looks,
            String lists,
            String space,
            String touched,
            String otherwise,
            Duration rests,

            @Words(
                    value = {"before-write", "after-write", "before-delete"},
                    what = "moment")
            List<String> fetches,

            @Words("by-ending") Optional<String> types,
            List<String> gone)
            implements AccessQuirk {
        public AccessMounts {
            fetches = List.copyOf(fetches);
            gone = List.copyOf(gone);
        }
    }

    /**
     * In which requests it looks at conditions on tags and dates, instead of all: {@code changes}, not in those that read.
     */
    @QuirkName("access.conditions")
    record AccessConditions(@Words("changes") String of) implements AccessQuirk {}

    /**
     * What may be deleted through a share beside what is inside of it: the {@code root}, what was shared itself; where that
     * is a {@code folder}.
     */
    @QuirkName("access.deletes")
    record AccessDeletes(@Words({"root", "folder"}) String what) implements AccessQuirk {}

    /**
     * The tokens that it gives out.
     *
     * @param lives how long, instead of an hour
     * @param opens {@code as-given}: what the share opened when the token was given, whatever became of it since
     */
    @QuirkName("access.tokens")
    record AccessTokens(
            Optional<Duration> lives, @Words("as-given") Optional<String> opens) implements AccessQuirk {}

    /** Of which received shares people open what was shared, instead of those that they accepted: {@code any}. */
    @QuirkName("access.states")
    record AccessStates(@Words("any") String states) implements AccessQuirk {}

    /**
     * The properties of files and folders as it tells them, instead of those of WebDAV. A question that is none of WebDAV's
     * counts as one for all; one without a depth is of depth 1.
     *
     * @param prefixes of namespaces, declared on the whole answer
     * @param told the properties, in order
     * @param missing names of properties that are told as not there where all are asked for
     * @param roots the address of what is shared ends in a {@code slash}, also where it is a file
     * @param nothing a question for no property at all: one for {@code all}
     * @param sets names of properties that can be set: {@code lastmodified} in seconds since the epoch, which dates the
     *     thing
     * @param declaration of XML before the answer: {@code none}
     */
    @QuirkName("access.properties")
    record AccessProperties(
            Map<String, String> prefixes,
            List<Property> told,
            List<String> missing,
            @Words("slash") Optional<String> roots,
            @Words("all") Optional<String> nothing,

            @Words(
                    value = {"lastmodified"},
                    what = "property")
            List<String> sets,

            @Words("none") Optional<String> declaration)
            implements AccessQuirk {
        public AccessProperties {
            sets = List.copyOf(sets);
            prefixes = Collections.unmodifiableMap(new LinkedHashMap<>(prefixes));
            told = List.copyOf(told);
            missing = List.copyOf(missing);
        }
    }

    /**
     * One of these properties. Of several of one name the first that is so counts.
     *
     * @param name with its prefix, as {@code d:getetag}; or with its namespace, <code>{DAV:}getetag</code>, which is declared
     *     on the property itself
     * @param value a {@link Template} of XML; facts of the thing are {@code file}
     * @param when it has that property
     * @param asked {@code by-name}: told only where asked for by its name; {@code with-all}: not told then
     */
    record Property(
            String name,
            String value,
            Optional<Condition> when,

            @Words({"by-name", "with-all"}) Optional<String> asked) {
        public boolean isAsked(String how) {
            return asked.isEmpty() || asked.get().equals(how);
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
