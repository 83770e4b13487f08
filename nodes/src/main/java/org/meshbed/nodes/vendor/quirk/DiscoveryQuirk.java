package org.meshbed.nodes.vendor.quirk;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How it shows itself, and how it looks others up. */
public sealed interface DiscoveryQuirk extends Quirk {
    /** Paths at which the discovery document is served, instead of the dialect's. */
    @QuirkName("discovery.serves")
    record DiscoveryServes(@Paths List<String> paths) implements DiscoveryQuirk {
        public DiscoveryServes {
            paths = List.copyOf(paths);
        }
    }

    /** Paths at which a peer's discovery document is asked for, in order, instead of the dialect's. */
    @QuirkName("discovery.asks")
    record DiscoveryAsks(@Paths List<String> paths) implements DiscoveryQuirk {
        public DiscoveryAsks {
            paths = List.copyOf(paths);
        }
    }

    /** Its discovery document, made of that of the dialect. */
    @QuirkName("discovery.document")
    record DiscoveryDocument(List<Shape> shapes) implements DiscoveryQuirk, Shaped {
        public DiscoveryDocument {
            shapes = List.copyOf(shapes);
        }

        @Override
        public Shaped with(List<Shape> other) {
            return new DiscoveryDocument(other);
        }
    }

    /**
     * How it looks a peer up.
     *
     * @param keeps how long a document is kept, instead of an hour; {@code 0s} for not at all
     * @param statuses with which a document is taken, instead of 200 alone: {@code any}
     * @param stops when the next path is not tried, though there is no document: {@code on-200}; {@code on-body}, 200 with
     *     something in it
     * @param goesOn when the next path is tried though the server was not reached: {@code on-failure}
     * @param needs the members without which there is no document, instead of all four and right criteria
     * @param types the members in which the types of resources are looked for, in order
     * @param refuses what makes a document none: a place {@code elsewhere}, on another server or by another scheme than the
     *     document's own; {@code half-an-exchange}, of the capability and the token endpoint one alone; {@code odd-members},
     *     in a form that no version has; {@code odd-lists}, of types of resources, capabilities or criteria, which are none
     * @param schemes {@code own}: peers are asked by its own scheme alone, whatever they speak; {@code typed}: whom somebody
     *     names is asked by the scheme that stands there, by https where none does
     * @param twice before which requests to whom somebody named it asks twice: first for the place, then, there, for what
     *     the peer can do
     */
    @QuirkName("discovery.looks-up")
    record DiscoveryLooksUp(
            Optional<Duration> keeps,
            @Words("any") Optional<String> statuses,
            @Words({"on-200", "on-body"}) Optional<String> stops,
            @Words("on-failure") Optional<String> goesOn,

            @Words(
                    value = {"enabled", "apiVersion", "endPoint", "resourceTypes", "nothing"},
                    what = "member")
            List<String> needs,

            @Words(
                    value = {"resourceTypes", "shareTypes"},
                    what = "member")
            List<String> types,

            @Words(
                    value = {"elsewhere", "half-an-exchange", "odd-members", "odd-lists"},
                    what = "fault of a document")
            List<String> refuses,

            @Words({"own", "typed"}) Optional<String> schemes,

            @Words(from = Words.Listed.REQUESTS, what = "request")
            List<String> twice)
            implements DiscoveryQuirk {
        public DiscoveryLooksUp {
            twice = List.copyOf(twice);
            refuses = List.copyOf(refuses);
            needs = List.copyOf(needs);
            types = List.copyOf(types);
        }
    }

    /**
     * Where the address of a peer comes from, if not from its document.
     *
     * @param from {@code list}: the operator's list of servers, and nothing is asked; {@code list-and-document}: the address
     *     of the list, what the peer can do of its document
     * @param api path of the endpoint at a server of the list
     * @param data path of what is shared there
     * @param asks before which requests the document is asked for nevertheless; before all where it is left out
     */
    @QuirkName("discovery.finds")
    record DiscoveryFinds(
            @Words({"list", "list-and-document"}) String from,
            @Paths String api,
            @Paths Optional<String> data,

            @Words(from = Words.Listed.REQUESTS, what = "request")
            List<String> asks)
            implements DiscoveryQuirk {
        public DiscoveryFinds {
            asks = List.copyOf(asks);
        }
    }

    /** The content type of its JWK Set. */
    @QuirkName("discovery.keys")
    record DiscoveryKeys(String type) implements DiscoveryQuirk {}

    /** The checks of a request for the discovery document, in the order in which they look, instead of the dialect's. */
    @QuirkName("discovery.receive.checks")
    record DiscoveryReceiveChecks(List<Check> order) implements DiscoveryQuirk, Ordered {
        public DiscoveryReceiveChecks {
            order = List.copyOf(order);
        }
    }

    /** Answers of single checks of a request for the discovery document, by the name of the check; {@code accepted} is the success. */
    @QuirkName("discovery.receive.answers")
    record DiscoveryReceiveAnswers(Map<String, Answer> answers) implements DiscoveryQuirk, Answered {
        public DiscoveryReceiveAnswers {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        @Override
        public Answered with(Map<String, Answer> other) {
            return new DiscoveryReceiveAnswers(other);
        }
    }
}
