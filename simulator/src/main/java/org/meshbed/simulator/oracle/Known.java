package org.meshbed.simulator.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What the exchanges so far have told: who is where, who looked whom up, which shares and invites there are. */
final class Known {
    /** Verbs of people that change nothing. */
    private static final List<String> LOOKS = List.of("reads", "lists", "looks for recipient");

    private final Map<String, JsonNode> byAddress = new LinkedHashMap<>();
    private final Map<String, String> addressServing = new LinkedHashMap<>();
    private final Map<String, String> hosts = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Map<String, String> moved = new LinkedHashMap<>();
    private final Map<String, Integer> asked = new LinkedHashMap<>();
    private final Map<String, Lookups> lookups = new LinkedHashMap<>();
    private final Map<String, Announced> byKey = new LinkedHashMap<>();
    private final Map<String, List<Announced>> byId = new LinkedHashMap<>();
    private final Map<String, Announced> bySecret = new LinkedHashMap<>();
    private final Map<String, Announced> byUri = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> keys = new LinkedHashMap<>();
    private final Map<String, Map<String, JsonNode>> jwks = new LinkedHashMap<>();
    private final Seals seals = new Seals();
    private final Map<String, Long> exchanged = new LinkedHashMap<>();
    private final Map<String, Long> ended = new LinkedHashMap<>();
    private final Map<String, String> acceptedBy = new LinkedHashMap<>();
    private final Map<String, String> wanted = new LinkedHashMap<>();
    private final Map<String, Integer> met = new LinkedHashMap<>();
    private final Map<String, Long> listed = new LinkedHashMap<>();
    private final List<Announced> announced = new ArrayList<>();
    private final TreeSet<Long> refused = new TreeSet<>();
    private final TreeSet<String> took = new TreeSet<>();
    private final TreeSet<String> declined = new TreeSet<>();
    private final Promises promises = new Promises();
    private final Asks asks = new Asks();
    private final Crates crates = new Crates();
    private final Tokens tokens = new Tokens();
    private final Deeds deeds = new Deeds();
    private final Map<String, Long> presented = new LinkedHashMap<>();
    private final TreeSet<String> tookOld = new TreeSet<>();
    private long lastDeed;

    /** How often one server looked at another's discovery, and how it ended the last time. */
    record Lookups(long found, long failed) {
        static final Lookups NONE = new Lookups(0, 0);
    }

    /** A server answers at this authority. */
    void reached(Side callee, String authority) {
        if (!callee.host().isPresent()) hosts.putIfAbsent(callee.name(), authority);
    }

    /** The host of the addresses of a server; empty where it is unknown. */
    String hostOf(Side side) {
        return side.host().map(Texts::hostPort).orElseGet(() -> hosts.getOrDefault(side.name(), ""));
    }

    /** A discovery document came, or something in its place. */
    void lookedUp(Seen seen) {
        asked.put(pair(seen.caller().name(), seen.authority() + seen.path()), 1);
        if (seen.status() >= 300 && seen.status() < 400) moved(seen, seen.authority());
        else lookedUp(seen, seen.authority());
    }

    /** What was asked for is elsewhere, perhaps. */
    private void moved(Seen seen, String address) {
        var location =
                seen.reply().flatMap(reply -> reply.headers().first("Location")).orElse("");
        var where = location.startsWith("/")
                ? seen.authority() + Paths.bare(location)
                : Paths.authority(location) + Paths.ofUrl(location);
        moved.put(pair(seen.caller().name(), where), address);
        if (location.isEmpty()) lookedUp(seen, address);
    }

    /** Something else was asked for; it may be where a document has moved to. */
    void followed(Seen seen) {
        if (moved.isEmpty()) return;
        var address = moved.get(pair(seen.caller().name(), seen.authority() + seen.path()));
        if (address == null) return;
        if (seen.status() >= 300 && seen.status() < 400) moved(seen, address);
        else lookedUp(seen, address);
    }

    private void lookedUp(Seen seen, String address) {
        var good = seen.status() == 200 && seen.answer().isObject();
        if (good) {
            byAddress.put(address, seen.answer());
            paths.put(address, seen.path());
            addressServing.put(address, address);
            var api = Paths.authority(Texts.of(seen.answer().path("endPoint")));
            if (!api.isEmpty()) addressServing.putIfAbsent(api, address);
        }
        lookups.merge(
                pair(seen.caller().name(), address),
                good ? new Lookups(seen.number(), 0) : new Lookups(0, seen.number()),
                (was, is) -> new Lookups(Math.max(was.found(), is.found()), Math.max(was.failed(), is.failed())));
    }

