package org.meshbed.nodes.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.Criterion;
import org.meshbed.nodes.dialect.OwnDocument;
import org.meshbed.nodes.dialect.OwnDocument.PublicKeyEntry;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.signature.NodeKeys;
import org.meshbed.nodes.signature.Signing;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Checks;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Received;
import org.meshbed.nodes.vendor.quirk.DiscoveryQuirk.DiscoveryDocument;
import org.meshbed.nodes.vendor.quirk.DiscoveryQuirk.DiscoveryServes;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Family;

/** What a node says of itself. */
public final class OwnDiscovery {
    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final Manner manner;
    private final Origin origin;
    private final String provider;
    private final NodeKeys keys;
    private final Checks<WireRequest> checks;

    public OwnDiscovery(Manner manner, Origin origin, String provider, NodeKeys keys) {
        this.keys = keys;
        this.checks = new Checks<>(Family.DISCOVERY, manner, new LinkedHashMap<>());
        this.manner = manner;
        this.origin = origin;
        this.provider = provider;
    }

    /** A raw path with one slash where several stood: deployed servers join paths with a slash too many (AMB-06). */
    public static String tidy(String path) {
        return path.contains("//") ? SLASHES.matcher(path).replaceAll("/") : path;
    }

    /** The paths at which the document is served. */
    public List<String> paths() {
        return manner.profile()
                .find(DiscoveryServes.class)
                .map(d -> ((DiscoveryServes) d.quirk()).paths())
                .orElse(manner.receiving(Family.DISCOVERY).servesDiscoveryAt());
    }

    /** Answers a request for the document. */
    public WireAnswer serve(WireRequest request) {
        manner.bent(DiscoveryServes.class);
        Supplier<Facts> facts = () -> Received.of(request).facts(manner);
        var refusal = checks.look(request, facts, List.of());
        return refusal.isPresent()
                ? checks.refused(
                        refusal.get(), facts, WireReply.empty(refusal.get().status()))
                : checks.accepted(facts, shaped(() -> facts.get().and("key", this::key)));
    }

    private WireReply shaped(Supplier<Facts> facts) {
        var document = manner.receiving(Family.DISCOVERY).discovery(document());
        return manner.shaped(DiscoveryDocument.class, document, facts)
                .map(s -> WireReply.of(200, s.headers(), Body.of(s.bytes())))
                .orElseGet(() -> WireReply.json(200, Json.bytes(document)));
    }

    private Optional<JsonNode> key(String form) {
        return switch (form) {
            case "pem" -> Optional.of(TextNode.valueOf(keys.published().pem()));
            case "pkcs1" -> Optional.of(TextNode.valueOf(keys.publishedBare()));
            default -> Optional.empty();
        };
    }

    private OwnDocument document() {
        var can = EnumSet.of(Capability.NOTIFICATIONS, Capability.PROTOCOL_OBJECT, Capability.RELATIVE_URI);
        if (manner.receiving(Family.INVITE).invites().isPresent()) can.add(Capability.INVITES);
        if (manner.asksForSecondFactor()) can.add(Capability.ENFORCE_MFA);
        var signing = Signing.of(manner);
        var demands = ServerList.criteria(manner);
        if (signing.signs()) can.add(Capability.HTTP_SIGNATURES);
        if (signing.demandsOfEverybody()) demands.add(Criterion.SIGNATURES);
        if (manner.takesTokensOnly()) demands.add(Criterion.TOKEN_EXCHANGE);
        var exchanges = manner.offersTokens();
        if (exchanges) can.add(Capability.EXCHANGE_TOKEN);
        var paths = manner.paths();
        var api = new Endpoint(origin, paths.api());
        return new OwnDocument(
                true,
                api,
                provider,
                paths.data(),
                List.of("user", "group"),
                can,
                demands,
                exchanges ? Optional.of(new Endpoint(origin, paths.token())) : Optional.empty(),
                publicKey(signing),
                signing.signs() && signing.knows(SignatureForm.TAGGED)
                        ? Optional.of(new Endpoint(origin, paths.keys()))
                        : Optional.empty());
    }

    private Optional<PublicKeyEntry> publicKey(Signing signing) {
        if (!signing.signs() || !signing.knows(SignatureForm.CAVAGE)) return Optional.empty();
        var key = keys.published();
        return Optional.of(new PublicKeyEntry(key.keyId(), key.pem()));
    }

    /** Whether the node signs what it sends. */
    public boolean signs() {
        return Signing.of(manner).signs();
    }

    /** Whether the node has a JWK Set to show. */
    public boolean hasKeys() {
        var signing = Signing.of(manner);
        return signing.signs()
                && signing.forms().stream()
                        .anyMatch(form -> form != SignatureForm.CAVAGE && form != SignatureForm.OCM_STUB);
    }

    /** The JWK Set. */
    public WireReply serveKeys() {
        var reply = keys.serve();
        return manner.bent(org.meshbed.nodes.vendor.quirk.DiscoveryQuirk.DiscoveryKeys.class)
                .map(q -> WireReply.of(
                        reply.status(), org.meshbed.nodes.protocol.Headers.of("Content-Type", q.type()), reply.body()))
                .orElse(reply);
    }
}
