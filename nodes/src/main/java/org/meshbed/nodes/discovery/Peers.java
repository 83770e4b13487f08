package org.meshbed.nodes.discovery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.discovery.Lookup.Failed;
import org.meshbed.nodes.discovery.Lookup.Found;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.trust.Outbound;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.DiscoveryQuirk.DiscoveryAsks;
import org.meshbed.nodes.vendor.quirk.DiscoveryQuirk.DiscoveryFinds;
import org.meshbed.nodes.vendor.quirk.DiscoveryQuirk.DiscoveryLooksUp;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendSchemes;

/**
 * The other servers, as their discovery documents show them. A document is kept for an hour of the node's clock; the
 * drafts give no time. What failed is asked again at once.
 */
public final class Peers {
    public static final Duration KEPT = Duration.ofHours(1);
    private static final String OCS_PATH = "/ocs-provider";

    private final Outbound outbound;
    private final Manner manner;
    private final ServerList servers;
    private final Time time;
    private final Witness witness;
    private final List<Scheme> schemes;
    private final Map<ServerHost, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Peer peer, Instant until) {}

    /** {@code own}: a node that itself is reached by plain HTTP, in a test set-up, also looks for peers so. */
    public Peers(Outbound outbound, Manner manner, ServerList servers, Time time, Witness witness, Scheme own) {
        this.servers = servers;
        this.outbound = outbound;
        this.manner = manner;
        this.time = time;
        this.witness = witness;
        this.schemes = own == Scheme.HTTP ? List.of(Scheme.HTTPS, Scheme.HTTP) : List.of(Scheme.HTTPS);
    }

    /** The server at this host, from the cache or by asking it. */
    public Lookup find(ServerHost host) {
        return find(host, "");
    }

    /** The same before a request of that kind: some products ask only before some. */
    public Lookup find(ServerHost host, String request) {
        var from = manner.bent(DiscoveryFinds.class);
        if (from.isPresent() && !asks(from.get(), request)) return listed(from.get(), host);
        // whoever asks for the document itself wants what it says, and not the place that the list has
        if (from.isPresent() && request.equals("discovery")) return document(host, schemes());
        var known = kept.get(host);
        if (known != null && time.now().isBefore(known.until())) return new Found(known.peer());
        return refresh(host);
    }

    private static boolean asks(DiscoveryFinds from, String request) {
        return from.from().equals("list-and-document")
                && (from.asks().isEmpty() || from.asks().contains(request));
    }

    /**
     * The same, with the scheme that somebody typed; a product that goes by its own scheme alone goes by that one all the
     * same where it is https.
     */
    public Lookup find(ServerHost host, String request, Optional<Scheme> typed) {
        if (schemesAre("typed")) return named(host, request, typed);
        var differs =
                typed.filter(Scheme.HTTPS::equals).isPresent() && schemes.getLast() == Scheme.HTTP && schemesAre("own");
        return differs ? document(host, List.of(Scheme.HTTPS)) : find(host, request);
    }

    private boolean schemesAre(String word) {
        return looksUp().flatMap(DiscoveryLooksUp::schemes).filter(word::equals).isPresent();
    }

    /** The same for those alone that always go by the scheme that was typed; some ask once more, at the place they found. */
    public Lookup named(ServerHost host, String request, Optional<Scheme> typed) {
        if (!schemesAre("typed")) return find(host, request);
        var origin = new Origin(typed.orElse(Scheme.HTTPS), host);
        var lookup = saw(host, ask(origin).lookup());
        var twice = looksUp().filter(q -> q.twice().contains(request)).isPresent();
        if (!twice || !(lookup instanceof Found(var there))) return lookup;
        return saw(host, ask(there.endPoint().origin()).lookup()) instanceof Found(var peer)
                ? new Found(peer.at(there.endPoint()))
                : new Failed(host + " does not say what it can do", true);
    }

    /** The server at this host as it is now, whatever is kept of it. */
    public Lookup refresh(ServerHost host) {
        var lookup = ask(host);
        var keeps = looksUp().flatMap(DiscoveryLooksUp::keeps).orElse(KEPT);
        if (lookup instanceof Found(var peer) && keeps.isPositive())
            kept.put(host, new Kept(peer, time.now().plus(keeps)));
        return saw(host, lookup);
    }

    private Lookup saw(ServerHost host, Lookup lookup) {
        switch (lookup) {
            case Found(var peer) -> witness.decided("discovery of " + host, "found", "OCM " + peer.apiVersion());
            case Failed(var why, var _) -> witness.decided("discovery of " + host, "failed", why);
        }
        return lookup;
    }

    private Optional<DiscoveryLooksUp> looksUp() {
        return manner.bent(DiscoveryLooksUp.class);
    }

    /** As the operator's list has it; what the server can do is not asked, so that it is taken to do all. */
    private Lookup listed(DiscoveryFinds from, ServerHost host) {
        var entry = servers.entry(host);
        if (entry.isEmpty()) return new Failed(host + " is not on the list of servers", false);
        var origin = new Origin(schemes.getLast(), entry.get());
        var version = manner.sending(Family.SHARE).apiVersion();
        return new Found(Peer.listed(
                entry.get(),
                version,
                new Endpoint(origin, from.api()),
                from.data().orElse("")));
    }

    /** The address of the list, and the rest of the document. */
    private Lookup placed(Lookup lookup, ServerHost host) {
        var from = manner.bent(DiscoveryFinds.class);
        if (from.isEmpty() || !(lookup instanceof Found(var peer))) return lookup;
        return listed(from.get(), host) instanceof Found(var there) ? new Found(peer.at(there.endPoint())) : lookup;
    }

    private Lookup ask(ServerHost host) {
        return placed(document(host, schemes()), host);
    }

    private Lookup document(ServerHost host, List<Scheme> schemes) {
        Lookup lookup = new Failed(host + " was not asked", false);
        for (var scheme : schemes) {
            lookup = ask(new Origin(scheme, host)).lookup();
            if (lookup instanceof Found) return lookup;
        }
        return lookup;
    }

    /** In which schemes a server is looked for, in order. */
    List<Scheme> schemes() {
        return manner.bent(SendSchemes.class)
                .map(q -> q.schemes().stream()
                        .map(word -> Scheme.valueOf(word.toUpperCase(Locale.ROOT)))
                        .toList())
                .orElseGet(() -> schemesAre("own")
                        ? List.of(schemes.getLast()) // the last of them is its own
                        : schemes);
    }

    /**
     * What came of asking one place.
     *
     * @param status of the last answer; 0 where there was none
     */
    record Asked(Lookup lookup, int status) {}

    /** The server at a URL, asked now; one without a scheme is looked for, one with a path is asked below it. */
    Lookup at(String url) {
        Lookup lookup = new Failed(url + " is no place where a server could be", false);
        var typed = Scheme.of(url);
        for (var scheme : typed.map(List::of).orElseGet(this::schemes)) {
            try {
                var place = Endpoint.parse(typed.isPresent() ? url : scheme + "://" + url);
                lookup = ask(place.origin(), place.target().replaceFirst("/+$", ""))
                        .lookup();
            } catch (NotWellFormed e) {
                return lookup;
            }
            if (lookup instanceof Found) return lookup;
        }
        return lookup;
    }

    /** The server that answers there, asked now. */
    Asked ask(Origin origin) {
        return ask(origin, "");
    }

    private Asked ask(Origin origin, String before) {
        var asked = new Asked(new Failed(origin + " was not asked", false), 0);
        var paths = manner.find(DiscoveryAsks.class)
                .map(DiscoveryAsks::paths)
                .orElse(manner.sending(Family.DISCOVERY).asksDiscoveryAt());
        for (var path : paths) {
            var exchange = outbound.fetch(Errand.of("discovery"), new Endpoint(origin, before + path));
            var lookup = path.startsWith(OCS_PATH) ? ocs(origin, exchange) : read(origin, exchange);
            asked = new Asked(lookup, status(exchange));
            if (lookup instanceof Found) return asked;
            if (exchange instanceof Exchange.Replied(var reply) ? stops(reply, lookup) : !goesOn()) break;
        }
        return asked;
    }

    private static int status(Exchange exchange) {
        return exchange instanceof Exchange.Replied(var reply) ? reply.status() : 0;
    }

    /** Where that server takes the calls of before OCM: as it says, or at this path. */
    Peer askLegacy(Origin origin, String otherwise) {
        var exchange = outbound.fetch(Errand.of("legacy-discovery"), new Endpoint(origin, OCS_PATH + "/"));
        return ocs(origin, exchange, otherwise) instanceof Found(var peer)
                ? peer
                : OcsDocument.read(origin, new byte[0], otherwise);
    }

    /** The server at this place, whatever is kept of others under its name; a place without a scheme is looked for. */
    public Lookup find(Origin origin, String request) {
        if (looksUp().flatMap(DiscoveryLooksUp::keeps).filter(Duration::isZero).isEmpty())
            return find(origin.host(), request);
        return ask(origin).lookup();
    }

    private boolean goesOn() {
        return looksUp().flatMap(DiscoveryLooksUp::goesOn).isPresent();
    }

    private boolean stops(WireReply reply, Lookup lookup) {
        var stops = looksUp().flatMap(DiscoveryLooksUp::stops);
        if (reply.status() != 200 || stops.isEmpty()) return false;
        return stops.get().equals("on-200") || !(lookup instanceof Failed(var why, var _) && why.endsWith(Json.EMPTY));
    }

    private Lookup read(Origin origin, Exchange exchange) {
        var host = origin.host();
        if (!(exchange instanceof Exchange.Replied(var reply))) return new Failed(host + " " + exchange.words(), true);
        if (reply.status() != 200
                && looksUp().flatMap(DiscoveryLooksUp::statuses).isEmpty())
            return new Failed(
                    host + " answers " + reply.status() + " where its discovery document should be",
                    reply.status() >= 500);
        return body(origin, reply);
    }

    /** Of the legacy calls the places are known where a server that answers does not tell them. */
    private Lookup ocs(Origin origin, Exchange exchange) {
        return ocs(origin, exchange, Dialects.OCS_SHARES);
    }

    private Lookup ocs(Origin origin, Exchange exchange, String otherwise) {
        if (!(exchange instanceof Exchange.Replied(var reply)))
            return new Failed(origin.host() + " " + exchange.words(), true);
        try {
            return new Found(OcsDocument.read(origin, reply.status() == 200 ? bytes(reply) : new byte[0], otherwise));
        } catch (IOException e) {
            return brokeOff(origin.host(), e);
        }
    }

    private Lookup body(Origin origin, WireReply reply) {
        try {
            return callable(new DocumentReader(origin, looksUp()).read(bytes(reply)));
        } catch (IOException e) {
            return brokeOff(origin.host(), e);
        }
    }

    /** A server may name any place for its messages, but not every place is called. */
    private Lookup callable(Lookup lookup) {
        if (!(lookup instanceof Found(var peer))) return lookup;
        return outbound.objection(peer.host(), peer.endPoint())
                .<Lookup>map(why -> new Failed(
                        peer.host() + " takes its messages at " + peer.endPoint() + ", which is not called: " + why,
                        false))
                .orElse(lookup);
    }

    private byte[] bytes(WireReply reply) throws IOException {
        return outbound.read(reply, manner.limits().messageBytes());
    }

    private static Failed brokeOff(ServerHost host, IOException e) {
        return e instanceof Outbound.TooLarge
                ? new Failed("the discovery document of " + host + " is too long: " + e.getMessage(), false)
                : new Failed("the discovery document of " + host + " broke off", true);
    }
}
