package org.meshbed.nodes.share;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.discovery.Lookup;
import org.meshbed.nodes.discovery.Peer;
import org.meshbed.nodes.discovery.Peers;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.resource.Percent;
import org.meshbed.nodes.resource.RemoteFiles;
import org.meshbed.nodes.resource.RemoteOutcome;
import org.meshbed.nodes.share.Credentials.Shown;
import org.meshbed.nodes.token.AccessTokens;
import org.meshbed.nodes.token.AccessTokens.Outcome;
import org.meshbed.nodes.trust.Outbound;
import org.meshbed.nodes.trust.SecondFactors;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessAsks;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessFinds;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessSessions;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessStates;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessSteps;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.Step;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReceivedLooks;

/**
 * What lies behind the shares that were received: the recipient reads and writes it at the sending server, found by
 * discovery at the host of the sender (draft-ietf-ocm-open-cloud-mesh-07, Resource Access).
 */
public final class RemoteShares implements ReceivedFiles {
    private final Manner manner;
    private final Peers peers;
    private final Outbound outbound;
    private final ReceivedShares shares;
    private final Credentials credentials;
    private final AccessTokens tokens;
    private final SecondFactors factors;
    private final Stepwise stepwise;

    public RemoteShares(
            Manner manner,
            Peers peers,
            Outbound outbound,
            ReceivedShares shares,
            AccessTokens tokens,
            SecondFactors factors,
            Time time,
            Witness witness) {
        this.manner = manner;
        this.peers = peers;
        this.outbound = outbound;
        this.shares = shares;
        this.factors = factors;
        this.tokens = tokens;
        this.credentials = new Credentials(manner, tokens, witness);
        this.stepwise = new Stepwise(manner, new Sessions(peers, outbound, tokens, time), credentials);
    }

    @Override
    public Told<Content> read(String user, String share, String path) {
        return at(user, share, Wish.read(path));
    }

    @Override
    public Told<List<Entry>> list(String user, String share, String path) {
        return at(user, share, Wish.list(path));
    }

    @Override
    public Told<Nothing> look(String user, String share, String path) {
        return at(user, share, Wish.look(path));
    }

    /** Of what a user received that which can be seen at its servers, where they are asked each time it is listed. */
    public List<ReceivedShare> seen(String user, List<ReceivedShare> received) {
        if (!looksAt("list")) return received;
        return received.stream()
                .filter(share -> look(user, share.id(), "").happened())
                .toList();
    }

    /** Whether what was received is looked at when this is done with it. */
    public boolean looksAt(String verb) {
        return manner.bent(ShareReceivedLooks.class)
                .filter(q -> q.verbs().contains(verb))
                .isPresent();
    }

    @Override
    public Told<Nothing> write(String user, String share, String path, Content content) {
        return at(user, share, Wish.write(path, content));
    }

    @Override
    public Told<Nothing> makeFolder(String user, String share, String path) {
        return at(user, share, Wish.makeFolder(path));
    }

    @Override
    public Told<Nothing> move(String user, String share, String from, String to) {
        return at(user, share, Wish.move(from, to));
    }

    @Override
    public Told<Nothing> delete(String user, String share, String path) {
        return at(user, share, Wish.delete(path));
    }

    @Override
    public Told<Nothing> copy(String user, String share, String from, String to) {
        return at(user, share, Wish.copy(from, to));
    }

    /** The share that this user may open, or why not. */
    Told<StoredReceived> opened(String user, String id) {
        var share = shares.find(user, id);
        if (share.isEmpty()) return Told.refused("there is no such share");
        if (share.get().of(user) != ReceivedShare.State.ACCEPTED && !opensInAnyState())
            return Told.refused("accept the share first");
        return factorObjection(user, share.get())
                .<Told<StoredReceived>>map(Told::refused)
                .orElseGet(() -> Told.done(share.get(), "it may be opened"));
    }

    /** The files of a share at the place that its sender's address names; {@code otherwise}: their path, if none is told. */
    Told<RemoteFiles> mounted(StoredReceived share, String otherwise) {
        return switch (peers.find(share.origin(), "access")) {
            case Lookup.Found(var peer) ->
                switch (place(share, peer)) {
                    case Told.Done<Endpoint>(var target, var _) ->
                        files(share, peer, slashed(target)).map(Files::remote);
                    case Told<Endpoint> failed -> Told.refused(failed.words());
                };
            case Lookup.Failed _ -> {
                var lines = credentials.inTurn(share, List.of("basic"));
                yield allowed(share, new Endpoint(share.origin(), otherwise))
                        .map(target -> files(share, target, lines));
            }
        };
    }

