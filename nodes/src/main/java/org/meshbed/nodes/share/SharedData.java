package org.meshbed.nodes.share;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.meshbed.nodes.discovery.OwnDiscovery;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.resource.Dav;
import org.meshbed.nodes.resource.DavScope;
import org.meshbed.nodes.token.IssuedTokens;

/**
 * The sending server's data endpoint: whoever presents the secret of a share that still stands, or a token that it
 * was exchanged for, reaches what is shared and nothing else. With Bearer the path goes on with the share's id; with Basic, the 1.0 form, the secret is the user
 * name and the path begins at the shared resource (draft-ietf-ocm-open-cloud-mesh-07, Resource Access).
 */
public final class SharedData {
    private final SentShares shares;
    private final IssuedTokens tokens;
    private final Dav dav;
    private final Origin origin;
    private final Witness witness;

    public SharedData(SentShares shares, IssuedTokens tokens, Dav dav, Origin origin, Witness witness) {
        this.shares = shares;
        this.tokens = tokens;
        this.dav = dav;
        this.origin = origin;
        this.witness = witness;
    }

    /** Answers a request whose path begins with {@link OwnDiscovery#DATA}. */
    public WireAnswer answer(WireRequest request) {
        var credentials = request.headers().all("Authorization");
        if (credentials.isEmpty()) return unauthorized("secret-known", "no credentials");
        var path = OwnDiscovery.tidy(request.path()).substring(OwnDiscovery.DATA.length());
        for (var line : credentials) {
            var opened = open(line, path);
            if (opened.isPresent()) return serve(opened.get(), request);
        }
        return unauthorized("secret-known", "no share stands open for these credentials");
    }

    /** A share with the path inside of it, the path under which it is mounted, and whether a token opened it. */
    private record Opened(StoredSent share, String prefix, String inside, boolean byToken) {}

    private Optional<Opened> open(String credentials, String path) {
        var space = credentials.indexOf(' ');
        if (space < 0) return Optional.empty();
        var scheme = credentials.substring(0, space);
        var value = credentials.substring(space + 1).strip();
        if (scheme.equalsIgnoreCase("Bearer"))
            return shares.bySecret(value).flatMap(s -> byId(s, path, false)).or(() -> byToken(value, path));
        if (!scheme.equalsIgnoreCase("Basic")) return Optional.empty();
        var share = user(value).flatMap(shares::bySecret);
        return share.flatMap(s -> byId(s, path, false))
                .or(() -> share.map(s -> new Opened(s, OwnDiscovery.DATA, path, false)));
    }

    /** A token is one of the share in the path, or it opens nothing. */
    private Optional<Opened> byToken(String token, String path) {
        var end = path.indexOf('/', 1);
        var id = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        return shares.get(id).filter(s -> tokens.opens(s.id(), token)).flatMap(s -> byId(s, path, true));
    }

    private static Optional<Opened> byId(StoredSent share, String path, boolean byToken) {
        var mount = "/" + share.id();
        var mine = path.equals(mount) || path.startsWith(mount + "/");
        return mine
                ? Optional.of(new Opened(share, OwnDiscovery.DATA + mount, path.substring(mount.length()), byToken))
                : Optional.empty();
    }

    private static Optional<String> user(String basic) {
        try {
            var plain = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            var colon = plain.indexOf(':');
            return colon < 1 ? Optional.empty() : Optional.of(plain.substring(0, colon));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private WireAnswer serve(Opened opened, WireRequest request) {
        var share = opened.share();
        if (share.exchange() && !opened.byToken())
            return unauthorized(
                    "token-shown", "share " + share.id() + " opens to a token only, for which its secret is exchanged");
        if (share.state() == SentShare.State.DECLINED) {
            witness.decided("access", "refused by share-not-declined", "share " + share.id() + " was declined");
            return WireReply.text(403, "the share was declined");
        }
        witness.decided("access", "opened", "share " + share.id() + " with " + share.granted());
        var scope = new DavScope(share.user(), share.path(), share.granted(), opened.prefix(), asked(request));
        return dav.answer(scope, request, opened.inside());
    }

    /** This server by the name it was asked for, which may be another than its own: a copy's destination uses it too. */
    private Origin asked(WireRequest request) {
        try {
            return request.headers()
                    .first("Host")
                    .map(host -> Endpoint.parse(origin.scheme() + "://" + host).origin())
                    .orElse(origin);
        } catch (NotWellFormed e) {
            return origin;
        }
    }

    private WireAnswer unauthorized(String check, String why) {
        witness.decided("access", "refused by " + check, why);
        var challenge =
                Headers.of("WWW-Authenticate", "Bearer realm=\"ocm\"", "WWW-Authenticate", "Basic realm=\"ocm\"");
        return WireReply.of(401, challenge, Body.NONE);
    }
}
