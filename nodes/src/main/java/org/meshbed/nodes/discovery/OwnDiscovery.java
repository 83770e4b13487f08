package org.meshbed.nodes.discovery;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.Criterion;
import org.meshbed.nodes.dialect.OwnDocument;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Quirk.DiscoveryServes;

/** What a node says of itself. */
public final class OwnDiscovery {
    /** Path of the API below the node's origin. */
    public static final String API = "/ocm";
    /** Path of shared resources. */
    public static final String DATA = "/dav/ocm";

    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private final Manner manner;
    private final Origin origin;
    private final String provider;

    public OwnDiscovery(Manner manner, Origin origin, String provider) {
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
        var demands = EnumSet.noneOf(Criterion.class);
        demands.addAll(ServerList.criteria(manner));
        if (manner.takesTokensOnly()) demands.add(Criterion.TOKEN_EXCHANGE);
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
                demands,
                exchanges ? Optional.of(api.below("token")) : Optional.empty());
    }
}
