package org.meshbed.scenarios.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.node.Group;
import org.meshbed.nodes.node.NodeSettings;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.vendor.Vendors;

final class SignTest {
    private static NodeSettings node(String name, Scheme scheme, int port) {
        return new NodeSettings(
                name,
                new Origin(scheme, new ServerHost(name + ".localhost", port)),
                Vendors.column("reference/1.5"),
                List.of(Person.named("alice")),
                List.of(new Group("physicists", List.of("alice"))));
    }

    @Test
    void whenANodeIsUp_thenAddressesAndACurlLineAreTold() {
        var lines = Sign.lines(List.of(node("cern", Scheme.HTTPS, 9401)), Path.of("/run/ca.pem"));

        assertThat(lines.getFirst()).matches("cern +reference/1.5 +https://cern.localhost:9401");
        assertThat(lines)
                .map(String::strip)
                .contains(
                        "alice@cern.localhost:9401",
                        "physicists@cern.localhost:9401 (group of alice)",
                        "curl --resolve cern.localhost:9401:127.0.0.1 --cacert /run/ca.pem"
                                + " https://cern.localhost:9401/.well-known/ocm");
        assertThat(lines.getLast()).isEqualTo("hosts    127.0.0.1 cern.localhost");
    }

    @Test
    void whenAFolderHasSpaces_thenTheShellStillTakesTheLine() {
        var lines = Sign.lines(List.of(node("cern", Scheme.HTTPS, 9401)), Path.of("/my run/it's/ca.pem"));

        assertThat(lines).anyMatch(line -> line.contains("--cacert '/my run/it'\\''s/ca.pem' https"));
    }

    @Test
    void whenANodeSpeaksPlainHttp_thenNoAuthorityIsNeeded() {
        var lines = Sign.lines(List.of(node("cern", Scheme.HTTP, 9401)), Path.of("/run/ca.pem"));

        assertThat(lines)
                .map(String::strip)
                .contains("curl --resolve cern.localhost:9401:127.0.0.1 http://cern.localhost:9401/.well-known/ocm");
    }
}