    private static Endpoint slashed(Endpoint target) {
        return target.target().endsWith("/") ? target : new Endpoint(target.origin(), target.target() + "/");
    }

    /** Whether one of these paths of the server that sent a share tells a version, as those do that can share. */
    boolean isThere(StoredReceived share, List<String> paths) {
        return paths.stream()
                .map(path -> outbound.fetch(Errand.of("legacy-discovery"), new Endpoint(share.origin(), path)))
                .anyMatch(this::tellsVersion);
    }

    private boolean tellsVersion(Exchange exchange) {
        if (!(exchange instanceof Exchange.Replied(var reply)) || reply.status() != 200) return false;
        try {
            return Json.read(outbound.read(reply, manner.limits().messageBytes()))
                    .hasNonNull("version");
        } catch (Json.NotJson | IOException e) {
            return false;
        }
    }

    /** Some products look at a thing before they ask for it. */
    private <T> RemoteOutcome<T> after(Wish<T> wish, RemoteFiles files) {
        var own = manner.bent(AccessAsks.class);
        if (own.isEmpty()) return wish.usual().apply(files);
        var steps = manner.bent(AccessSteps.class).flatMap(wish::steps);
        if (steps.isPresent()) return wish.inSteps(steps.get(), own.get(), files);
        for (var _ : wish.before().apply(own.get())) {
            var looked = files.look(wish.path(), own.get().properties());
            if (looked.value().isEmpty()) return RemoteOutcome.failed(looked);
        }
        return wish.usual().apply(files);
    }

    /** Where the resource is and the header line that opens it, for another program of the recipient's. */
    public Told<String> reach(String user, String id) {
        var share = shares.find(user, id);
        if (share.isEmpty()) return Told.refused("there is no such share");
        if (share.get().of(user) != ReceivedShare.State.ACCEPTED) return Told.refused("accept the share first");
        var objection = factorObjection(user, share.get());
        if (objection.isPresent()) return Told.refused(objection.get());
        return switch (peers.find(host(share.get()), "access")) {
            case Lookup.Failed(var why, var _) -> Told.refused(why);
            case Lookup.Found(var peer) ->
                switch (place(share.get(), peer)) {
                    case Told.Done<Endpoint>(var target, var _) -> reach(share.get(), peer, target.toString());
                    case Told<Endpoint> failed -> Told.refused(failed.words());
                };
        };
    }

    private Told<String> reach(StoredReceived share, Peer peer, String url) {
        return switch (credentials.show(share, peer)) {
            case Shown.Lines(var lines, var _) ->
                Told.done(url, url + " opens with 'Authorization: " + lines.getFirst() + "'");
            case Shown.Nothing(var why) -> Told.refused(why);
        };
    }

    /** At whose server what is shared is looked for. */
    private ServerHost host(StoredReceived share) {
        return manner.bent(AccessFinds.class)
                .flatMap(AccessFinds::at)
                .filter(_ -> !share.owner().isEmpty())
                .map(_ -> OcmAddress.parse(share.owner()).host())
                .orElseGet(share::server);
    }

    private Optional<String> factorObjection(String user, StoredReceived share) {
        return share.secondFactor() ? factors.objection(user) : Optional.empty();
    }

    /** The legacy calls do not say what kind of thing is shared: whoever accepts it looks. */
    public void look(String user, String id) {
        var share = shares.find(user, id).filter(StoredReceived::typeGuessed);
        if (share.isEmpty() || !(files(share.get()) instanceof Told.Done<Files>(var files, var _))) return;
        switch (files.remote().list("")) {
            case RemoteOutcome.Done<List<Entry>> _ -> shares.known(share.get(), ResourceType.FOLDER);
            case RemoteOutcome.NotAFolder<List<Entry>> _ -> shares.known(share.get(), ResourceType.FILE);
            case RemoteOutcome<List<Entry>> _ -> {}
        }
    }

