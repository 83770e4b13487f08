package org.meshbed.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.calibration.compare.Difference;
import org.meshbed.simulator.calibration.trace.TraceReader;

/** A yardstick that sees nothing is worse than none: in a recording that agrees, one thing is changed, and must be seen. */
final class PlantedTest {
    private final List<ObjectNode> lines = OwnRecording.of(7).lines();

    private Agreement.OfFlow check() {
        return Calibration.check(
                Vendors.column(OwnRecording.PROFILE),
                OwnRecording.bindings(),
                TraceReader.read("own.jsonl", "own", Taping.bytes(lines)));
    }

    private List<Difference> seen() {
        var flow = check();
        assertThat(flow.agreeing()).as("exchanges that agree").isLessThan(flow.exchanges());
        return flow.lines().stream()
                .flatMap(line -> line.differences().stream())
                .toList();
    }

    private List<String> places() {
        return seen().stream().map(Difference::where).toList();
    }

    private int index(Predicate<JsonNode> which) {
        return IntStream.range(0, lines.size())
                .filter(i -> which.test(lines.get(i)))
                .findFirst()
                .orElseThrow();
    }

    private static Predicate<JsonNode> call(String method, String path) {
        return line -> line.path("request").path("method").asText().equals(method)
                && line.path("request").path("path").asText().startsWith(path);
    }

    private ObjectNode request(String method, String path) {
        return (ObjectNode) lines.get(index(call(method, path))).get("request");
    }

    private ObjectNode response(String method, String path) {
        return (ObjectNode) lines.get(index(call(method, path))).get("response");
    }

