package org.meshbed.simulator.journal.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.simulator.journal.Entry;
import org.meshbed.simulator.journal.Payload;
import org.meshbed.simulator.journal.RecordedExchange;

/**
 * A part of the journal as text to read: what persons did, each exchange with its bodies, and what the nodes consulted,
 * decided and changed meanwhile, indented by what it happened inside of. Secrets are masked.
 */
public final class Transcript {
    private static final ObjectWriter PRETTY = Json.mapper()
            .writer(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));
    private static final int MOST_OF_A_BODY = 4_000;
    private static final int WORTH_NAMING = 160;
    /** Headers without which a message cannot be understood; the rest is in the journal. */
    private static final List<String> SHOWN = List.of(
            "authorization", "content-type", "location", "www-authenticate", "signature-input", "allow", "retry-after");

    private final StringBuilder text = new StringBuilder();
    private final Map<Long, RecordedExchange> exchanges = new LinkedHashMap<>();
    private final Map<Long, Integer> depths = new LinkedHashMap<>();
    /** Which exchange showed a body first. */
    private final Map<String, Long> shown = new LinkedHashMap<>();

    private String step = "";

    private Transcript() {}

    /** The transcript of these entries, lines ended by a line feed. */
    public static String of(List<Entry> entries) {
        var transcript = new Transcript();
        for (var exchange : RecordedExchange.among(entries))
            transcript.exchanges.put(exchange.started().exchange(), exchange);
        for (var entry : entries) transcript.add(entry);
        return transcript.text.toString();
    }

    private void add(Entry entry) {
        stepOf(entry);
        switch (entry) {
            case Entry.Action a -> line(0, at(a.who(), a.stamp().node()) + " " + words(a.verb(), a.what()) + told(a));
            case Entry.ExchangeStarted started -> started(started);
            case Entry.ExchangeEnded ended -> ended(ended);
            case Entry.ContentPassed passed -> passed(passed);
            case Entry.Decision d ->
                line(inside(d), node(d) + "decided: " + d.what() + " -> " + d.outcome() + because(d.why()));
            case Entry.Consulted c ->
                line(
                        inside(c),
                        node(c) + "asked for " + c.of().name().toLowerCase(Locale.ROOT) + " " + c.name() + ": "
                                + c.answer());
            case Entry.State s ->
                line(inside(s), node(s) + s.of() + " " + s.id() + ": " + s.before() + " -> " + s.after());
            case Entry.Fault fault -> line(0, "!! " + fault.words());
            case Entry.Clock clock -> line(0, "!! the clock jumps ahead by " + Words.of(clock.by()));
            case Entry.Marker marker -> marker(marker);
        }
    }

    private void marker(Entry.Marker marker) {
        switch (marker.mark()) {
            case SCENARIO_BEGINS -> line(0, "== " + marker.words());
            case AT_ONCE_BEGINS -> line(0, ".. at once");
            case AT_ONCE_ENDS -> line(0, ".. all have ended");
            case SCENARIO_ENDS -> {}
        }
    }

    private void stepOf(Entry entry) {
        if (entry.stamp().step().equals(step)) return;
        step = entry.stamp().step();
        if (!step.isEmpty()) line(0, "-- " + step);
    }

    private void started(Entry.ExchangeStarted started) {
        var depth = depth(started.stamp().inside());
        depths.put(started.exchange(), depth + 1);
        line(
                depth,
                "#" + started.exchange() + " " + started.from() + " -> " + started.to() + "  " + started.method() + " "
                        + started.target());
        message(depth + 1, started.exchange(), started.headers(), started.body());
    }

    private void ended(Entry.ExchangeEnded ended) {
        var exchange = exchanges.get(ended.exchange());
        if (exchange == null) return;
        var depth = depth(ended.stamp().inside());
        line(
                depth,
                "#" + ended.exchange() + " " + exchange.started().from() + " <- "
                        + exchange.started().to() + "  " + Words.of(ended));
        message(depth + 1, ended.exchange(), ended.headers(), ended.body());
    }

    private void passed(Entry.ContentPassed passed) {
        var depth = depth(passed.stamp().inside());
        line(
                depth,
                "#" + passed.exchange() + " content of the " + (passed.reply() ? "reply" : "request") + ": "
                        + passed.body().length() + " bytes" + (passed.complete() ? "" : ", not to its end"));
        body(depth + 1, passed.exchange(), passed.body());
    }

    private void message(int depth, long exchange, Headers headers, Payload body) {
        for (var line : headers.lines())
            if (SHOWN.contains(line.name().toLowerCase(Locale.ROOT))) line(depth, line.name() + ": " + line.value());
        body(depth, exchange, body);
    }

    /** A long body that was shown before is only named: discovery documents are the most of what servers say. */
    private void body(int depth, long exchange, Payload body) {
        var first =
                body.text().length() < WORTH_NAMING ? exchange : shown.computeIfAbsent(body.sha256(), b -> exchange);
        if (first != exchange) line(depth, "(the body that #" + first + " shows)");
        else show(depth, body);
    }

    private void show(int depth, Payload body) {
        switch (body.form()) {
            case NONE -> {}
            case STREAM ->
                line(depth, "(a stream" + (body.length() < 0 ? "" : " of " + body.length() + " bytes") + ")");
            case BASE64 -> line(depth, "(" + body.length() + " bytes, sha256 " + body.sha256() + ")");
            case TEXT -> pretty(body).lines().forEach(line -> line(depth, line));
        }
    }

    private static String pretty(Payload body) {
        var text = body.text();
        if (text.length() > MOST_OF_A_BODY)
            return text.substring(0, MOST_OF_A_BODY) + "\n(" + body.length() + " bytes in all)";
        if (!text.startsWith("{") && !text.startsWith("[")) return text;
        try {
            return PRETTY.writeValueAsString(Json.read(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Json.NotJson | JsonProcessingException e) {
            return text;
        }
    }

    private int inside(Entry entry) {
        return depth(entry.stamp().inside());
    }

    private int depth(OptionalLong inside) {
        return inside.isPresent() ? depths.getOrDefault(inside.getAsLong(), 0) : 0;
    }

    private static String node(Entry entry) {
        return entry.stamp().node() + " ";
    }

    private static String at(String who, String node) {
        return node.isEmpty() ? who : who + " at " + node;
    }

    private static String words(String verb, String what) {
        return what.isEmpty() ? verb : verb + " " + what;
    }

    private static String told(Entry.Action action) {
        return action.told().isEmpty() ? "" : "; is told: " + action.told();
    }

    private static String because(String why) {
        return why.isEmpty() ? "" : " (" + why + ")";
    }

    private void line(int depth, String line) {
        text.append("    ".repeat(depth)).append(line).append('\n');
    }
}
