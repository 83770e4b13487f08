package org.meshbed.nodes.vendor.quirk;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How it sends requests. */
public sealed interface SendQuirk extends Quirk {
    /** How the end of a message body is told: {@code length} or {@code chunked}. */
    @QuirkName("send.framing")
    record SendFraming(@Words({"length", "chunked"}) String framing) implements SendQuirk {}

    /** Header lines added to every request. */
    @QuirkName("send.headers")
    record SendHeaders(Map<String, String> headers) implements SendQuirk {
        public SendHeaders {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /** How many redirects of a POST are followed; a 302 turns it into a GET, as browsers do. */
    @QuirkName("send.redirects")
    record SendRedirects(
            @Numbers(from = 0, to = 10, what = "a number of redirects")
            int atMost) implements SendQuirk {}

    /** Where it sends requests beside the public Internet. */
    @QuirkName("send.reach")
    record SendReach(List<Opening> openings) implements SendQuirk {
        public SendReach {
            openings = List.copyOf(openings);
        }
    }

    /** At which hosts it calls a server: {@code own-host}, only at that under which it looked the server up. */
    @QuirkName("send.places")
    record SendPlaces(
            @Words(value = "own-host", what = "places") String places) implements SendQuirk {}

    /** The header lines of a kind of request, in order, instead of those it has by itself (but for {@code Authorization} and those of a signature); the values are templates, one of several lines is that many header lines. */
    @QuirkName("send.lines")
    record SendLines(
            @Words(from = Words.Listed.REQUESTS, what = "request")
            Map<String, Map<String, String>> lines) implements SendQuirk, Merging {
        public SendLines {
            lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        }

        @Override
        public Quirk over(Quirk below) {
            var all = new LinkedHashMap<>(((SendLines) below).lines);
            all.putAll(lines);
            return new SendLines(all);
        }
    }

    /** How long it waits for the answer to a kind of request, instead of twenty seconds. */
    @QuirkName("send.waits")
    record SendWaits(
            @Words(from = Words.Listed.REQUESTS, what = "request")
            Map<String, Duration> waits) implements SendQuirk, Merging {
        public SendWaits {
            waits = Collections.unmodifiableMap(new LinkedHashMap<>(waits));
        }

        @Override
        public Quirk over(Quirk below) {
            var all = new LinkedHashMap<>(((SendWaits) below).waits);
            all.putAll(waits);
            return new SendWaits(all);
        }
    }

    /** Which redirects of a kind of request are followed, instead of a few of documents on the same server. */
    @QuirkName("send.follows")
    record SendFollows(
            @Words(from = Words.Listed.REQUESTS, what = "request")
            Map<String, Follow> follows) implements SendQuirk, Merging {
        public SendFollows {
            follows = Collections.unmodifiableMap(new LinkedHashMap<>(follows));
        }

        @Override
        public Quirk over(Quirk below) {
            var all = new LinkedHashMap<>(((SendFollows) below).follows);
            all.putAll(follows);
            return new SendFollows(all);
        }
    }

    /** Which answers to a kind of request count as success, instead of what the dialect says. */
    @QuirkName("send.counts")
    record SendCounts(
            @Words(from = Words.Listed.REQUESTS, what = "request")
            Map<String, Success> counts) implements SendQuirk, Merging {
        public SendCounts {
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }

        @Override
        public Quirk over(Quirk below) {
            var all = new LinkedHashMap<>(((SendCounts) below).counts);
            all.putAll(counts);
            return new SendCounts(all);
        }
    }

    /** After which answers a kind of request is sent again at once. */
    @QuirkName("send.repeats")
    record SendRepeats(
            @Words(from = Words.Listed.REQUESTS, what = "request")
            Map<String, Repeat> repeats) implements SendQuirk, Merging {
        public SendRepeats {
            repeats = Collections.unmodifiableMap(new LinkedHashMap<>(repeats));
        }

        @Override
        public Quirk over(Quirk below) {
            var all = new LinkedHashMap<>(((SendRepeats) below).repeats);
            all.putAll(repeats);
            return new SendRepeats(all);
        }
    }

    /**
     * How it joins the peer's endpoint and the path of a call: {@code as-text}, one behind the other, though the endpoint
     * may end in a query; {@code plain}, with a slash of its own whatever the endpoint ends with.
     */
    @QuirkName("send.joins")
    record SendJoins(
            @Words(
                    value = {"as-text", "plain"},
                    what = "way")
            String how)
            implements SendQuirk {}

    /** In which schemes a server is looked for, one after the other, instead of https (and http where it is reached so itself). */
    @QuirkName("send.schemes")
    record SendSchemes(
            @Words(
                    value = {"https", "http"},
                    what = "scheme")
            List<String> schemes)
            implements SendQuirk {
        public SendSchemes {
            schemes = List.copyOf(schemes);
        }
    }

    /**
     * How often a share or news is tried at once, each time looked up anew: the same again after a refusal, in the next
     * scheme after anything worse. What the other server has not taken then is told by the calls of before OCM.
     *
     * @param times each way
     * @param legacy path of the calls of before OCM where the other server does not tell it; left out: they are not tried
     * @param stops statuses after which nothing more is tried, now or later
     */
    @QuirkName("send.attempts")
    record SendAttempts(
            @Numbers(from = 1, to = 10, what = "a number of times")
            int times,

            @Paths Optional<String> legacy,
            List<Integer> stops)
            implements SendQuirk {
        public SendAttempts {
            stops = List.copyOf(stops);
        }
    }

    /** The path below the peer's endpoint to which a kind of message goes, instead of the dialect's. */
    @QuirkName("send.calls")
    record SendCalls(
            @Words(from = Words.Listed.REQUESTS, what = "request")
            Map<String, String> paths) implements SendQuirk, Merging {
        public SendCalls {
            paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
        }

        @Override
        public Quirk over(Quirk below) {
            var all = new LinkedHashMap<>(((SendCalls) below).paths);
            all.putAll(paths);
            return new SendCalls(all);
        }
    }
}
