package org.meshbed.nodes.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;

/** What a token endpoint of another server answered: bytes from a stranger, of which nothing is believed unseen. */
sealed interface TokenReply {
    record Given(String token, Duration lives) implements TokenReply {}

    /** @param what in words that follow "gave" */
    record Wrong(String what) implements TokenReply {}

    /** Tokens of deployed servers are JWTs of a kilobyte or two; longer ones would not fit a header line. */
    int LONGEST_TOKEN = 8192;

    Duration LONGEST_LIFE = Duration.ofDays(30);

    /** The characters of a credential (RFC 6750, 2.1), so that it stays one header line. */
    Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");

    /** What may stand in a header line at all. */
    Pattern HEADER = Pattern.compile("[\\x20-\\x7e\\xa0-\\xff]*");

    List<String> ERRORS = List.of(
            "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type");

    static TokenReply read(byte[] bytes) {
        try {
            return read(MessageView.of(Json.read(bytes)));
        } catch (Json.NotJson e) {
            return new Wrong("an answer that is no JSON");
        }
    }

    /** The token of whatever answer, written as a script writes a value where a text is wanted. */
    static TokenReply readAsText(byte[] bytes) {
        try {
            var answer = Json.read(bytes);
            if (answer.isNull()) return new Wrong("null");
            var token = asText(answer.get("access_token"));
            return token.length() <= LONGEST_TOKEN && HEADER.matcher(token).matches()
                    ? new Given(token, Duration.ZERO)
                    : new Wrong("a token that fits no header line");
        } catch (Json.NotJson e) {
            return new Wrong("an answer that is no JSON");
        }
    }

    private static String asText(@Nullable JsonNode value) {
        if (value == null) return "undefined";
        if (value.isObject()) return "[object Object]";
        if (!value.isArray()) return value.asText();
        return StreamSupport.stream(value.spliterator(), false)
                .map(item -> item.isNull() ? "" : asText(item))
                .collect(Collectors.joining(","));
    }

    private static TokenReply read(MessageView answer) {
        var token = answer.text("access_token").value().orElse("");
        if (token.length() > LONGEST_TOKEN || !TOKEN.matcher(token).matches())
            return new Wrong("no access token, or one that cannot be used");
        var type = answer.text("token_type").value().orElse("");
        if (!type.equalsIgnoreCase("Bearer")) return new Wrong("a token of a type that is not Bearer");
        var seconds = answer.integer("expires_in").value().orElse(0L);
        if (seconds <= 0) return new Wrong("a token without the seconds that it lives");
        return new Given(token, Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE.toSeconds())));
    }

    /** In words that begin with the server's name; of what it says only the error codes of OAuth are repeated. */
    static String refusal(ServerHost host, int status, byte[] bytes) {
        try {
            var error = MessageView.of(Json.read(bytes)).text("error").value().filter(ERRORS::contains);
            return host + " gave no token" + error.map(e -> ": " + e).orElse(", but answered " + status);
        } catch (Json.NotJson e) {
            return host + " gave no token, but answered " + status;
        }
    }
}
