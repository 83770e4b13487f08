package org.meshbed.simulator.calibration.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.vendor.Nearest;

/** Reads recordings. Strict and bounded: what is not of the one schema is refused with file and line. */
public final class TraceReader {
    private static final String END = ".jsonl";
    private static final long LARGEST_FILE = 64L << 20;
    private static final int MOST_LINES = 200_000;
    private static final long LONGEST_FLOW_MILLIS = 30L * 24 * 3600 * 1000;
    private static final List<String> EVENTS = List.of("note", "tls-failed", "tls-client-hello", "request-started");
    private static final List<String> EVENT_KEYS = List.of(
            "flow",
            "step",
            "seq",
            "t_ms",
            "event",
            "text",
            "note",
            "data",
            "detail",
            "bytes",
            "from",
            "to",
            "tls",
            "ms",
            "to_port",
            "request",
            "response",
            "no_answer");
    private static final List<String> EXCHANGE_KEYS = List.of(
            "flow",
            "step",
            "seq",
            "t_ms",
            "from",
            "to",
            "to_port",
            "tls",
            "request",
            "response",
            "no_answer",
            "answer_of_P",
            "signature_check_by_recorder",
            "ms");
    private static final List<String> REQUEST_KEYS =
            List.of("method", "path", "query", "headers", "body", "body_truncated_from");
    private static final List<String> RESPONSE_KEYS =
            List.of("status", "reason", "headers", "body", "body_is_html", "body_truncated_from");

    private final String file;
    private String flow = "";

    private TraceReader(String file) {
        this.file = file;
    }

    /** All flows of a file or of a folder, in the order of their file names. Throws {@link BadTrace}. */
    public static List<Flow> read(Path place) {
        if (Files.isRegularFile(place)) return List.of(file(place));
        if (!Files.isDirectory(place))
            throw new BadTrace(
                    place.toString(), 0, "there is no such file or folder; a recording is a " + END + " file");
        try (var files = Files.list(place)) {
            var found = files.filter(f -> f.toString().endsWith(END)).sorted().toList();
            if (found.isEmpty()) throw new BadTrace(place.toString(), 0, "there is no " + END + " file in this folder");
            return found.stream().map(TraceReader::file).toList();
        } catch (IOException e) {
            throw new BadTrace(place.toString(), 0, "the folder cannot be listed");
        }
    }

    private static Flow file(Path place) {
        var folder = place.toAbsolutePath().getParent();
        var name = folder == null || folder.getFileName() == null
                ? ""
                : folder.getFileName().toString();
        try {
            if (Files.size(place) > LARGEST_FILE)
                throw new BadTrace(place.toString(), 0, "the file is larger than " + LARGEST_FILE + " bytes");
            return read(place.toString(), name, Files.readAllBytes(place));
        } catch (IOException e) {
            throw new BadTrace(place.toString(), 0, "the file cannot be read");
        }
    }

    /** One flow out of the bytes of a file. Throws {@link BadTrace}. */
    public static Flow read(String file, String folder, byte[] bytes) {
        return new TraceReader(file).flow(folder, bytes);
    }

    private Flow flow(String folder, byte[] bytes) {
        var entries = new ArrayList<Entry>();
        var start = 0;
        for (var number = 1; start < bytes.length; number++) {
            if (number > MOST_LINES) throw new BadTrace(file, number, "there are more than " + MOST_LINES + " lines");
            var end = start;
            while (end < bytes.length && bytes[end] != '\n') end++;
            if (end > start) entries.add(entry(number, java.util.Arrays.copyOfRange(bytes, start, end)));
            start = end + 1;
        }
        if (entries.isEmpty()) throw new BadTrace(file, 1, "there is no line in this recording");
        return new Flow(flow, file, folder, entries);
    }

    private Entry entry(int number, byte[] bytes) {
        var line = new Member(file, number, "the line", json(number, bytes));
        var named = line.text("flow");
        if (flow.isEmpty()) flow = named;
        if (!flow.equals(named)) throw line.wrong("flow '" + named + "' begins in the file of flow '" + flow + "'");
        return line.node().has("event") ? event(line) : exchange(line);
    }

    private JsonNode json(int number, byte[] bytes) {
        try {
            var node = Json.read(bytes);
            if (!node.isObject()) throw new BadTrace(file, number, "the line is no JSON object");
            return node;
        } catch (Json.NotJson e) {
            var why = Objects.requireNonNullElse(e.getMessage(), "");
            var what = why.contains("UTF-8")
                    ? "the line is not UTF-8"
                    : "the line is no JSON, it is broken or cut short: " + why;
            throw new BadTrace(file, number, what);
        }
    }

    private Entry event(Member line) {
        line.only(EVENT_KEYS);
        var event = line.text("event");
        if (!EVENTS.contains(event))
            throw line.wrong("'" + event + "' is no event of a recording" + Nearest.hint(event, EVENTS));
        var at = line.whole("t_ms", 0, LONGEST_FLOW_MILLIS);
        var step = line.textOr("step", "");
        if (!event.equals("note")) return new Entry.Happened(line.line(), step, at, event);
        return new Entry.Noted(line.line(), step, at, line.textOr("text", line.textOr("note", "")));
    }

    private static Entry exchange(Member line) {
        line.only(EXCHANGE_KEYS);
        var request = line.object("request");
        request.only(REQUEST_KEYS);
        var headers = request.headers();
        var query = request.text("query");
        var response = line.objectOrNull("response").map(TraceReader::response);
        return new Entry.Exchanged(
                line.line(),
                line.textOr("step", ""),
                line.whole("t_ms", 0, LONGEST_FLOW_MILLIS),
                line.whole("ms", 0, LONGEST_FLOW_MILLIS),
                line.textOr("from", "?"),
                line.text("to"),
                line.flag("tls"),
                new RecordedRequest(
                        request.text("method"),
                        request.text("path") + (query.isEmpty() ? "" : "?" + query),
                        headers,
                        Bodies.read(request, headers)),
                response,
                response.isPresent() ? "" : line.textOr("no_answer", line.textOr("answer_of_P", "no answer")));
    }

    private static RecordedResponse response(Member response) {
        response.only(RESPONSE_KEYS);
        var headers = response.headers();
        return new RecordedResponse((int) response.whole("status", 100, 999), headers, Bodies.read(response, headers));
    }
}
