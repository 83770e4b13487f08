package org.meshbed.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.calibration.compare.Difference;
import org.meshbed.simulator.calibration.replay.Score;
import org.meshbed.simulator.calibration.trace.TraceReader;

/** Differences planted in recordings of a real server: each is seen, however much the profile differs besides. */
final class PlantedInRealTest {
    private static final String FOLDER = "ocm-go-1";
    private static final String PROFILE = "ocm-go/1";

    private static List<ObjectNode> lines(String flow) throws IOException, Json.NotJson {
        return lines(FOLDER, flow);
    }

    private static List<ObjectNode> lines(String folder, String flow) throws IOException, Json.NotJson {
        var file = RecordingsTest.RECORDINGS.resolve(folder).resolve(flow + ".jsonl");
        var lines = new ArrayList<ObjectNode>();
        for (var line : Files.readAllLines(file))
            lines.add((ObjectNode) Json.read(line.getBytes(StandardCharsets.UTF_8)));
        return lines;
    }

    private static List<Score.Line> check(List<ObjectNode> lines) {
        var flow = TraceReader.read("planted.jsonl", FOLDER, Taping.bytes(lines));
        return Calibration.check(RecordingsTest.profile(PROFILE), ShippedBindings.of(FOLDER), flow)
                .lines();
    }

    private static List<Difference> at(List<Score.Line> lines, int line) {
        return lines.stream()
                .filter(l -> l.line() == line)
                .flatMap(l -> l.differences().stream())
                .toList();
    }

    private interface Plant {
        void in(ObjectNode line);
    }

    /** What is seen at this line with the plant and not without it. */
    private static List<Difference> seen(String flow, int line, Plant plant) throws IOException, Json.NotJson {
        var lines = lines(flow);
        var before = at(check(lines), line);
        plant.in(lines.get(line - 1));
        var after = new ArrayList<>(at(check(lines), line));
        after.removeAll(before);
        return after;
    }

    @Nested
    class GivenTheDiscoveryDocument {
        private static final String FLOW = "01-discovery";

        @Test
        void whenTheStatusIsAnother_thenThatIsSeen() throws IOException, Json.NotJson {
            assertThat(seen(FLOW, 1, line -> ((ObjectNode) line.get("response")).put("status", 203)))
                    .anyMatch(d -> d.where().equals("status") && d.recorded().equals("203"));
        }

        @Test
        void whenAHeaderIsAnother_thenThatIsSeen() throws IOException, Json.NotJson {
            assertThat(seen(
                            FLOW,
                            1,
                            line -> ((ArrayNode)
                                            line.get("response").get("headers").get(0))
                                    .set(1, "text/x")))
                    .anyMatch(d -> d.where().equals("header content-type")
                            && d.recorded().equals("text/x"));
        }

        @Test
        void whenAFieldIsThereTooMuch_thenThatIsSeen() throws IOException, Json.NotJson {
            assertThat(seen(FLOW, 1, line -> replace(line, "{\"enabled\"", "{\"planted\":1,\"enabled\"")))
                    .containsExactly(new Difference("body /planted", "1", "-"));
        }

        @Test
        void whenAFieldIsMissing_thenThatIsSeen() throws IOException, Json.NotJson {
            assertThat(seen(FLOW, 1, line -> replace(line, "\"enabled\":true,", "")))
                    .containsExactly(new Difference("body /enabled", "-", "true"));
        }

        @Test
        void whenAValueIsAnother_thenThatIsSeen() throws IOException, Json.NotJson {
            assertThat(seen(FLOW, 1, line -> replace(line, "\"apiVersion\":\"1.4.0\"", "\"apiVersion\":\"1.4.9\"")))
                    .contains(new Difference("body /apiVersion", "1.4.9", "1.4.0"));
        }

        private static void replace(ObjectNode line, String old, String other) {
            var response = (ObjectNode) line.get("response");
            var body = response.get("body").textValue();
            assertThat(body).contains(old);
            response.put("body", body.replace(old, other));
        }
    }

    @Nested
    class GivenCalls {
        private static final String FLOW = "02-invites";
        private static final int FIRST_CALL = 5; // B asks A for its document

        private static long count(List<Score.Line> lines, String what) {
            return lines.stream()
                    .flatMap(l -> l.differences().stream())
                    .filter(d -> d.where().equals(what))
                    .count();
        }

        @Test
        void whenOneIsTakenOut_thenItIsExtra() throws IOException, Json.NotJson {
            var lines = lines(FLOW);
            assertThat(lines.get(FIRST_CALL - 1).get("from").asText()).isEqualTo("B");
            var before = count(check(lines), Difference.EXTRA_CALL);
            lines.remove(FIRST_CALL - 1);
            assertThat(count(check(lines), Difference.EXTRA_CALL)).isGreaterThan(before);
        }

        @Test
        void whenOneIsPutIn_thenItIsMissing() throws IOException, Json.NotJson {
            var lines = lines(FLOW);
            var before = count(check(lines), Difference.MISSING_CALL);
            lines.add(FIRST_CALL, lines.get(FIRST_CALL - 1).deepCopy());
            assertThat(count(check(lines), Difference.MISSING_CALL)).isGreaterThan(before);
        }
    }

    @Nested
    class GivenAServerThatKeepsSilent {
        private static final String STUB = "ocm-stub-1";
        private static final String FLOW = "12-token-endpoint-by-hand";

        private static List<Difference> differences(Profile profile, List<ObjectNode> lines) {
            var flow = TraceReader.read("planted.jsonl", STUB, Taping.bytes(lines));
            return Calibration.check(profile, ShippedBindings.of(STUB), flow).lines().stream()
                    .flatMap(line -> line.differences().stream())
                    .toList();
        }

        private static List<ObjectNode> silent(List<ObjectNode> lines) {
            return lines.stream()
                    .filter(line -> line.path("no_answer").asText().startsWith("no answer within"))
                    .toList();
        }

        @Test
        void whenTheRecordingSaysThatItClosedTheConnection_thenThatIsSeen() throws IOException, Json.NotJson {
            var lines = lines(STUB, FLOW);
            assertThat(differences(RecordingsTest.profile("ocm-stub/1"), lines)).isEmpty();
            silent(lines).getFirst().put("no_answer", "closed without an answer");
            assertThat(differences(RecordingsTest.profile("ocm-stub/1"), lines))
                    .containsExactly(new Difference(
                            "status", "closed without an answer", "no answer, and the connection stays open"));
        }

        @Test
        void whenTheRecordingSaysThatNobodyListened_thenThatIsSeen() throws IOException, Json.NotJson {
            var lines = lines(STUB, FLOW);
            silent(lines).getFirst().put("no_answer", "ConnectionRefusedError");
            assertThat(differences(RecordingsTest.profile("ocm-stub/1"), lines)).hasSize(1);
        }

        @Test
        void whenTheNodeClosesTheConnection_thenThatIsSeen(@TempDir Path folder) throws IOException, Json.NotJson {
            var file = folder.resolve("stub.yaml");
            Files.writeString(file, Vendors.written("ocm-stub/1").replace("{silence: ", "{closes: "));
            var lines = lines(STUB, FLOW);
            assertThat(differences(Vendors.file(file), lines))
                    .hasSameSizeAs(silent(lines))
                    .allMatch(d -> d.simulated().equals("closed without an answer"));
        }
    }
}
