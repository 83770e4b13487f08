package org.meshbed.nodes.vendor.quirk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What it does of the exchange of secrets for tokens. */
public sealed interface TokenQuirk extends Quirk {
    /**
     * What it does of the token exchange, which no dialect does by itself: {@code offers} a token endpoint for its own
     * shares; {@code asks} for a token where a share requires it; {@code tries} to get one where the sender has a token
     * endpoint, too.
     */
    @QuirkName("token.exchange")
    record TokenExchange(
            @Words(
                    value = {"offers", "asks", "tries"},
                    what = "part of the exchange")
            List<String> does)
            implements TokenQuirk {
        public TokenExchange {
            does = List.copyOf(does);
        }

        public boolean offers() {
            return does.contains("offers");
        }

        public boolean asks() {
            return does.contains("asks");
        }

        public boolean tries() {
            return does.contains("tries");
        }
    }

    /**
     * Whom it demands the token exchange of: {@code senders} of what it receives (the criterion), {@code receivers} of
     * what it shares (the requirement).
     */
    @QuirkName("token.demands")
    record TokenDemands(
            @Words(
                    value = {"senders", "receivers"},
                    what = "side")
            List<String> of)
            implements TokenQuirk {
        public TokenDemands {
            of = List.copyOf(of);
        }
    }

    /** What becomes of the access tokens it gets: {@code nothing} is kept, a code is exchanged before each request. */
    @QuirkName("token.keeps")
    record TokenKeeps(@Words("nothing") String tokens) implements TokenQuirk {}

    /**
     * How it exchanges the code of a share unasked.
     *
     * @param at {@code behind-endpoint}: the endpoint as its document has it with {@code /token} behind it, a slash at
     *     its end or not
     * @param takes what it takes for a token: {@code as-text} the member {@code access_token} of any JSON but null, as a
     *     script writes it where a text is wanted ({@code undefined} where there is none), whatever else is said of it
     */
    @QuirkName("token.asks")
    record TokenAsks(
            @Words("behind-endpoint") Optional<String> at,
            @Words("as-text") Optional<String> takes) implements TokenQuirk {}

    /** The checks of a token request, in the order in which they look, instead of the dialect's. */
    @QuirkName("token.receive.checks")
    record TokenReceiveChecks(List<Check> order) implements TokenQuirk, Ordered {
        public TokenReceiveChecks {
            order = List.copyOf(order);
        }
    }

    /** Answers of single checks of a token request, by the name of the check; {@code accepted} is the success. */
    @QuirkName("token.receive.answers")
    record TokenReceiveAnswers(Map<String, Answer> answers) implements TokenQuirk, Answered {
        public TokenReceiveAnswers {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }

        @Override
        public Answered with(Map<String, Answer> other) {
            return new TokenReceiveAnswers(other);
        }
    }
}