    /** The path at which the document of this address was found last. */
    Optional<String> pathOf(String address) {
        return Optional.ofNullable(paths.get(address));
    }

    boolean hasAsked(Side caller, String address, String path) {
        return asked.containsKey(pair(caller.name(), address + path));
    }

    Lookups lookups(Side caller, String address) {
        return lookups.getOrDefault(pair(caller.name(), address), Lookups.NONE);
    }

    JsonNode documentAt(String address) {
        return byAddress.getOrDefault(address, MissingNode.getInstance());
    }

    /** The document whose API is at this authority. */
    JsonNode documentServing(String authority) {
        return documentAt(addressOf(authority));
    }

    /** The host of the addresses of the server that answers at this authority. */
    String addressOf(String authority) {
        return addressServing.getOrDefault(authority, authority);
    }

    JsonNode documentOf(Side side) {
        return documentAt(hostOf(side));
    }

    Promises promises() {
        return promises;
    }

    Asks asks() {
        return asks;
    }

    Deeds deeds() {
        return deeds;
    }

    Tokens tokens() {
        return tokens;
    }

    /** Whether nothing was changed anywhere since an entry. */
    boolean nothingSince(long entry) {
        return entry > lastDeed;
    }

    /** A server has presented a secret as it is. */
    void presented(String by, String secret, long exchange) {
        presented.put(pair(by, secret), exchange);
    }

    boolean hasPresented(String by, String secret, long since) {
        return presented.getOrDefault(pair(by, secret), -1L) > since;
    }

    Crates crates() {
        return crates;
    }

    /** A server took a share in the form of 1.0. */
    void tookOldForm(String server) {
        tookOld.add(server);
    }

    boolean tookOld(String server) {
        return tookOld.contains(server);
    }

    /** A server took a share, whichever. */
    void took(String server) {
        took.add(server);
    }

    boolean hasTaken(String server) {
        return took.contains(server);
    }

    /** The announcement in this exchange was refused. */
    void refused(long exchange) {
        refused.add(exchange);
    }

    boolean wasRefused(Announced share) {
        return refused.contains(share.exchange());
    }

    /** What a server has announced to somebody since an exchange. */
    List<Announced> announcedBy(String server, String shareWith, long since) {
        return announced.stream()
                .filter(share -> share.exchange() > since
                        && share.caller().equals(server)
                        && Asks.same(Texts.of(share.message().path("shareWith")), shareWith))
                .toList();
    }

    /** Whether somebody's share of this name was announced to a server. */
    boolean received(String server, String owner, String name) {
        return announced.stream()
                .anyMatch(share -> share.callee().equals(server)
                        && Texts.of(share.message().path("owner")).equals(owner)
                        && Texts.of(share.message().path("name")).equals(name));
    }

    /** A server tells that something is declined, under the id or name that the other one gave it. */
    private void declined(String by, String what) {
        declined.add(pair(by, what));
    }

    /** A notification has left its sender, whatever comes of it. */
    void told(Side by, Side to, JsonNode message) {
        switch (Texts.of(message.path("notificationType"))) {
            case "SHARE_DECLINED" -> declined(by.name(), Notices.shareId(message));
            case "REQUEST_RESHARE" ->
                asks.begun(
                        to.name(),
                        Texts.of(message.path("notification").path("file").path("shareWith")));
            default -> {}
        }
    }

    boolean hasDeclined(String by, String what) {
        return declined.contains(pair(by, what));
    }

    void announced(Announced share) {
        announced.add(share);
        crates.sent(share);
        byKey.putIfAbsent(pair(share.host(), share.id()), share);
        byId.computeIfAbsent(share.id(), _ -> new ArrayList<>()).add(share);
        for (var secret : share.secrets()) bySecret.putIfAbsent(secret, share);
        if (!share.uri().isEmpty()) byUri.putIfAbsent(share.uri(), share);
    }

    /** The first announcement under this id by the server of this host. */
    Optional<Announced> share(String host, String id) {
        return Optional.ofNullable(byKey.get(pair(host, id)));
    }

    /** All announcements under this id, whoever made them. */
    List<Announced> shares(String id) {
        return byId.getOrDefault(id, List.of());
    }

    /** The share with this id that was announced between two servers, in either direction. */
    Optional<Announced> between(Side one, Side other, String id) {
        return shares(id).stream()
                .filter(s -> s.caller().equals(one.name()) && s.callee().equals(other.name())
                        || s.caller().equals(other.name()) && s.callee().equals(one.name()))
                .findFirst();
    }

