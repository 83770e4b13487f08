package org.meshbed.simulator.calibration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.time.Scheduler;
import org.meshbed.simulator.world.Framed;

/** Records what the nodes of a virtual world send each other, as the recorder of real servers did. */
final class Taping {
    private final String flow;
    private final List<ObjectNode> lines = new ArrayList<>();
    private Instant now = Scheduler.BEGINNING;
    private String step = "";

    Taping(String flow) {
        this.flow = flow;
    }

    void step(String words) {
        step = words;
    }

    /** A note that the step was done. */
    void done() {
        done("");
    }

    /** The same, and what came of it. */
    void done(String result) {
        lines.add(line(now).put("event", "note").put("text", step + result));
    }

    /** Ports that tape what goes out of this node. */
    Ports at(String name, Ports ports) {
        return new Ports(
                (to, request, timeouts) -> {
                    var own = held(Framed.request(to, request));
                    var began = ports.time().now();
                    var result = held(ports.transport().exchange(to, own, timeouts));
                    now = ports.time().now();
                    add(name, to, own, result, Duration.between(began, now));
                    return result;
                },
                ports.time(),
                ports.tasks(),
                ports.secrets(),
                ports.chance(),
                ports.store(),
                ports.witness());
    }

    List<ObjectNode> lines() {
        return lines;
    }

    byte[] bytes() {
        return bytes(lines);
    }

    static byte[] bytes(List<ObjectNode> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private ObjectNode line(Instant at) {
        return Json.object()
                .put("flow", flow)
                .put("step", step)
                .put("seq", lines.size() + 1)
                .put("t_ms", Duration.between(Scheduler.BEGINNING, at).toMillis());
    }

    private void add(String from, Origin to, WireRequest request, Exchange result, Duration took) {
        var line = line(now)
                .put("from", from)
                .put("to", to.host().name().replace(".example", ""))
                .put("tls", true)
                .put("ms", took.toMillis());
        var sent = line.putObject("request")
                .put("method", request.method())
                .put("path", request.path())
                .put("query", request.query());
        headers(sent, request.headers());
        body(sent, request.body());
        if (result instanceof Exchange.Replied(var reply)) answer(line, reply);
        else line.putNull("response").put("no_answer", result.words());
        lines.add(line);
    }

    private static void answer(ObjectNode line, WireReply reply) {
        var came = line.putObject("response").put("status", reply.status()).put("reason", "");
        headers(came, reply.headers());
        body(came, reply.body());
    }

    private static void headers(ObjectNode message, Headers headers) {
        var lines = message.putArray("headers");
        headers.lines().forEach(h -> lines.addArray().add(h.name()).add(h.value()));
    }

    private static void body(ObjectNode message, Body body) {
        if (!(body instanceof Body.Bytes bytes)) {
            message.put("body", "");
            return;
        }
        var text = bytes.text();
        if (text.indexOf('\uFFFD') < 0) message.put("body", text);
        else message.putObject("body").put("base64", Base64.getEncoder().encodeToString(bytes.bytes()));
    }

    private static Exchange held(Exchange result) {
        return result instanceof Exchange.Replied(var reply)
                ? new Exchange.Replied(
                        new WireReply(reply.status(), reply.headers(), held(reply.body()), reply.framing()))
                : result;
    }

    private static WireRequest held(WireRequest request) {
        return new WireRequest(
                request.method(), request.target(), request.headers(), held(request.body()), request.framing());
    }

    private static Body held(Body body) {
        if (!(body instanceof Body.Stream(var content))) return body;
        try (var in = content.open()) {
            return Body.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
