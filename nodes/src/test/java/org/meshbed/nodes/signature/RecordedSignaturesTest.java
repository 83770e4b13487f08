package org.meshbed.nodes.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;

/**
 * Signatures of real servers, as they were recorded: every request that OpenCloudMesh Go 1.2.2 signed in nineteen flows
 * by itself and one with another server of its kind, and a few of ocm-stub. The servers were set up anew between flows,
 * so each key of a server is tried. The recording with the other server has no Content-Length lines; they were added.
 */
class RecordedSignaturesTest {
    private record Signed(String flow, ServerHost from, Arrived request) {
        Instant created() throws Malformed {
            return MessageSignature.all(request.headers()).getFirst().created().orElseThrow();
        }
    }

    @Nested
    class GivenRequestsOfOpenCloudMeshGo {
        private final List<Signed> requests = new ArrayList<>();
        private final Map<ServerHost, List<PeerKey>> keys = new LinkedHashMap<>();

        GivenRequestsOfOpenCloudMeshGo() throws Exception {
            for (var line : lines("opencloudmesh-go-1.2.2.jsonl")) {
                if (line.has("key")) key(line.get("key"));
                else requests.add(new Signed(line.get("flow").asText(), host(line), arrived(line)));
            }
        }

        private static ServerHost host(JsonNode line) {
            return ServerHost.parse(line.get("from").asText());
        }

        private void key(JsonNode jwk) throws Exception {
            var set = Json.object();
            set.putArray("keys").add(jwk);
            var kid = jwk.get("kid").asText();
            var entry = JwkSet.read(Json.bytes(set)).find(kid).orElseThrow();
            var host = ServerHost.parse(kid.substring(0, kid.indexOf('#')));
            keys.computeIfAbsent(host, _ -> new ArrayList<>()).add(((JwkSet.Entry.Usable) entry).key());
        }

        /** How many of the keys of its server it fits. */
        private long fits(Signed signed, Arrived request) throws Malformed {
            var fitting = 0;
            for (var key : keys.get(signed.from())) {
                var desk = Desk.of("1.5");
                desk.jwks.put(key.kid(), key);
                desk.now = signed.created();
                if (desk.look(request, signed.from()) instanceof Verdict.Verified) fitting++;
            }
            return fitting;
        }

        private static boolean isOfC(Signed signed) {
            return signed.from().name().startsWith("c.");
        }

        @Test
        void whenTheyAreLookedAtWhenMade_thenEachFitsOneKeyOfItsServer() throws Exception {
            var ofOneServer = requests.stream()
                    .filter(r -> r.flow().startsWith("ocm-go-1/"))
                    .toList();
            var fitting = 0;
            for (var request : ofOneServer) if (fits(request, request.request()) == 1) fitting++;
            assertThat(ofOneServer).hasSize(248);
            assertThat(fitting).isEqualTo(234);
        }

        @Test
        void whenTwoServersTalkToEachOther_thenEachSignatureFitsTheKeyOfThatTalk() throws Exception {
            var pairs =
                    requests.stream().filter(r -> r.flow().startsWith("pairs/")).toList();
            for (var request : pairs)
                assertThat(fits(request, request.request())).as(request.flow()).isEqualTo(1);
            assertThat(pairs).hasSize(9);
        }

        @Test
        void whenOneBitOfTheSignatureIsOther_thenItFitsNoKey() throws Exception {
            for (var request : requests) {
                var line = request.request().headers().first("Signature").orElseThrow();
                var bytes = Base64.getDecoder().decode(line.substring("ocm=:".length(), line.length() - 1));
                bytes[request.flow().length() % bytes.length] ^= 1;
                var other = "ocm=:" + Base64.getEncoder().encodeToString(bytes) + ":";
                assertThat(fits(request, Desk.replaced(request.request(), "Signature", other)))
                        .isZero();
            }
        }

        @Test
        void whenOneBitOfTheBodyIsOther_thenItFitsNoKey() throws Exception {
            for (var request : requests) {
                var body = request.request().body().clone();
                body[body.length / 2] ^= 1;
                var was = request.request();
                var changed = new Arrived(was.at(), was.method(), was.target(), was.headers(), body);
                assertThat(fits(request, changed)).isZero();
            }
        }

        @Test
        void whenTheyComeToAVerifierOfAnotherVersion_thenTheyMeanWhatTheirFormMeansThere() throws Exception {
            for (var request : requests) {
                if (isOfC(request)) continue;
                assertThat(verdict("1.4", request).refusal())
                        .as("1.4 wants the date covered")
                        .isPresent();
                assertThat(verdict("1.2", request))
                        .as("1.2 knows another scheme")
                        .isInstanceOf(Verdict.Unsigned.class);
            }
        }

        private Verdict verdict(String version, Signed signed) throws Malformed {
            var desk = Desk.of(version);
            for (var key : keys.get(signed.from())) desk.jwks.put(key.kid(), key);
            desk.now = signed.created();
            return desk.look(signed.request(), signed.from());
        }
    }

    @Nested
    class GivenRequestsOfOcmStub {
        @Test
        void whenTheyAreLookedAt_thenTheyAreOfNoSchemeAndRefused() throws Exception {
            var lines = lines("ocm-stub-1.jsonl");
            for (var line : lines) {
                for (var version : List.of("1.2", "1.3", "1.4", "1.5")) {
                    var verdict = Desk.of(version).look(arrived(line), ServerHost.parse("ocmstub1.docker"));
                    var refusal = verdict.refusal().orElseThrow(() -> new AssertionError(version + ": " + verdict));
                    assertThat(refusal.status()).isEqualTo(401);
                    assertThat(refusal.why()).contains("separated by commas");
                }
            }
            assertThat(lines).hasSize(6);
        }
    }

    private static Arrived arrived(JsonNode line) {
        var url = Endpoint.parse(line.get("url").asText());
        var headers = new ArrayList<Header>();
        for (var header : line.get("headers"))
            headers.add(new Header(header.get(0).asText(), header.get(1).asText()));
        var body = line.get("body").asText().getBytes(StandardCharsets.UTF_8);
        return new Arrived(url.origin(), line.get("method").asText(), url.target(), new Headers(headers), body);
    }

    private static List<JsonNode> lines(String file) throws Exception {
        var stream = Objects.requireNonNull(RecordedSignaturesTest.class.getResourceAsStream("/signatures/" + file));
        var lines = new ArrayList<JsonNode>();
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine())
                lines.add(Json.read(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
