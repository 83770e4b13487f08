package org.meshbed.simulator.journal.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.simulator.journal.Entry;
import org.meshbed.simulator.journal.Payload;
import org.meshbed.simulator.journal.RecordedExchange;

/**
 * Writes exchanges as an HTTP Archive, version 1.2, for the tools that read these. What HAR has no word for stands in
 * members that begin with an underscore, as HAR asks for: who called whom, inside of what, and why no reply came (then
 * the status is 0). Secrets are masked.
 */
public final class Har {
    private static final String VERSION = "1.2";

    private final JsonGenerator json;

    private Har(JsonGenerator json) {
        this.json = json;
    }

    public static void write(List<Entry> entries, Path file) throws IOException {
        of(RecordedExchange.among(entries), file);
    }

    /** The same for exchanges of several journals, one after another. */
    public static void of(List<RecordedExchange> exchanges, Path file) throws IOException {
        try (var out = Files.newOutputStream(file);
                var json = Json.mapper().getFactory().createGenerator(out)) {
            var indent = new DefaultIndenter(" ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
            new Har(json).log(exchanges);
            json.writeRaw('\n');
        }
    }

    private void log(List<RecordedExchange> exchanges) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("log");
        json.writeStringField("version", VERSION);
        json.writeObjectFieldStart("creator");
        json.writeStringField("name", "meshbed");
        json.writeStringField("version", "1");
        json.writeEndObject();
        json.writeArrayFieldStart("entries");
        for (var exchange : exchanges) entry(exchange);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void entry(RecordedExchange exchange) throws IOException {
        var started = exchange.started();
        var took = exchange.ended()
                .map(e -> Duration.between(started.stamp().time(), e.stamp().time())
                                .toNanos()
                        / 1e6)
                .orElse(0.0);
        json.writeStartObject();
        json.writeStringField("startedDateTime", started.stamp().time().toString());
        json.writeNumberField("time", took);
        request(exchange);
        response(exchange);
        json.writeObjectFieldStart("cache");
        json.writeEndObject();
        json.writeObjectFieldStart("timings");
        json.writeNumberField("send", 0);
        json.writeNumberField("wait", took);
        json.writeNumberField("receive", 0);
        json.writeEndObject();
        comment(exchange);
        json.writeEndObject();
    }

    private void request(RecordedExchange exchange) throws IOException {
        var started = exchange.started();
        json.writeObjectFieldStart("request");
        json.writeStringField("method", started.method());
        json.writeStringField("url", started.origin() + started.target());
        json.writeStringField("httpVersion", "HTTP/1.1");
        headers(started.headers());
        query(started.target());
        var body = exchange.request();
        if (body.form() != Payload.Form.NONE) {
            json.writeObjectFieldStart("postData");
            json.writeStringField(
                    "mimeType", started.headers().first("Content-Type").orElse(""));
            json.writeStringField("text", body.text());
            if (body.form() == Payload.Form.BASE64) json.writeStringField("_encoding", "base64");
            json.writeEndObject();
        }
        sizes(body);
        json.writeEndObject();
    }

    private void response(RecordedExchange exchange) throws IOException {
        var headers = exchange.ended().map(Entry.ExchangeEnded::headers).orElse(Headers.NONE);
        json.writeObjectFieldStart("response");
        json.writeNumberField(
                "status", exchange.ended().map(Entry.ExchangeEnded::status).orElse(0));
        json.writeStringField("statusText", "");
        json.writeStringField("httpVersion", "HTTP/1.1");
        headers(headers);
        var body = exchange.reply();
        json.writeObjectFieldStart("content");
        json.writeNumberField("size", Math.max(0, body.length()));
        json.writeStringField("mimeType", headers.first("Content-Type").orElse(""));
        if (body.form() != Payload.Form.NONE) json.writeStringField("text", body.text());
        if (body.form() == Payload.Form.BASE64) json.writeStringField("encoding", "base64");
        json.writeEndObject();
        json.writeStringField("redirectURL", headers.first("Location").orElse(""));
        sizes(body);
        json.writeEndObject();
    }

    private void headers(Headers headers) throws IOException {
        json.writeArrayFieldStart("cookies");
        json.writeEndArray();
        pairs("headers", headers.lines());
    }

    private void query(String target) throws IOException {
        var mark = target.indexOf('?');
        var fields = mark < 0 ? "" : target.substring(mark + 1);
        pairs(
                "queryString",
                fields.isEmpty()
                        ? List.of()
                        : List.of(fields.split("&")).stream().map(Har::field).toList());
    }

    private static Header field(String field) {
        var equals = field.indexOf('=');
        return equals < 0 ? new Header(field, "") : new Header(field.substring(0, equals), field.substring(equals + 1));
    }

    private void pairs(String name, List<Header> pairs) throws IOException {
        json.writeArrayFieldStart(name);
        for (var pair : pairs) {
            json.writeStartObject();
            json.writeStringField("name", pair.name());
            json.writeStringField("value", pair.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void sizes(Payload body) throws IOException {
        json.writeNumberField("headersSize", -1);
        json.writeNumberField("bodySize", body.length());
    }

    private void comment(RecordedExchange exchange) throws IOException {
        var started = exchange.started();
        json.writeNumberField("_exchange", started.exchange());
        json.writeStringField("_from", started.from());
        json.writeStringField("_to", started.to());
        if (started.stamp().inside().isPresent())
            json.writeNumberField("_inside", started.stamp().inside().getAsLong());
        if (!started.stamp().story().isEmpty())
            json.writeStringField("_story", started.stamp().story());
        if (exchange.ended().isEmpty()) json.writeStringField("_error", "it has not ended");
        else if (exchange.ended().get().status() == 0)
            json.writeStringField("_error", Words.of(exchange.ended().get()));
    }
}
