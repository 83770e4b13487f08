package org.meshbed.nodes.discovery;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.Criterion;
import org.meshbed.nodes.dialect.OwnDocument;
import org.meshbed.nodes.dialect.OwnDocument.PublicKeyEntry;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.signature.NodeKeys;
import org.meshbed.nodes.signature.Signing;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Quirk.DiscoveryServes;

/** What a node says of itself. */
public final class OwnDiscovery {
    /** Path of the API below the node's origin. */
    public static final String API = "/ocm";
    /** Path of shared resources. */
    public static final String DATA = "/dav/ocm";
    /** Path of the JWK Set: where 1.3 and 1.4 look for it, and where {@code jwksUri} of 1.5 leads. */
    public static final String KEYS = "/.well-known/jwks.json";

    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final Manner manner;
    private final Origin origin;
    private final String provider;
    private final NodeKeys keys;

    public OwnDiscovery(Manner manner, Origin origin, String provider, NodeKeys keys) {
        this.keys = keys;
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
                .orElse(manner.dialect().servesDiscoveryAt());
    }

    public WireReply serve() {
        manner.find(DiscoveryServes.class);
        return WireReply.json(200, Json.bytes(manner.dialect().discovery(document())));
    }

    private OwnDocument document() {
        var can = EnumSet.of(Capability.NOTIFICATIONS, Capability.PROTOCOL_OBJECT, Capability.RELATIVE_URI);
        if (manner.dialect().invites().isPresent()) can.add(Capability.INVITES);
        if (manner.asksForSecondFactor()) can.add(Capability.ENFORCE_MFA);
        var signing = Signing.of(manner);
        if (signing.signs()) can.add(Capability.HTTP_SIGNATURES);
        var exchanges = manner.offersTokens();
        if (exchanges) can.add(Capability.EXCHANGE_TOKEN);
        var api = new Endpoint(origin, API);
        return new OwnDocument(
                true,
                api,
                provider,
                DATA,
                List.of("user", "group"),
                can,
                demands(signing),
                publicKey(signing),
                signing.signs() && signing.knows(SignatureForm.TAGGED)
                        ? Optional.of(new Endpoint(origin, KEYS))
                        : Optional.empty(),
                exchanges ? Optional.of(api.below("token")) : Optional.empty());
    }

    private EnumSet<Criterion> demands(Signing signing) {
        var demands = EnumSet.noneOf(Criterion.class);
        demands.addAll(ServerList.criteria(manner));
        if (signing.demandsOfEverybody()) demands.add(Criterion.SIGNATURES);
        if (manner.takesTokensOnly()) demands.add(Criterion.TOKEN_EXCHANGE);
        return demands;
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
        return signing.signs() && signing.forms().stream().anyMatch(form -> form != SignatureForm.CAVAGE);
    }

    /** The JWK Set. */
    public WireReply serveKeys() {
        return keys.serve();
    }
}
