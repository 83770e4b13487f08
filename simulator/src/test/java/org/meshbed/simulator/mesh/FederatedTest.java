package org.meshbed.simulator.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;

/** A product that does nothing for others until its operator has switched it on and listed them. */
class FederatedTest {
    private static final String EVIDENCE = ", evidence: {level: tests, in: here}}";
    private static final Profile ACME = Vendors.text(Path.of("acme.yaml"), """
            vendor: acme
            line: "1"
            covers: all
            dialect: "1.5"
            federated:
              - {need: ocm, settings: {ocm: "on"}#
              - {need: server-list#
            quirks:
              - {quirk: trust.list, value: allow#
            settings:
              ocm:
                default: "off"
                evidence: {level: tests, in: here}
                values:
                  "on": []
                  "off":
                    - {quirk: http.routes, value: [{paths: ["/*"], answer: {status: 404, body: ""}}]#
            """.replace("#", EVIDENCE));

    private final Mesh mesh = Mesh.inVirtualTime(7);

    @AfterEach
    void close() {
        mesh.close();
    }

    private boolean shares(String user, String node, String with) {
        var party = mesh.party(user, node);
        party.write(Place.own("a.txt"), Content.of("x".getBytes(StandardCharsets.UTF_8)));
        return party.share(new ShareWish("a.txt", with, ShareType.USER, Permissions.READ, Optional.empty()))
                .happened();
    }

    @Nested
    class GivenSuchANodeInAMesh {
        @Test
        void whenNobodyChose_thenItIsSwitchedOnAndEverybodyIsListed() {
            mesh.node("alpha", Vendors.column("reference/1.5"), "alice").node("acme", ACME, "olga");
            assertThat(shares("alice", "alpha", "olga@" + mesh.slot("acme").host()))
                    .isTrue();
            assertThat(shares("olga", "acme", "alice@" + mesh.slot("alpha").host()))
                    .isTrue();
        }

        @Test
        void whenSomebodySwitchedItOff_thenItStaysOff() {
            mesh.node("alpha", Vendors.column("reference/1.5"), "alice").node("acme", ACME.with("ocm", "off"), "olga");
            assertThat(shares("alice", "alpha", "olga@" + mesh.slot("acme").host()))
                    .isFalse();
        }
    }
}
