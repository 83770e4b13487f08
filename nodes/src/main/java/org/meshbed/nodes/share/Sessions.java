package org.meshbed.nodes.share;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.discovery.Lookup;
import org.meshbed.nodes.discovery.Peer;
import org.meshbed.nodes.discovery.Peers;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.resource.RemoteFiles;
import org.meshbed.nodes.resource.RemoteOutcome;
import org.meshbed.nodes.token.AccessTokens;
import org.meshbed.nodes.token.AccessTokens.Outcome;
import org.meshbed.nodes.trust.Outbound;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessAsks;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessSessions;

/**
 * The shares that a server keeps open at others, as a vendor does that opens each once and goes on with what let it in.
 * They live in memory: after a restart each is opened anew.
 */
final class Sessions {
    private final Peers peers;
    private final Outbound outbound;
    private final AccessTokens tokens;
    private final Time time;
    private final Map<String, Kept> open = new ConcurrentHashMap<>();
    private final Map<ServerHost, Known> servers = new ConcurrentHashMap<>();

    private record Kept(String line, Instant until) {}

    private record Known(Peer peer, Instant until) {}

    Sessions(Peers peers, Outbound outbound, AccessTokens tokens, Time time) {
        this.peers = peers;
        this.outbound = outbound;
        this.tokens = tokens;
        this.time = time;
    }

    /**
     * What one part of the server asks for.
     *
     * @param at the address of what is shared
     * @param schemes the lines in which the secret is shown, one after the other
     */
    record Asked(
            AccessSessions how,
            Optional<AccessAsks> asks,
            StoredReceived share,
            String part,
            Endpoint at,
            List<String> schemes) {
        private String key() {
            return part + " " + share.key();
        }

        private boolean eachByItself() {
            return share.exchange() && how.exchanges().isPresent();
        }

        Optional<String> properties() {
            return asks.flatMap(AccessAsks::properties);
        }
    }

    /** Looks whether something is there. */
    RemoteOutcome<Nothing> look(Asked asked, String path) {
        var closely = asked.asks().flatMap(AccessAsks::believes).isPresent();
        return ask(
                asked,
                files -> closely ? files.lookClosely(path, asked.properties()) : files.look(path, asked.properties()));
    }

    /** Makes a request; where the share is open no longer, opens it anew and makes it once more. */
    <T> RemoteOutcome<T> ask(Asked asked, Function<RemoteFiles, RemoteOutcome<T>> request) {
        return twice(asked, () -> asked.eachByItself() ? byToken(asked, request) : inSession(asked, request));
    }

    /** Writes a file, as an opening of its own. */
    RemoteOutcome<Nothing> upload(Asked asked, String path, Content content) {
        Function<RemoteFiles, RemoteOutcome<Nothing>> put = files -> {
            var folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
            var made = folder.isEmpty() ? new RemoteOutcome.Done<>(Nothing.NOTHING) : folders(files, folder);
            return there(made) ? files.write(path, content) : made;
        };
        return twice(
                asked,
                () -> asked.eachByItself()
                        ? byToken(asked, put)
                        : new Tried<>(put.apply(fresh(asked, line(asked))), true));
    }

    /** A folder, and where its own is missing that one before. */
    RemoteOutcome<Nothing> makeFolder(Asked asked, String path) {
        return ask(asked, files -> folders(files, path));
    }

    private static RemoteOutcome<Nothing> folders(RemoteFiles files, String path) {
        var made = files.makeFolder(path);
        if (!(made instanceof RemoteOutcome.NoParent)) return made;
        for (var end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            made = files.makeFolder(end < 0 ? path : path.substring(0, end));
            if (end < 0 || !there(made)) return made;
        }
    }

    private static boolean there(RemoteOutcome<Nothing> made) {
        return made.value().isPresent() || made instanceof RemoteOutcome.Exists;
    }

    /** @param opened whether the share was open when it was asked for */
    private record Tried<T>(RemoteOutcome<T> outcome, boolean opened) {}

