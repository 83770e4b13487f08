package org.meshbed.nodes.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.OcsForm;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.signature.Arrived;
import org.meshbed.nodes.signature.Signed;
import org.meshbed.nodes.signature.Verdict;
import org.meshbed.nodes.vendor.Received;
import org.meshbed.nodes.vendor.quirk.DialectQuirk.MessageReads;

/** One request on its way through the resources: who is asked, what came, and the answer once there is one. */
final class Call {
    static final String PROPERTY = "org.meshbed.call";
    private static final int CHUNK = 8192;

    private final OcmNode node;
    private final WireRequest request;
    private Optional<WireAnswer> answer = Optional.empty();

    Call(OcmNode node, WireRequest request) {
        this.node = node;
        this.request = request;
    }

    static Call of(ContainerRequestContext context) {
        if (context.getProperty(PROPERTY) instanceof Call call) return call;
        throw new IllegalStateException("a request came in without its call");
    }

    OcmNode node() {
        return node;
    }

    WireRequest request() {
        return request;
    }

    /** Keeps the answer as it shall be on the wire; what JAX-RS gets is a token of it. */
    Response answer(WireAnswer given) {
        answer = Optional.of(given);
        return Response.noContent().build();
    }

    Optional<WireAnswer> answer() {
        return answer;
    }

    /** The body as a JSON message: read whole, within the node's limits of size and time. */
    Message message(String place) {
        var reads = reads(place);
        var loose = new Loose(request, reads);
        if (loose.applies()) return message(place, (bytes, _) -> loose.read(bytes));
        return reads.contains("form") && isForm() ? form(place) : message(place, Call::json);
    }

    /** The body as a form: read as {@link #message} is. */
    Message form(String place) {
        var loose = new Loose(request, reads(place));
        if (loose.applies()) return message(place, (bytes, _) -> loose.read(bytes));
        return message(place, (bytes, reads) -> OcsForm.read(bytes, reads.contains("first")));
    }

    private boolean isForm() {
        var type = request.headers().first("Content-Type").orElse("");
        return type.toLowerCase(java.util.Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** What the profile takes as a message at a place, beside the usual. */
    List<String> reads(String place) {
        return node.manner()
                .bent(MessageReads.class)
                .map(q -> q.places().getOrDefault(place, List.of()))
                .orElse(List.of());
    }

    private interface Reader {
        JsonNode read(byte[] bytes, List<String> reads) throws Json.NotJson;
    }

    static JsonNode json(byte[] bytes, List<String> reads) throws Json.NotJson {
        return reads.contains("doubled-keys") || reads.contains("text-behind")
                ? Json.read(bytes, reads.contains("doubled-keys"), reads.contains("text-behind"))
                : Json.read(bytes);
    }

    private Message message(String place, Reader reader) {
        var bytes = new byte[0];
        try {
            bytes = bytes();
            var reads = reads(place);
            var node = reader.read(bytes, reads);
            var view = reads.contains("any-case") ? MessageView.inAnyCase(node) : MessageView.of(node);
            return view.isObject() || reads.contains("any-value")
                    ? new Message(new Received(request, view, Optional.empty(), bytes), signed(bytes))
                    : broken("the body is no JSON object", bytes);
        } catch (Json.NotJson e) {
            return broken(e.getMessage(), bytes);
        } catch (TooMuch e) {
            return broken(e.refusal, bytes);
        } catch (IOException e) {
            return broken("the body broke off", bytes);
        }
    }

    /** What cannot be read may be signed all the same: some look at that first. */
    private Message broken(String why, byte[] body) {
        var refusal = Refusal.of("body-is-json", 400, "INVALID_JSON", why);
        return new Message(new Received(request, MessageView.empty(), Optional.of(refusal), body), signed(body));
    }

    private Message broken(Refusal refusal, byte[] body) {
        return new Message(new Received(request, MessageView.empty(), Optional.of(refusal), body), signed(body));
    }

    private Signed signed(byte[] body) {
        var arrived = Arrived.of(node.settings().origin(), request, body);
        return new OnRequest(node, arrived);
    }

    private record OnRequest(OcmNode node, Arrived arrived) implements Signed {
        @Override
        public boolean there() {
            return arrived.headers().first("Signature").isPresent();
        }

        @Override
        public Verdict look(Optional<ServerHost> claimed) {
            return node.signatures().look(arrived, claimed);
        }
    }

    private byte[] bytes() throws IOException, TooMuch {
        var limits = node.manner().limits();
        return switch (request.body()) {
            case Body.None() -> new byte[0];
            case Body.Bytes(var bytes) -> bounded(bytes, limits.messageBytes());
            case Body.Stream(var content) -> read(content, limits.messageBytes(), limits.requestTime());
        };
    }

    private byte[] read(Content content, int most, Duration patience) throws IOException, TooMuch {
        if (content.length() > most) throw tooLarge(most);
        var end = node.ports().time().now().plus(patience);
        var collected = new java.io.ByteArrayOutputStream();
        try (var stream = content.open()) {
            while (chunk(stream, collected, end)) bounded(collected.size(), most);
        }
        return collected.toByteArray();
    }

    private boolean chunk(InputStream stream, java.io.ByteArrayOutputStream into, Instant end)
            throws IOException, TooMuch {
        var buffer = new byte[CHUNK];
        var read = stream.read(buffer);
        if (read < 0) return false;
        into.write(buffer, 0, read);
        if (node.ports().time().now().isAfter(end))
            throw new TooMuch(Refusal.of("request-in-time", 408, "REQUEST_TOO_SLOW", "the body came too slowly"));
        return true;
    }

    private static byte[] bounded(byte[] bytes, int most) throws TooMuch {
        bounded(bytes.length, most);
        return bytes;
    }

    private static void bounded(int length, int most) throws TooMuch {
        if (length > most) throw tooLarge(most);
    }

    private static TooMuch tooLarge(int most) {
        return new TooMuch(Refusal.of(
                "body-small-enough", 413, "MESSAGE_TOO_LARGE", "the body is larger than " + most + " bytes"));
    }

    /** A message and its signature, or why there is none. */
    record Message(Received received, Signed signed) {}

    private static final class TooMuch extends Exception {
        private final transient Refusal refusal;

        TooMuch(Refusal refusal) {
            super(refusal.why(), null, false, false);
            this.refusal = refusal;
        }
    }
}