    /** One server asked another to share something: what, in the words of who asked. */
    void wanted(String by, String from, String resource) {
        wanted.put(pair(from, by) + "\n" + resource, by);
    }

    /** Whether the second asked the first to share it. */
    boolean wasAsked(Side owner, Side by, String resource) {
        return wanted.containsKey(pair(owner.name(), by.name()) + "\n" + resource);
    }

    Optional<Announced> bySecret(String secret) {
        return Optional.ofNullable(bySecret.get(secret));
    }

    /** The share whose absolute uri this is, or whose relative uri is the last part of a path. */
    Optional<Announced> byUri(String uri) {
        return Optional.ofNullable(byUri.get(uri));
    }

    /** The share whose composed uri is at or above a path of a server; relative uris are one part of the path. */
    Optional<Announced> byPath(String authority, String path) {
        var absolute = byUri.get("https://" + authority + path);
        if (absolute != null) return Optional.of(absolute);
        for (var part : path.split("/")) {
            var share = part.length() < 4 ? null : byUri.get(part);
            if (share != null) return Optional.of(share);
        }
        return Optional.empty();
    }

    /** A JWK Set came from this place. */
    void keys(String authority, String path, JsonNode set) {
        var algorithms = new LinkedHashMap<String, String>();
        var whole = new LinkedHashMap<String, JsonNode>();
        for (var key : set.path("keys")) {
            algorithms.put(Texts.of(key.path("kid")), Texts.of(key.path("alg")));
            whole.put(Texts.of(key.path("kid")), key);
        }
        keys.put(authority + path, algorithms);
        jwks.put(authority + path, whole);
    }

    /** The keys of who published this document, where they were seen: the algorithm by the id of the key. */
    Map<String, String> keysOf(JsonNode document) {
        var place = Texts.of(document.path("jwksUri"));
        return keys.getOrDefault(Paths.authority(place) + Paths.ofUrl(place), Map.of());
    }

    /** The key of this id of who published this document, where it was seen. */
    Optional<JsonNode> keyOf(JsonNode document, String kid) {
        var place = Texts.of(document.path("jwksUri"));
        var set = jwks.getOrDefault(Paths.authority(place) + Paths.ofUrl(place), Map.of());
        return Optional.ofNullable(set.get(kid));
    }

    Keys keys() {
        return seals.keys();
    }

    List<Signature> signatures(Seen x) {
        return seals.signatures(x);
    }

    Seal seal(Seen x) {
        return seals.seal(x);
    }

    boolean repeated(Seen x) {
        return seals.repeated(x);
    }

    boolean hasTakenSigned(String caller, String callee) {
        return seals.hasTaken(caller, callee);
    }

    void sealed(Seen x) {
        seals.learn(x);
    }

    /** A secret was presented at a token end point. */
    void exchanged(String secret, long exchange) {
        exchanged.putIfAbsent(secret, exchange);
    }

    boolean exchanged(String secret) {
        return exchanged.containsKey(secret);
    }

    boolean isSecret(String text) {
        return bySecret.containsKey(text);
    }

    void ended(Announced share, long exchange) {
        ended.putIfAbsent(pair(share.host(), share.id()), exchange);
    }

    /** When the sending server said that the share is gone; empty where it did not. */
    Optional<Long> ended(Announced share) {
        return Optional.ofNullable(ended.get(pair(share.host(), share.id())));
    }

    /** An invite was accepted: by whom, told by the server and user the acceptor gave. */
    void accepted(String invite, String by) {
        acceptedBy.putIfAbsent(invite, by);
    }

    Optional<String> acceptor(String invite) {
        return Optional.ofNullable(acceptedBy.get(invite));
    }

    /** Two servers have exchanged an invite. */
    void met(String one, String other) {
        met.put(pair(one, other), 1);
        met.put(pair(other, one), 1);
    }

    boolean haveMet(String one, String other) {
        return met.containsKey(pair(one, other));
    }

    /** A person or a message changed something somewhere: what was listed before may be gone. */
    void deed(String verb, long entry) {
        if (!LOOKS.contains(verb)) lastDeed = entry;
    }

    void listed(String url, long entry) {
        listed.put(url, entry);
    }

    /** Whether this was listed, and nothing was changed anywhere since. */
    boolean stillListed(String url) {
        return listed.getOrDefault(url, -1L) > lastDeed;
    }

    private static String pair(String one, String other) {
        return one + "\n" + other;
    }
}
