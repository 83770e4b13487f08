package org.meshbed.simulator.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;

/**
 * Writes entries as JSON Lines: one object a line, members in a fixed order, each line flushed. A body is written once
 * for each scenario, on a line of its own before the first entry that names it by its digest. {@code docs/journal.md}
 * and {@code journal-schema.json} describe each line. Any thread may write.
 */
public final class JsonLines implements Consumer<Entry>, AutoCloseable {
    public static final int FORMAT = 1;

    private final ReentrantLock lock = new ReentrantLock();
    private final OutputStream out;
    private final JsonGenerator json;
    private final Set<String> written = new LinkedHashSet<>();

    /** @param run in words that are the same on every machine */
    public JsonLines(OutputStream out, String run) {
        this.out = out;
        try {
            json = Json.mapper().getFactory().createGenerator(out);
            json.setPrettyPrinter(new MinimalPrettyPrinter(""));
            json.writeStartObject();
            json.writeStringField("kind", "journal");
            json.writeNumberField("format", FORMAT);
            json.writeStringField("run", run);
            endLine();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void accept(Entry entry) {
        lock.lock();
        try {
            bodies(entry);
            json.writeStartObject();
            json.writeNumberField("number", entry.stamp().number());
            json.writeStringField("time", entry.stamp().time().toString());
            content(entry);
            endLine();
        } catch (IOException e) {
            throw failed(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            json.close();
            out.close();
        } finally {
            lock.unlock();
        }
    }

    private void endLine() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the journal file could not be written", e);
    }

    private void bodies(Entry entry) throws IOException {
        switch (entry) {
            case Entry.ExchangeStarted started -> body(started.body());
            case Entry.ExchangeEnded ended -> body(ended.body());
            case Entry.ContentPassed passed -> body(passed.body());
            // the part of a file that belongs to a scenario can be read without the rest
            case Entry.Marker marker -> written.clear();
            case Entry.Action a -> {}
            case Entry.Decision d -> {}
            case Entry.Consulted c -> {}
            case Entry.State s -> {}
            case Entry.Fault f -> {}
            case Entry.Clock c -> {}
        }
    }

    private void body(Payload body) throws IOException {
        if (body.sha256().isEmpty() || !written.add(body.sha256())) return;
        json.writeStartObject();
        json.writeStringField("kind", "body");
        json.writeStringField("sha256", body.sha256());
        json.writeNumberField("length", body.length());
        if (body.masked()) json.writeBooleanField("masked", true);
        if (body.cut()) json.writeBooleanField("cut", true);
        json.writeStringField(body.holdsText() ? "text" : "base64", body.text());
        endLine();
    }

    private void content(Entry entry) throws IOException {
        switch (entry) {
            case Entry.Action action -> action(action);
            case Entry.ExchangeStarted started -> started(started);
            case Entry.ExchangeEnded ended -> ended(ended);
            case Entry.ContentPassed passed -> passed(passed);
            case Entry.Decision decision -> decision(decision);
            case Entry.Consulted consulted -> consulted(consulted);
            case Entry.State state -> state(state);
            case Entry.Fault fault -> {
                head("fault", fault.stamp());
                json.writeStringField("words", fault.words());
            }
            case Entry.Clock clock -> {
                head("clock", clock.stamp());
                json.writeStringField("by", clock.by().toString());
            }
            case Entry.Marker marker -> {
                head("marker", marker.stamp());
                json.writeStringField("mark", marker.mark().word());
                json.writeStringField("words", marker.words());
            }
        }
    }

    private void head(String kind, Stamp stamp) throws IOException {
        json.writeStringField("kind", kind);
        optional("scenario", stamp.scenario());
        optional("step", stamp.step());
        optional("node", stamp.node());
        if (stamp.incarnation() > 0) json.writeNumberField("incarnation", stamp.incarnation());
        optional("story", stamp.story());
        if (stamp.inside().isPresent())
            json.writeNumberField("inside", stamp.inside().getAsLong());
    }

    private void action(Entry.Action action) throws IOException {
        head("action", action.stamp());
        json.writeStringField("who", action.who());
        json.writeStringField("verb", action.verb());
        json.writeStringField("what", action.what());
        json.writeStringField("told", action.told());
        json.writeNumberField("since", action.since());
    }

    private void started(Entry.ExchangeStarted started) throws IOException {
        head("exchange-started", started.stamp());
        json.writeNumberField("exchange", started.exchange());
        json.writeStringField("from", started.from());
        json.writeStringField("to", started.to());
        json.writeStringField("origin", started.origin());
        json.writeStringField("method", started.method());
        json.writeStringField("target", started.target());
        headers(started.headers());
        json.writeStringField("framing", word(started.framing()));
        reference(started.body());
    }

    private void ended(Entry.ExchangeEnded ended) throws IOException {
        head("exchange-ended", ended.stamp());
        json.writeNumberField("exchange", ended.exchange());
        json.writeStringField("outcome", ended.outcome().word());
        if (ended.outcome() == Entry.Outcome.REPLIED) {
            json.writeNumberField("status", ended.status());
            headers(ended.headers());
            json.writeStringField("framing", word(ended.framing()));
            reference(ended.body());
        } else {
            json.writeStringField("why", ended.why());
            json.writeBooleanField("afterSending", ended.afterSending());
        }
        if (!ended.faults().isEmpty()) texts("faults", ended.faults());
    }

    private void passed(Entry.ContentPassed passed) throws IOException {
        head("content", passed.stamp());
        json.writeNumberField("exchange", passed.exchange());
        json.writeStringField("of", passed.reply() ? "reply" : "request");
        json.writeBooleanField("complete", passed.complete());
        reference(passed.body());
    }

    private void decision(Entry.Decision decision) throws IOException {
        head("decision", decision.stamp());
        json.writeStringField("what", decision.what());
        json.writeStringField("outcome", decision.outcome());
        json.writeStringField("why", decision.why());
    }

    private void consulted(Entry.Consulted consulted) throws IOException {
        head("consulted", consulted.stamp());
        json.writeStringField("of", consulted.of().name().toLowerCase(Locale.ROOT));
        json.writeStringField("name", consulted.name());
        json.writeStringField("answer", consulted.answer());
    }

    private void state(Entry.State state) throws IOException {
        head("state", state.stamp());
        json.writeStringField("of", state.of());
        json.writeStringField("id", state.id());
        json.writeStringField("before", state.before());
        json.writeStringField("after", state.after());
    }

    private void headers(Headers headers) throws IOException {
        json.writeArrayFieldStart("headers");
        for (var line : headers.lines()) {
            json.writeStartArray();
            json.writeString(line.name());
            json.writeString(line.value());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (var text : texts) json.writeString(text);
        json.writeEndArray();
    }

    /** Nothing, the digest of a body that stands on a line of its own, or that it was a stream. */
    private void reference(Payload body) throws IOException {
        switch (body.form()) {
            case NONE -> {}
            case TEXT, BASE64 -> json.writeStringField("body", body.sha256());
            case STREAM -> {
                json.writeObjectFieldStart("stream");
                if (body.length() >= 0) json.writeNumberField("length", body.length());
                json.writeEndObject();
            }
        }
    }

    private void optional(String name, String value) throws IOException {
        if (!value.isEmpty()) json.writeStringField(name, value);
    }

    private static String word(Framing framing) {
        return framing.name().toLowerCase(Locale.ROOT);
    }
}
