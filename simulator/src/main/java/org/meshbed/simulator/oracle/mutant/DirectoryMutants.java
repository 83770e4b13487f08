package org.meshbed.simulator.oracle.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Directories of a federation that list its servers wrongly. */
final class DirectoryMutants {
    private DirectoryMutants() {}

    static List<Mutant> all() {
        return List.of(
                list("is a list", "DIR-02", WireReply.of(200, JOSE, Body.of(jws("[]")))),
                list("is not signed", "DEF-22", WireReply.json(200, Json.bytes(right()))),
                directory("without federation", "DIR-02 DIR-03", list -> list.remove("federation")),
                directory("of a federation by number", "DIR-02 DIR-03", list -> list.put("federation", 7)),
                directory("without servers", "DIR-02 DIR-04", list -> list.remove("servers")),
                directory("of one server alone", "DIR-02 DIR-04", list -> list.putObject("servers")),
                server("without url", "DIR-02 DIR-05", server -> server.remove("url")),
                server("without a name", "DIR-02 DIR-11", server -> server.remove("displayName")),
                url("without a scheme", "DIR-02 DIR-06", "//alpha.example"),
                url("without a host", "DIR-02 DIR-07", "https:///"),
                url("with a path", "DIR-02 DIR-09", "https://alpha.example/cloud"),
                url("with a user", "DIR-02 DIR-10", "https://alice@alpha.example"),
                url("with a query", "DIR-02 DIR-10", "https://alpha.example?a=b"));
    }

    private static final Headers JOSE = Headers.of("Content-Type", "application/jose");

    private static ObjectNode right() {
        var list = Json.object().put("federation", "The Greek letters");
        list.putArray("servers").addObject().put("url", "https://alpha.example").put("displayName", "Alpha");
        return list;
    }

    private static Mutant url(String name, String breaks, String url) {
        return server("at a url " + name, breaks, server -> server.put("url", url));
    }

    private static Mutant server(String name, String breaks, Consumer<ObjectNode> change) {
        return directory(
                "of a server " + name,
                breaks,
                list -> change.accept((ObjectNode) list.get("servers").get(0)));
    }

    private static Mutant directory(String name, String breaks, Consumer<ObjectNode> change) {
        var list = right();
        change.accept(list);
        return list(name, breaks, WireReply.of(200, JOSE, Body.of(jws(list.toString()))));
    }

    private static Mutant list(String name, String breaks, WireReply reply) {
        return Mutant.of("directory: " + name, breaks, serving(reply));
    }

    private static Change serving(WireReply reply) {
        return new Change() {
            @Override
            public WireAnswer answering(WireRequest request, Answering usual) {
                return request.path().equals("/directory") ? reply : usual.answer(request);
            }
        };
    }

    /** The form is that of a JWS; nobody here looks at its signature. */
    private static String jws(String payload) {
        return base64("{\"alg\":\"Ed25519\"}") + "." + base64(payload) + "." + base64("signed");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