    private <T> RemoteOutcome<T> twice(Asked asked, Supplier<Tried<T>> attempt) {
        var tried = attempt.get();
        if (!tried.opened() || !(tried.outcome() instanceof RemoteOutcome.Unauthorized)) return tried.outcome();
        open.remove(asked.key());
        return attempt.get().outcome();
    }

    private <T> Tried<T> inSession(Asked asked, Function<RemoteFiles, RemoteOutcome<T>> request) {
        var kept = open.get(asked.key());
        if (kept != null && time.now().isBefore(kept.until()))
            return new Tried<>(request.apply(going(asked, kept.line())), true);
        RemoteOutcome<Nothing> looked = new RemoteOutcome.Unauthorized<>();
        for (var line : asked.schemes()) {
            var files = fresh(asked, line);
            looked = files.look("", asked.properties());
            if (looked.value().isEmpty()) continue;
            open.put(asked.key(), new Kept(line, time.now().plus(asked.how().keeps())));
            return new Tried<>(request.apply(files), true);
        }
        return new Tried<>(RemoteOutcome.failed(looked), false);
    }

    /** Looks with the first line, in no session, whether a folder is there. */
    boolean folder(Asked asked) {
        return fresh(asked, asked.schemes().getFirst())
                .isFolder("", asked.properties())
                .value()
                .orElse(false);
    }

    /** What opened the share before, else the first way. */
    private String line(Asked asked) {
        var kept = open.get(asked.key());
        return kept == null ? asked.schemes().getFirst() : kept.line();
    }

    private <T> Tried<T> byToken(Asked asked, Function<RemoteFiles, RemoteOutcome<T>> request) {
        var server = server(asked);
        if (server.isEmpty()) return unopened("it does not say where tokens are to be had");
        return switch (tokens.fresh(
                server.get(), asked.share().key(), asked.share().secret())) {
            case Outcome.Got(var token, var _) -> new Tried<>(request.apply(fresh(asked, "Bearer " + token)), true);
            case Outcome.Not(var why) -> unopened(why);
        };
    }

    private static <T> Tried<T> unopened(String why) {
        return new Tried<>(new RemoteOutcome.Failed<>(new Exchange.Refused(why)), false);
    }

    private Optional<Peer> server(Asked asked) {
        var host = asked.at().origin().host();
        var known = servers.get(host);
        if (known != null && time.now().isBefore(known.until())) return Optional.of(known.peer());
        if (!(peers.find(host, "token") instanceof Lookup.Found(var peer))
                || peer.tokenEndPoint().isEmpty()) return Optional.empty();
        asked.how()
                .remembers()
                .ifPresent(d -> servers.put(host, new Known(peer, time.now().plus(d))));
        return Optional.of(peer);
    }

    /** The first request that is answered is sent again. */
    private RemoteFiles fresh(Asked asked, String line) {
        var left = new AtomicInteger(asked.how().first());
        return files(asked, line, (at, request) -> {
            var exchange = outbound.access(at, request);
            while (exchange instanceof Exchange.Replied && left.decrementAndGet() > 0) {
                Outbound.drop(exchange);
                exchange = outbound.access(at, request);
            }
            left.set(0);
            return exchange;
        });
    }

    private RemoteFiles going(Asked asked, String line) {
        return files(asked, line, outbound::access);
    }

    private interface Way {
        Exchange send(Endpoint at, WireRequest request);
    }

    private static RemoteFiles files(Asked asked, String line, Way way) {
        UnaryOperator<WireRequest> manner = asked.asks().isPresent()
                ? request -> Dressed.request(asked.asks().get(), slashed(request))
                : UnaryOperator.identity();
        return new RemoteFiles(
                (to, request, _) -> way.send(new Endpoint(to, request.target()), request),
                asked.at(),
                List.of(line),
                Timeouts.USUAL,
                manner);
    }

    /** Folders are called with a slash at their end. */
    private static WireRequest slashed(WireRequest request) {
        var folder = request.method().equals("MKCOL")
                || request.method().equals("PROPFIND")
                        && request.headers().first("Depth").filter("1"::equals).isPresent();
        return folder && !request.target().endsWith("/") ? request.withTarget(request.target() + "/") : request;
    }
}
