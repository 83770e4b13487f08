package org.meshbed.scenarios.meshfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.node.Group;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Declared;
import org.meshbed.nodes.vendor.Evidence;
import org.meshbed.nodes.vendor.Limits;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Setting;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.simulator.network.Latency;
import org.meshbed.simulator.world.NodePlan;

final class MeshFileTest {
    @TempDir
    private Path folder;

    /** A vendor with two settings, so that this test needs no registry. */
    private static Profile vendor(String column) {
        if (!column.equals("reference/1.5")) throw new BadProfile("there is no vendor '" + column + "'");
        var values = new LinkedHashMap<String, List<Declared>>();
        values.put("strict", List.of());
        values.put("compat", List.of());
        var mode = new Setting("mode", "strict", values, new Evidence(Evidence.Level.INFERRED, "here", "a test"));
        var lists = new LinkedHashMap<String, List<Declared>>();
        for (var kind : List.of("any", "deny", "allow")) lists.put(kind, List.of());
        var settings = new LinkedHashMap<String, Setting>();
        settings.put("mode", mode);
        settings.put(
                "servers",
                new Setting("servers", "any", lists, new Evidence(Evidence.Level.INFERRED, "here", "a test")));
        return new Profile("reference", "1.5", "a test", Dialects.V1_5, List.of(), settings, Map.of(), Limits.USUAL);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("mesh.yaml"), text);
    }

    private MeshFile read(String text) throws IOException {
        return MeshFile.read(file(text), MeshFileTest::vendor);
    }

    private List<String> mistakes(String text) throws IOException {
        var path = file(text);
        try {
            MeshFile.read(path, MeshFileTest::vendor);
        } catch (BadInput e) {
            var told = new ArrayList<String>();
            for (var message : e.messages()) told.add(message.replace(path + ", ", ""));
            return told;
        }
        return List.of();
    }

    @Nested
    class GivenARightFile {
        private static final String ALL = """
                mesh: workshop
                seed: 7
                naming: port
                nodes:
                  cern:
                    vendor: reference/1.5
                    settings: {mode: compat}
                    port: 9401
                    data: kept/cern
                    limits: {message-bytes: 1000, request-time: 5s}
                    parties:
                      - alice
                      - {name: bob, display: Bob B., email: bob@example.org}
                      - {group: physicists, members: [alice, carol]}
                      - carol
                  surf: {vendor: reference/1.5, scheme: http}
                links:
                  - {between: [cern, surf], latency: 40ms}
                """;

        @Test
        void whenRead_thenAllOfItIsThere() throws IOException {
            var mesh = read(ALL);

            assertThat(mesh.mesh()).isEqualTo("workshop");
            assertThat(mesh.seed()).isEqualTo(7);
            assertThat(mesh.naming()).isEqualTo(Naming.PORT);
            assertThat(mesh.links())
                    .containsExactly(new MeshFile.Link("cern", "surf", Latency.always(Duration.ofMillis(40))));
            assertThat(mesh.nodes()).extracting(NodePlan::name).containsExactly("cern", "surf");
        }

        @Test
        void whenRead_thenANodeIsAsItIsWritten() throws IOException {
            var cern = read(ALL).nodes().getFirst();

            assertThat(cern.profile().column()).isEqualTo("reference/1.5[mode=compat]");
            assertThat(cern.profile().limits()).isEqualTo(new Limits(1000, 16 << 10, 255, Duration.ofSeconds(5), 1000));
            assertThat(cern.port()).isEqualTo(OptionalInt.of(9401));
            assertThat(cern.data()).contains(folder.resolve("kept/cern"));
            assertThat(cern.people())
                    .containsExactly(
                            Person.named("alice"),
                            new Person("bob", "Bob B.", "bob@example.org"),
                            Person.named("carol"));
            assertThat(cern.groups()).containsExactly(new Group("physicists", List.of("alice", "carol")));
        }

        @Test
        void whenNodesAreNamed_thenTheirAddressesEndInThat() throws IOException {
            var nodes = "\nnodes: {cern: {vendor: reference/1.5, host: cloud.cern.example}}";

            assertThat(host("naming: name" + nodes)).isEqualTo("cern.localhost");
            assertThat(host("naming: port" + nodes)).isEqualTo("localhost");
            assertThat(host("naming: host" + nodes)).isEqualTo("cloud.cern.example");
            assertThat(read("naming: port" + nodes).warning()).isPresent();
        }

        private String host(String text) throws IOException {
            return read(text).addresses().hosts().apply("cern");
        }

        @Test
        void whenNodesDenyEachOther_thenBothKeepAListForIt() throws IOException {
            var mesh = read("trust: {deny: [[surf, sunet]]}\nnodes: {cern: {vendor: reference/1.5}, surf: {vendor:"
                    + " reference/1.5}, sunet: {vendor: reference/1.5}}");

            assertThat(mesh.deniedBy("surf")).containsExactly("sunet");
            assertThat(mesh.deniedBy("sunet")).containsExactly("surf");
            assertThat(mesh.deniedBy("cern")).isEmpty();
            assertThat(mesh.nodes())
                    .extracting(node -> node.profile().column())
                    .containsExactly("reference/1.5", "reference/1.5[servers=deny]", "reference/1.5[servers=deny]");
        }

        @Test
        void whenANodeKeepsAListAndItsPeopleSecondFactors_thenBothAreRead() throws IOException {
            var cern = read("nodes: {cern: {vendor: reference/1.5, settings: {servers: allow}, servers:"
                            + " [cloud.example.org], parties: [{name: bob, second-factor: true}, alice]}}")
                    .nodes()
                    .getFirst();

            assertThat(cern.servers()).containsExactly("cloud.example.org");
            assertThat(cern.people()).extracting(Person::secondFactor).containsExactly(true, false);
        }

        @Test
        void whenLittleIsSaid_thenTheRestIsUsual() throws IOException {
            var mesh = read("nodes: {cern: {vendor: reference/1.5}}");

            assertThat(mesh.mesh()).isEqualTo("mesh");
            assertThat(mesh.naming()).isEqualTo(Naming.NAME);
            var cern = mesh.nodes().getFirst();
            assertThat(cern.scheme()).isEqualTo(Scheme.HTTPS);
            assertThat(cern.port()).isEmpty();
            assertThat(cern.profile().limits()).isEqualTo(Limits.USUAL);
        }
    }

    @Test
    void whenAnExampleIsRead_thenItHasNoMistake() throws IOException {
        var examples = Path.of("..", "examples");
        try (var files = Files.list(examples)) {
            var read = files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> MeshFile.read(file, Vendors::column))
                    .toList();
            assertThat(read).extracting(MeshFile::mesh).contains("three-sites");
        }
    }

    /** A mesh file of one node with this line in it. */
    private static String node(String line) {
        return "nodes:\n  cern:\n    vendor: reference/1.5\n    " + line + "\n";
    }

    static Stream<Arguments> mistaken() {
        return Stream.of(
                Arguments.of(
                        "mesch: x\nnodes: {cern: {vendor: reference/1.5}}",
                        "line 1, column 1: the key of a mesh file 'mesch' is not known; did you mean 'mesh'?"),
                Arguments.of(
                        "nodes: [a]",
                        "line 1, column 8: 'nodes' is a list and not a map of keys; for example"
                                + " cern: {vendor: reference/1.5, parties: [alice]}"),
                Arguments.of(
                        "seed: seven\nnodes: {cern: {vendor: reference/1.5}}",
                        "line 1, column 7: 'seed': 'seven' is not a whole number; for example 7"),
                Arguments.of(
                        "naming: nmae\nnodes: {cern: {vendor: reference/1.5}}",
                        "line 1, column 9: 'naming': 'nmae' is not known; did you mean 'name'?"),
                Arguments.of(
                        "trust: {directory: true}\nnodes: {cern: {vendor: reference/1.5}}",
                        "line 1, column 20: 'directory' is not there yet: nodes are known by their hosts; take it out"),
                Arguments.of(
                        "trust: {deny: [[cern, surf]]}\nnodes: {cern: {vendor: reference/1.5}}",
                        "line 1, column 23: a node that is denied: there is no node 'surf'; known: cern"),
                Arguments.of(
                        "trust: {deny: [[cern, cern]]}\nnodes: {cern: {vendor: reference/1.5}}",
                        "line 1, column 16: a pair that is denied does not name two different nodes; for example"
                                + " [surf, sunet]"),
                Arguments.of(
                        "trust: {deny: [[cern, surf]]}\nnodes: {surf: {vendor: reference/1.5}, cern: {vendor:"
                                + " reference/1.5, settings: {servers: allow}}}",
                        "line 1, column 8: node 'cern' keeps a list of servers that it allows, so it cannot deny one by"
                                + " one; take its setting 'servers' out, or leave the other off its list"),
                Arguments.of(
                        node("servers: [https://cloud.example.org/x]"),
                        "line 4, column 15: a host in 'servers' of node 'cern': server host"
                                + " 'https://cloud.example.org/x' is not <host>[:port]; for example cloud.example.org or"
                                + " cern.localhost:9401"),
                Arguments.of(
                        "nodes: {Cern!: {vendor: reference/1.5}}",
                        "line 1, column 9: the name of a node: 'Cern!' is not a name of small letters, digits and"
                                + " '-', beginning with a letter; for example cern"),
                Arguments.of(
                        "nodes:\n  cern: {parties: [alice]}",
                        "line 2, column 3: node 'cern' has no vendor; for example vendor: reference/1.5"),
                Arguments.of(
                        "nodes: {cern: {vendor: refernce/1.5}}",
                        "line 1, column 24: 'vendor' of node 'cern': there is no vendor 'refernce/1.5'"),
                Arguments.of(
                        "nodes: {cern: {url: https://cloud.example.org}}",
                        "line 1, column 16: node 'cern' has 'url': real servers are not there yet; give it a vendor"),
                Arguments.of(
                        node("prot: 9401"),
                        "line 4, column 5: the key of node 'cern' 'prot' is not known; did you mean 'port'?"),
                Arguments.of(
                        "naming: host\nnodes: {cern: {vendor: reference/1.5}}",
                        "line 2, column 9: node 'cern' has no host, which 'naming: host' asks for; for example"
                                + " host: cloud.example.org"),
                Arguments.of(
                        node("host: https://cern.ch/"),
                        "line 4, column 11: 'host' of node 'cern': server host 'https://cern.ch/' is not"
                                + " <host>[:port]; for example cloud.example.org or cern.localhost:9401"),
                Arguments.of(
                        node("port: 99999"),
                        "line 4, column 11: 'port' of node 'cern': '99999' is not a port from 1 to 65535;"
                                + " for example 9401"),
                Arguments.of(
                        node("scheme: htps"),
                        "line 4, column 13: 'scheme' of node 'cern': 'htps' is not known; did you mean 'https'?"),
                Arguments.of(
                        node("settings: {mdoe: compat}"),
                        "line 4, column 16: reference/1.5 has no setting 'mdoe'; it has mode, servers"),
                Arguments.of(
                        node("settings: {mode: lax}"),
                        "line 4, column 16: setting 'mode' of reference/1.5 has no value 'lax'; it has strict, compat"),
                Arguments.of(
                        node("limits: {request-time: soon}"),
                        "line 4, column 28: 'request-time' of node 'cern': 'soon' is not a time; for example 40ms,"
                                + " 2s or 1m"),
                Arguments.of(
                        node("limits: {pending-shares: 0}"),
                        "line 4, column 30: 'pending-shares' of node 'cern': '0' is not a whole number above 0;"
                                + " for example 1000"),
                Arguments.of(node("parties: [alice, alice]"), "line 4, column 22: 'alice' is at node 'cern' already"),
                Arguments.of(
                        node("parties: [alice@cern]"),
                        "line 4, column 15: a party of node 'cern': 'alice@cern' is not a user name without spaces,"
                                + " '@', '/' and ':'; for example alice"),
                Arguments.of(
                        node("parties: [alice, {group: g, members: [alcie]}]"),
                        "line 4, column 43: a member of a group: there is no party 'alcie'; did you mean 'alice'?"),
                Arguments.of(
                        node("parties: alice"),
                        "line 4, column 14: 'parties' of node 'cern' is 'alice' and not a list; for example"
                                + " [alice, {name: bob, display: Bob B.}, {group: physicists, members: [alice]}]"),
                Arguments.of(
                        node("vendor: reference/1.5"), "line 4, column 5: the key 'vendor' stands here a second time"),
                Arguments.of(
                        "nodes: {a: {vendor: reference/1.5, port: 9401}, b: {vendor: reference/1.5, port: 9401}}",
                        "line 1, column 82: 'port' of node 'b' is '9401', as of node 'a'; two nodes cannot listen on"
                                + " one port"),
                Arguments.of(
                        "nodes: {cern: {vendor: reference/1.5}}\nlinks: [{between: [cern, surg], latency: 1s}]",
                        "line 2, column 26: an end of a link: there is no node 'surg'; known: cern"),
                Arguments.of(
                        "nodes: {cern: {vendor: reference/1.5}}\nlinks: [{between: [cern], latency: 1s}]",
                        "line 2, column 19: 'between' of a link does not name two different nodes; for example"
                                + " [cern, surf]"),
                Arguments.of(
                        "nodes: {a: &x {vendor: reference/1.5}}",
                        "line 1, column 12: anchors and aliases are not understood here; write the value out"));
    }

    @ParameterizedTest
    @MethodSource("mistaken")
    void whenAMistakeIsRead_thenPlaceValueAndRightFormAreTold(String text, String message) throws IOException {
        assertThat(mistakes(text)).containsExactly(message);
    }

    @Nested
    class GivenAFileThatCannotBeRead {
        @Test
        void whenThereAreSeveralMistakes_thenAllAreToldInTheirOrder() throws IOException {
            assertThat(mistakes("sed: 7\nnodes:\n  cern: {vendor: x, port: y}\n  surf: 3\n"))
                    .extracting(message -> message.substring(0, message.indexOf(',')))
                    .containsExactly("line 1", "line 3", "line 3", "line 4");
        }

        @Test
        void whenItIsNoYaml_thenThePlaceIsTold() throws IOException {
            assertThat(mistakes("nodes:\n  cern: {vendor: [}\n"))
                    .singleElement()
                    .asString()
                    .startsWith("line 2, column 19: this is no YAML: ");
        }

        @Test
        void whenItIsMissing_thenAnExampleIsNamed() {
            assertThatThrownBy(() -> MeshFile.read(folder.resolve("none.yaml"), MeshFileTest::vendor))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("none.yaml'; for example examples/three-sites.yaml");
        }

        @Test
        void whenItIsEmptyOrNoText_thenThatIsTold() throws IOException {
            assertThatThrownBy(() -> read("")).isInstanceOf(BadInput.class).hasMessageEndingWith("is empty");
            var latin = Files.write(folder.resolve("latin.yaml"), "mesh: ü".getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> MeshFile.read(latin, MeshFileTest::vendor))
                    .isInstanceOf(BadInput.class)
                    .hasMessageEndingWith("is no text in UTF-8");
        }

        @Test
        void whenItIsNestedTooDeep_thenItIsRefused() throws IOException {
            assertThat(mistakes("nodes: " + "[".repeat(200) + "]".repeat(200))).hasSize(1);
        }
    }
}