    /** Why that server is no sender of such resources, by its document; empty where it is one. */
    Optional<String> objection(ServerHost server, String resourceType, Consumer<Peer> found) {
        return switch (peers.find(server, "discovery")) {
            case Lookup.Failed(var why, var _) -> Optional.of(why);
            case Lookup.Found(var peer) -> {
                found.accept(peer);
                yield peer.resourceTypes().stream()
                                .anyMatch(t -> t.name().equals(resourceType)
                                        && !t.webdav().isEmpty())
                        ? Optional.empty()
                        : Optional.of(server + " does not share resources of type " + resourceType);
            }
        };
    }

    /** The same share with an address that is whole: below the webdav path of the document, or at its endPoint's host. */
    static StoredReceived whole(StoredReceived share, Peer peer) {
        if (share.uri().matches("(?i)https?://.*")) return share;
        try {
            var origin = peer.endPoint().origin();
            if (share.uri().startsWith("/")) return share.at(new Endpoint(origin, share.uri()).toString());
            var path = peer.webdavPath();
            var base = new Endpoint(origin, path.startsWith("/") ? path : "/" + path);
            return share.at((share.uri().isEmpty() ? base : base.below(Percent.encode(share.uri()))).toString());
        } catch (NotWellFormed e) {
            return share;
        }
    }

    /** What is said to be a file may be a folder: whoever has no address of it looks, once, with the secret as Basic. */
    StoredReceived looked(StoredReceived share) {
        var how = stepwise.how();
        if (how.isEmpty()
                || share.resourceType() != ResourceType.FILE
                || !(wholePlace(share) instanceof Told.Done<Endpoint>(var target, var _))) return share;
        var lines = credentials.inTurn(share, List.of("basic"));
        return stepwise.folder(how.get(), share, target, lines) ? share.being(ResourceType.FOLDER) : share;
    }

    /** The requests some vendors send to the sending server before they answer a share. */
    void callBack(StoredReceived share, List<String> calls) {
        for (var call : calls) {
            switch (call) {
                case "discovery" -> peers.find(host(share), "access");
                case "propfind" ->
                    files(share).value().ifPresent(files -> files.remote().list(""));
                case "look" -> {} // done already, before the share was kept
                default -> throw new IllegalStateException("there is no call back named " + call);
            }
        }
    }

    /** Why the code of a share was not exchanged, or what is shared not asked for; empty where both were answered. */
    Optional<String> exchangeAndRead(StoredReceived share) {
        if (!(peers.find(host(share), "access") instanceof Lookup.Found(var peer)))
            return Optional.of(share.server() + " was not found");
        return switch (tokens.exchangeUnasked(peer, share.key(), share.code())) {
            case Outcome.Not(var why) -> Optional.of(why);
            case Outcome.Got(var token, var _) -> read(share, token);
        };
    }

    private Optional<String> read(StoredReceived share, String token) {
        try {
            var at = Endpoint.parse(share.uri());
            var get = WireRequest.get(at.target(), Headers.of("Authorization", "Bearer " + token));
            var exchange = outbound.access(at, get);
            return exchange instanceof Exchange.Replied
                    ? Optional.empty()
                    : Optional.of(at.origin() + " " + exchange.words());
        } catch (NotWellFormed e) {
            return Optional.of("the share has no address: " + e.getMessage());
        }
    }

    private <T> Told<T> at(String user, String id, Wish<T> wish) {
        return switch (opened(user, id)) {
            case Told.Done<StoredReceived>(var share, var _) -> {
                var sessions = stepwise.how();
                yield sessions.isPresent() ? inSteps(sessions.get(), share, wish) : at(share, wish);
            }
            case Told<StoredReceived> refused -> Told.refused(refused.words());
        };
    }

    private boolean opensInAnyState() {
        return manner.bent(AccessStates.class).isPresent();
    }

    /** The address is kept whole, so that nobody has to be asked for it. */
    private <T> Told<T> inSteps(AccessSessions how, StoredReceived share, Wish<T> wish) {
        return switch (wholePlace(share)) {
            case Told.Done<Endpoint>(var target, var _) ->
                told(stepwise.go(how, share, target, wish), share, wish.words());
            case Told<Endpoint> failed -> Told.refused(failed.words());
        };
    }

    /** One request to where a share lies, as a server makes it that keeps its shares open; no other makes any. */
    <T> RemoteOutcome<T> step(
            StoredReceived share, Step step, BiFunction<Sessions, Sessions.Asked, RemoteOutcome<T>> request) {
        var how = stepwise.how();
        if (how.isEmpty()) return new RemoteOutcome.BadPath<>("this server keeps no shares open");
        return switch (wholePlace(share)) {
            case Told.Done<Endpoint>(var target, var _) -> stepwise.step(how.get(), share, target, step, request);
            case Told<Endpoint> failed -> new RemoteOutcome.BadPath<>(failed.words());
        };
    }

