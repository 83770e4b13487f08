package org.meshbed.nodes.dialect;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.InviteToken;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareId;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.identity.SharedSecret;
import org.meshbed.nodes.protocol.Json;

/** The things that the golden messages are about, always the same. */
final class Golden {
    static final ServerHost UNI = ServerHost.parse("uni.example");
    static final ServerHost LAB = ServerHost.parse("lab.example:8443");
    static final OcmAddress ADA = OcmAddress.parse("ada@uni.example");
    static final OcmAddress KURT = OcmAddress.parse("kurt@lab.example:8443");
    static final OcmAddress EMMY = OcmAddress.parse("emmy@home.example");
    static final SharedSecret SECRET = new SharedSecret("geheim");

    private Golden() {}

    static Dialect dialect(String name) {
        return Dialects.named(name).orElseThrow();
    }

    static String discovery(String dialect) {
        var document = new OwnDocument(
                true,
                Endpoint.parse("https://uni.example/ocm"),
                "Uni",
                "/dav/ocm",
                List.of("user", "group"),
                EnumSet.of(
                        Capability.NOTIFICATIONS,
                        Capability.PROTOCOL_OBJECT,
                        Capability.RELATIVE_URI,
                        Capability.INVITES),
                EnumSet.of(Criterion.INVITE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new String(Json.bytes(dialect(dialect).discovery(document)), StandardCharsets.UTF_8);
    }

    static ShareAnnouncement announcement(UriForm takes) {
        return new ShareAnnouncement(
                KURT,
                "notes.md",
                new ShareId("s-17"),
                ADA,
                "Ada",
                ShareType.USER,
                ResourceType.FILE,
                Optional.of(Instant.ofEpochSecond(1_800_000_000L)),
                SECRET,
                Permissions.READ_WRITE,
                Endpoint.parse("https://uni.example/dav/ocm/s-17"),
                takes,
                Optional.of(42L),
                List.of(),
                false);
    }

    static Notice notice(Notice.Type type) {
        return Notice.of(
                type, LAB, new ShareId("s-17"), SECRET, ResourceType.FOLDER, ShareType.USER, "Kurt has looked");
    }

    static ReshareRequest reshare() {
        return new ReshareRequest(
                LAB,
                new ShareId("s-17"),
                SECRET,
                ResourceType.FILE,
                EMMY,
                Permissions.READ,
                "uni.example/s-17",
                "for Emmy too");
    }

    static ShareRequest request() {
        return new ShareRequest(
                ADA, KURT, "https://uni.example/notes.md", ResourceType.FILE, Permissions.READ, "found it");
    }

    static InviteAcceptance acceptance() {
        return new InviteAcceptance(LAB, new InviteToken("tok-1"), "kurt", "kurt@mail.example", "Kurt");
    }

    static String text(Outgoing message) {
        return message.call() + " " + new String(message.body(), StandardCharsets.UTF_8);
    }

    static String text(Optional<Outgoing> message) {
        return message.map(Golden::text).orElse("-");
    }
}
