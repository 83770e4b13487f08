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
     * @param keeps how long a document is kept; zero for not at all
     * @param statuses with which a document is taken, instead of 200 alone; {@code any} for all
     * @param next when the next path is tried: {@code unless-200}, whatever else came; {@code unless-answered}
     * @param reads what is done with the document: {@code dialect}; {@code lenient} takes whatever members are right and
     *     needs {@code endPoint} alone
     */
    @QuirkName("discovery.looks-up")
    record DiscoveryLooksUp(
            Optional<Duration> keeps,
            @Words("any") Optional<String> statuses,
            @Words({"dialect", "lenient"}) Optional<String> reads)
            implements DiscoveryQuirk {}

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