    private Told<Endpoint> wholePlace(StoredReceived share) {
        if (!share.uri().matches("(?i)https?://.*")) return place(share);
        try {
            return allowed(share, behind(share, Endpoint.parse(share.uri())));
        } catch (NotWellFormed e) {
            return Told.refused("the share names no place where it could be: " + e.getMessage());
        }
    }

    /** A token that was kept may be good no longer, though it should: then another one is got, once. */
    private <T> Told<T> at(StoredReceived share, Wish<T> wish) {
        var own = manner.bent(AccessAsks.class).filter(q -> !q.schemes().isEmpty() && !share.exchange());
        return own.isPresent() ? inTurn(own.get(), share, wish) : usually(share, wish);
    }

    /** As the vendor tries one way after the other. */
    private <T> Told<T> inTurn(AccessAsks own, StoredReceived share, Wish<T> wish) {
        RemoteOutcome<T> outcome = new RemoteOutcome.Unauthorized<>();
        for (var line : credentials.inTurn(share, own.schemes())) {
            switch (files(share, List.of(line))) {
                case Told.Done<RemoteFiles>(var files, var _) -> outcome = after(wish, files);
                case Told<RemoteFiles> failed -> {
                    return Told.refused(failed.words());
                }
            }
            var next = outcome instanceof RemoteOutcome.Unauthorized
                    || own.falls().filter("on-failure"::equals).isPresent()
                            && outcome.value().isEmpty();
            if (!next) break;
        }
        return told(outcome, share, wish.words());
    }

    private Told<RemoteFiles> files(StoredReceived share, List<String> lines) {
        return switch (place(share)) {
            case Told.Done<Endpoint>(var target, var _) -> Told.done(files(share, target, lines), "found");
            case Told<Endpoint> failed -> Told.refused(failed.words());
        };
    }

    private <T> Told<T> usually(StoredReceived share, Wish<T> wish) {
        switch (files(share)) {
            case Told.Done<Files>(var files, var _) -> {
                var outcome = after(wish, files.remote());
                if (!(outcome instanceof RemoteOutcome.Unauthorized)) return told(outcome, share, wish.words());
                credentials.forget(share);
                return files.aging() ? at(share, wish) : told(outcome, share, wish.words());
            }
            case Told<Files> failed -> {
                return Told.refused(failed.words());
            }
        }
    }

    private <T> Told<T> told(RemoteOutcome<T> outcome, StoredReceived share, String words) {
        return switch (outcome) {
            case RemoteOutcome.Done<T>(var it) -> Told.done(it, words);
            case RemoteOutcome<T> failed
            when failed.unclear() -> new Told.Unclear<>(share.server() + " " + failed.words());
            case RemoteOutcome.Unexpected<T> odd -> {
                outbound.notTaken(share.server() + " " + odd.words());
                yield Told.refused(share.server() + " " + odd.words());
            }
            case RemoteOutcome<T> failed -> Told.refused(share.server() + " " + failed.words());
        };
    }

    /** What lies behind a share; {@code aging}: it is opened with a token from before. */
    private record Files(RemoteFiles remote, boolean aging) {}

    /** Where the share's resource is, and with what it is opened. */
    private Told<Files> files(StoredReceived share) {
        return switch (peers.find(host(share), "access")) {
            case Lookup.Failed(var why, var _) -> Told.refused(why);
            case Lookup.Found(var peer) -> files(share, peer);
        };
    }

    private Told<Files> files(StoredReceived share, Peer peer) {
        if (manner.bent(AccessFinds.class).flatMap(AccessFinds::after).isPresent())
            return switch (credentials.show(share, peer)) {
                case Shown.Nothing(var why) -> Told.refused(why);
                case Shown.Lines lines -> files(share, lines, place(share, peer));
            };
        return switch (place(share, peer)) {
            case Told.Done<Endpoint>(var target, var _) -> files(share, peer, target);
            case Told<Endpoint> failed -> Told.refused(failed.words());
        };
    }