    private static ObjectNode body(ObjectNode message) {
        try {
            return (ObjectNode)
                    Json.read(message.get("body").textValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (Json.NotJson e) {
            throw new AssertionError(e);
        }
    }

    private static void header(ObjectNode message, String name, String value) {
        for (var line : message.get("headers"))
            if (line.get(0).asText().equalsIgnoreCase(name)) ((ArrayNode) line).set(1, value);
    }

    private static String header(ObjectNode message, String name) {
        for (var line : message.get("headers"))
            if (line.get(0).asText().equalsIgnoreCase(name)) return line.get(1).asText();
        throw new AssertionError("no " + name + " in " + message);
    }

    @Nested
    class GivenAnAnswerThatIsChanged {
        @Test
        void whenItsStatusDiffers_thenThatIsSeen() {
            response("POST", "/ocm/shares").put("status", 202);
            assertThat(seen()).contains(new Difference("status", "202", "201"));
        }

        @Test
        void whenAHeaderDiffers_thenThatIsSeen() {
            header(response("PROPFIND", "/dav"), "Content-Type", "text/html");
            assertThat(places()).contains("header content-type");
        }

        @Test
        void whenAHeaderIsMissing_thenThatIsSeen() {
            var headers = (ArrayNode) response("GET", "/dav").get("headers");
            IntStream.range(0, headers.size())
                    .filter(i -> headers.get(i).get(0).asText().equalsIgnoreCase("Accept-Ranges"))
                    .boxed()
                    .findFirst()
                    .ifPresent(headers::remove);
            assertThat(seen()).contains(new Difference("header accept-ranges", "-", "bytes"));
        }

        @Test
        void whenAValueInItsXmlDiffers_thenThatIsSeen() {
            var listing = response("PROPFIND", "/dav");
            listing.put("body", listing.get("body").textValue().replace("HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found"));
            assertThat(places()).anyMatch(place -> place.contains("multistatus"));
        }

        @Test
        void whenTheContentDiffers_thenThatIsSeen() {
            response("GET", "/dav").put("body", "another report");
            assertThat(places()).contains("body");
        }

        @Test
        void whenThereWasNone_thenThatIsSeen() {
            lines.get(index(call("POST", "/ocm/invite-accepted")))
                    .put("no_answer", "connection closed")
                    .putNull("response");
            assertThat(places()).contains("status");
        }
    }

    @Nested
    class GivenARequestThatIsChanged {
        @Test
        void whenAFieldIsMissing_thenThatIsSeen() {
            var share = request("POST", "/ocm/shares");
            var body = body(share);
            body.remove("resourceType");
            share.put("body", body.toString());
            assertThat(seen()).contains(new Difference("body /resourceType", "-", "\"file\""));
        }

        @Test
        void whenAFieldIsThereTooMuch_thenThatIsSeen() {
            var share = request("POST", "/ocm/shares");
            share.put("body", body(share).put("description", "none").toString());
            assertThat(seen()).contains(new Difference("body /description", "\"none\"", "-"));
        }

        @Test
        void whenAValueDiffers_thenThatIsSeen() {
            var share = request("POST", "/ocm/shares");
            share.put("body", body(share).put("name", "raport.txt").toString());
            assertThat(seen()).contains(new Difference("body /name", "raport.txt", "report.txt"));
        }

        @Test
        void whenItGoesToAnotherPath_thenThatIsSeen() {
            request("POST", "/ocm/notifications").put("path", "/ocm/notes");
            assertThat(places()).contains("path");
        }

        @Test
        void whenAnIdIsOfAnotherKind_thenThatIsSeen() {
            var share = request("POST", "/ocm/shares");
            share.put(
                    "body",
                    body(share)
                            .put("providerId", "01a20a97-5ed5-71a7-8f1c-a1d31d2d8f43")
                            .toString());
            assertThat(seen())
                    .anyMatch(d -> d.where().equals("body /providerId")
                            && d.simulated().contains("UUID of version 7"));
        }

        @Test
        void whenItsSignatureCoversLess_thenThatIsSeen() {
            var share = request("POST", "/ocm/shares");
            header(share, "Signature-Input", header(share, "Signature-Input").replace("\"content-length\"", ""));
            assertThat(places()).anyMatch(place -> place.startsWith("header signature-input"));
        }

        @Test
        void whenItIsSignedAtAnotherMoment_thenThatIsSeen() {
            var share = request("POST", "/ocm/shares");
            header(share, "Signature-Input", header(share, "Signature-Input").replaceAll("created=17", "created=16"));
            assertThat(places()).anyMatch(place -> place.contains("created"));
        }
    }

    @Nested
    class GivenAMadeUpValueThatComesTwice {
        @Test
        void whenItIsAnotherTheSecondTime_thenThatIsSeen() {
            var read = request("GET", "/dav");
            var token = header(read, "Authorization");
            header(read, "Authorization", token.substring(0, token.length() - 3) + "zzz");
            assertThat(places()).contains("header authorization");
        }
    }

    @Nested
    class GivenCallsThatAreChanged {
        @Test
        void whenOneWasNotRecorded_thenItIsAnExtraCall() {
            lines.remove(index(call("POST", "/ocm/notifications")));
            assertThat(places()).contains(Difference.EXTRA_CALL);
        }

        @Test
        void whenOneMoreWasRecorded_thenItIsMissing() {
            var at = index(call("POST", "/ocm/notifications"));
            lines.add(at + 1, lines.get(at).deepCopy());
            assertThat(places()).contains(Difference.MISSING_CALL);
        }

        @Test
        void whenTwoChangedPlaces_thenTheOrderIsSeen() {
            var token = index(line -> call("POST", "/ocm/token").test(line)
                    && line.get("step").asText().startsWith("bob reads report.txt"));
            var read = index(call("GET", "/dav"));
            assertThat(read).isEqualTo(token + 1);
            var first = lines.get(token);
            var second = lines.get(read);
            var moments = new ArrayList<>(List.of(first.get("t_ms"), second.get("t_ms")));
            first.set("t_ms", moments.get(1));
            second.set("t_ms", moments.get(0));
            lines.set(token, second);
            lines.set(read, first);
            assertThat(places()).contains(Difference.ORDER);
        }
    }
}