    private Told<Files> files(StoredReceived share, Shown.Lines shown, Told<Endpoint> place) {
        return place instanceof Told.Done<Endpoint>(var target, var _)
                ? Told.done(new Files(files(share, target, shown.lines()), shown.aging()), "found")
                : Told.refused(place.words());
    }

    private Told<Endpoint> place(StoredReceived share) {
        return switch (peers.find(host(share), "access")) {
            case Lookup.Failed(var why, var _) -> Told.refused(why);
            case Lookup.Found(var peer) -> place(share, peer);
        };
    }

    private Told<Endpoint> place(StoredReceived share, Peer peer) {
        try {
            return allowed(share, behind(share, target(share, peer)));
        } catch (NotWellFormed e) {
            return Told.refused("the share names no place where it could be: " + e.getMessage());
        }
    }

    private Told<Endpoint> allowed(StoredReceived share, Endpoint target) {
        return outbound.objection(share.server(), target)
                .<Told<Endpoint>>map(why -> Told.refused("the share lies at a place that is not called: " + why))
                .orElseGet(() -> Told.done(target, "found"));
    }

    /** Some products put something behind the address of a single file, and of a folder. */
    private Endpoint behind(StoredReceived share, Endpoint target) {
        var asks = manner.bent(AccessAsks.class);
        if (share.resourceType() == ResourceType.FOLDER
                && asks.flatMap(AccessAsks::folders).isPresent()
                && !target.target().endsWith("/")) return new Endpoint(target.origin(), target.target() + "/");
        var own = asks.flatMap(AccessAsks::file);
        if (own.isEmpty()
                || share.resourceType() != ResourceType.FILE && !own.get().equals("slash")) return target;
        return own.get().equals("name")
                ? target.below(Percent.inside(share.name()))
                : target.target().endsWith("/") ? target : new Endpoint(target.origin(), target.target() + "/");
    }

    private Told<Files> files(StoredReceived share, Peer peer, Endpoint target) {
        return switch (credentials.show(share, peer)) {
            case Shown.Nothing(var why) -> Told.refused(why);
            case Shown.Lines(var lines, var aging) -> Told.done(new Files(files(share, target, lines), aging), "found");
        };
    }

    private RemoteFiles files(StoredReceived share, Endpoint target, List<String> authorization) {
        var asks = manner.bent(AccessAsks.class);
        return new RemoteFiles(
                (to, request, _) -> access(new Endpoint(to, request.target()), request),
                target,
                authorization,
                Timeouts.USUAL,
                UnaryOperator.identity(),
                new RemoteFiles.How(
                        share.resourceType() == ResourceType.FILE,
                        asks.flatMap(AccessAsks::folders).isPresent(),
                        asks.flatMap(AccessAsks::believes).isPresent(),
                        asks.filter(q -> q.believes().isPresent()).flatMap(AccessAsks::properties)));
    }

    private Exchange access(Endpoint at, WireRequest request) {
        var own = manner.bent(AccessAsks.class);
        var dressed = own.map(q -> Dressed.request(q, request)).orElse(request);
        if (own.filter(q -> q.twice().contains(request.method())).isPresent()) outbound.access(at, dressed);
        return outbound.access(at, dressed);
    }

    /** An absolute uri is taken as it is; a relative one goes below the sender's webdav path, at the sender's host. */
    private Endpoint target(StoredReceived share, Peer peer) {
        var finds = manner.bent(AccessFinds.class);
        var origin = new Origin(peer.endPoint().origin().scheme(), peer.host());
        if (share.uri().matches("(?i)https?://.*")) {
            var whole = Endpoint.parse(share.uri().replaceFirst("^([^:]+://)[^/@?#]*@", "$1")); // a login is no place
            var taken = finds.flatMap(AccessFinds::whole).isEmpty()
                    || whole.origin().equals(origin);
            if (taken) return whole;
        }
        var path = finds.flatMap(AccessFinds::path).isPresent() ? peer.webdavPathOfFiles() : peer.webdavPath();
        if (finds.flatMap(AccessFinds::below).isPresent()) return joined(origin, path, share.uri());
        var base = new Endpoint(origin, path.startsWith("/") ? path : "/" + path);
        return share.uri().isEmpty() ? base : base.below(share.uri());
    }

    private static Endpoint joined(Origin origin, String path, String uri) {
        if (!path.startsWith("/"))
            throw new NotWellFormed("path of what is shared", path, "an absolute path, such as /webdav/");
        return new Endpoint(origin, Percent.joined(path, uri));
    }
}
