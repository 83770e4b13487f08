package org.meshbed.nodes.share;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.discovery.OwnDiscovery;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.invite.Contacts;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.resource.Dav;
import org.meshbed.nodes.resource.DavScope;
import org.meshbed.nodes.resource.Percent;
import org.meshbed.nodes.token.IssuedTokens;
import org.meshbed.nodes.vendor.Checks;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Received;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessConditions;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessDeletes;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessDescribes;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessOpens;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessProperties;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessReplies;
import org.meshbed.nodes.vendor.quirk.ApiQuirk.HttpTidies;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.Template;

/**
 * The sending server's data endpoint: whoever presents the secret of a share that still stands, or a token that it
 * was exchanged for, reaches what is shared and nothing else. With Bearer the path goes on with the share's id; with Basic, the 1.0 form, the secret is the user
 * name and the path begins at the shared resource (draft-ietf-ocm-open-cloud-mesh-07, Resource Access).
 */
public final class SharedData {
    private static final List<String> CONDITIONS =
            List.of("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since");

    private final Manner manner;
    private final SentShares shares;
    private final Contacts contacts;
    private final IssuedTokens tokens;
    private final Dav dav;
    private final PassingOn passingOn;
    private final Origin origin;
    private final Witness witness;
    private final Checks<Asked> checks;

    public SharedData(
            Manner manner,
            SentShares shares,
            Contacts contacts,
            IssuedTokens tokens,
            Dav dav,
            PassingOn passingOn,
            Origin origin,
            Witness witness) {
        this.manner = manner;
        this.contacts = contacts;
        this.shares = shares;
        this.tokens = tokens;
        this.dav = dav;
        this.passingOn = passingOn;
        this.origin = origin;
        this.witness = witness;
        this.checks = new Checks<>(Family.ACCESS, manner, questions());
    }

    /** A request, and what it opens. */
    private record Asked(WireRequest request, Optional<Opened> opened) {}

    /** Answers a request whose path begins with that of what is shared. */
    public WireAnswer answer(WireRequest request) {
        var asked = new Asked(request, opened(request));
        Supplier<Facts> facts = () -> facts(asked);
        var refusal = checks.look(asked, facts, Family.ACCESS.usual());
        if (refusal.isPresent()) return refused(refusal.get(), facts);
        if (asked.opened().isEmpty()) return checks.accepted(facts, unauthorized());
        if (checks.withoutEffect()) return checks.accepted(facts, WireReply.empty(200));
        if (PassingOn.concerns(asked.opened().get().share()))
            return passed(asked.opened().get(), request, facts);
        var reply = serve(asked.opened().get(), request, facts);
        return own(reply, request, facts).orElse(reply);
    }

    /** What was received and shared on is asked for where it came from. */
    private WireAnswer passed(Opened opened, WireRequest request, Supplier<Facts> facts) {
        witness.decided(
                "access",
                "passed on",
                "share " + opened.share().id() + " with " + opened.share().granted());
        var scope = scope(opened, request);
        var inside = inside(opened);
        var refused = dav.refusal(scope, request);
        var passed = refused.isPresent()
                ? new PassingOn.Passed(refused.get(), Optional.empty())
                : passingOn.pass(opened.share(), request, String.join("/", Percent.segments(inside)));
        Supplier<Facts> more = passed.there()
                .<Supplier<Facts>>map(there -> () -> facts.get()
                        .and(
                                "file",
                                name -> dav.fact(scope, request, inside, name, there)
                                        .map(TextNode::valueOf)))
                .orElse(facts);
        var reply = passed.there()
                .filter(_ ->
                        request.method().equals("PROPFIND") && passed.reply().status() == 200)
                .flatMap(there -> manner.bent(AccessDescribes.class)
                        .map(own -> dav.describe(scope, request, inside, own, more.get(), there)))
                .orElse(passed.reply());
        return own(reply, request, more).orElse(reply);
    }

    /** The vendor's own answer to what the WebDAV server below answers so. */
    private Optional<WireAnswer> own(WireReply reply, WireRequest request, Supplier<Facts> facts) {
        Supplier<Facts> more = () ->
                facts.get().and("reply", name -> reply.headers().first(name).map(TextNode::valueOf));
        return manner.bent(AccessReplies.class)
                .flatMap(q -> q.find(request.method(), reply.status(), more))
                .map(answer -> answer.onTheWire(reply, more.get()));
    }

    private Facts facts(Asked asked) {
        var facts = Received.of(asked.request()).facts(manner);
        return asked.opened().map(o -> facts(facts, o, asked.request())).orElse(facts);
    }

    private Facts facts(Facts facts, Opened opened, WireRequest request) {
        var share = new LinkedHashMap<>(opened.share().facts());
        share.put("mount", mount());
        share.put("inside", opened.inside().replaceAll("/+$", ""));
        var scope = scope(opened, request);
        var inside = inside(opened);
        var known = facts.and("share", share).and("user", shares.sharer(opened.share()));
        return PassingOn.concerns(opened.share())
                ? known
                : known.and(
                        "file", name -> dav.fact(scope, request, inside, name).map(TextNode::valueOf));
    }

    private Map<String, Function<Asked, Optional<Refusal>>> questions() {
        var byName = new LinkedHashMap<String, Function<Asked, Optional<Refusal>>>();
        byName.put(
                "credentials-shown",
                asked -> asked.request().headers().all("Authorization").isEmpty()
                                && asked.opened().isEmpty()
                        ? unauthorized("credentials-shown", "no credentials")
                        : Optional.empty());
        byName.put(
                "address-known",
                asked -> byId(asked.request()).isEmpty()
                        ? Optional.of(Refusal.of("address-known", 404, "NOT_FOUND", "no share lies there"))
                        : Optional.empty());
        byName.put(
                "secret-known",
                asked -> asked.opened().isPresent()
                        ? Optional.empty()
                        : unauthorized("secret-known", "no share stands open for these credentials")
                                .map(refusal -> ofAnother(asked.request()) ? refusal.as("OF_ANOTHER_PLACE") : refusal));
        byName.put(
                "token-shown",
                asked -> asked.opened()
                        .filter(o -> o.share().exchange() && !o.byToken())
                        .flatMap(o -> unauthorized(
                                "token-shown",
                                "share " + o.share().id()
                                        + " opens to a token only, for which its secret is exchanged")));
        byName.put(
                "share-not-declined",
                asked -> asked.opened()
                        .filter(o -> o.share().state() == SentShare.State.DECLINED)
                        .map(o -> Refusal.of(
                                "share-not-declined",
                                403,
                                "SHARE_DECLINED",
                                "share " + o.share().id() + " was declined")));
        byName.put(
                "recipient-met",
                asked -> asked.opened()
                        .filter(o -> !(o.byToken() && shares.tokensStand()))
                        .map(Opened::share)
                        .filter(s -> !contacts.knows(s.user(), s.shareWith()))
                        .flatMap(s -> unauthorized("recipient-met", s.shareWith() + " is no contact of " + s.user())));
        return byName;
    }

    /** Whether what was shown is the secret of a share, which does not open it so or here. */
    private boolean ofAnother(WireRequest request) {
        return request.headers().all("Authorization").stream()
                .anyMatch(line -> Presented.of(line, true)
                        .flatMap(Presented::secret)
                        .flatMap(shares::bySecret)
                        .isPresent());
    }

    /** The path with the id of the share itself, where another stands for it. */
    private String shares(String path) {
        var twins = manner.bent(AccessOpens.class).flatMap(AccessOpens::ids).isPresent();
        var end = path.indexOf('/', 1) < 0 ? path.length() : path.indexOf('/', 1);
        return twins && !path.isEmpty() ? "/" + Template.twin(path.substring(1, end)) + path.substring(end) : path;
    }

    /** The share whose id is in the path. */
    private Optional<StoredSent> byId(WireRequest request) {
        var path = path(request);
        var end = path.indexOf('/', 1);
        return path.isEmpty() ? Optional.empty() : shares.get(path.substring(1, end < 0 ? path.length() : end));
    }

    private String path(WireRequest request) {
        var mount = manner.paths().mount();
        var tidied = OwnDiscovery.tidy(request.path());
        var at = Math.max(0, tidied.indexOf(mount + "/")); // a route may lead here from another place as well
        return shares(dotless(tidied.startsWith(mount, at) ? tidied.substring(at + mount.length()) : tidied));
    }

    /** Some products join paths by a dot, and take it as little as they send it for a name. */
    private String dotless(String path) {
        if (!path.contains("/.")) return path;
        var dots = manner.bent(HttpTidies.class).filter(t -> t.differences().contains("dots"));
        return dots.isPresent() ? path.replaceAll("(/\\.)+(?=/|$)", "") : path;
    }

    private Optional<Opened> opened(WireRequest request) {
        var path = path(request);
        return request.headers().all("Authorization").stream()
                .flatMap(line -> open(line, path).stream())
                .findFirst()
                .or(() -> byAddress(path));
    }

    /** A share with the path inside of it, the path under which it is mounted, and whether a token opened it. */
    private record Opened(StoredSent share, String prefix, String inside, boolean byToken) {}

    private Optional<Opened> open(String credentials, String path) {
        var own = manner.bent(AccessOpens.class);
        return own.isPresent() ? open(own.get(), credentials, path) : openUsually(credentials, path);
    }

    /** As the vendor lets it be opened. */
    private Optional<Opened> open(AccessOpens own, String credentials, String path) {
        var shown = Presented.of(credentials, own.schemes().isPresent());
        if (shown.isEmpty()) return Optional.empty();
        var value = shown.get().value();
        var token = shown.get().scheme().equals("bearer") ? byToken(value, path) : Optional.<Opened>empty();
        if (token.isPresent()) return token;
        var share = shown.get().secret().flatMap(shares::bySecret);
        var scheme = shown.get().scheme();
        if (own.ways().contains(scheme + "-inside")) return share.map(s -> new Opened(s, mount(), path, false));
        if (own.ways().contains(scheme + "-mount") && path.replace("/", "").isEmpty())
            return share.map(s -> new Opened(s, mount(), "", false));
        var withId = own.ways().contains(scheme + "-id")
                ? share.flatMap(s -> byId(s, path, false))
                : Optional.<Opened>empty();
        return withId.or(() -> own.ways().contains(scheme)
                ? share.map(s -> new Opened(s, mount(), withoutId(s, path), false))
                : Optional.empty());
    }

    /** Of a secret that opens without the id in the path, the id may stand there all the same. */
    private static String withoutId(StoredSent share, String path) {
        var own = "/" + share.id();
        return path.equals(own) || path.startsWith(own + "/") ? path.substring(own.length()) : path;
    }

    /** Whoever knows the address has the secret, which is part of it. */
    private Optional<Opened> byAddress(String path) {
        if (manner.bent(AccessOpens.class)
                .filter(q -> q.ways().contains("address"))
                .isEmpty()) return Optional.empty();
        var end = path.indexOf('/', 1);
        var secret = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        return shares.bySecret(secret)
                .map(s -> new Opened(s, mount() + "/" + secret, path.substring(secret.length() + 1), false));
    }

    private Optional<Opened> openUsually(String credentials, String path) {
        var space = credentials.indexOf(' ');
        if (space < 0) return Optional.empty();
        var scheme = credentials.substring(0, space);
        var value = credentials.substring(space + 1).strip();
        if (scheme.equalsIgnoreCase("Bearer"))
            return shares.bySecret(value).flatMap(s -> byId(s, path, false)).or(() -> byToken(value, path));
        if (!scheme.equalsIgnoreCase("Basic")) return Optional.empty();
        var share = user(value).flatMap(shares::bySecret);
        return share.flatMap(s -> byId(s, path, false)).or(() -> share.map(s -> new Opened(s, mount(), path, false)));
    }

    /** A token is one of the share in the path, or it opens nothing. */
    private Optional<Opened> byToken(String token, String path) {
        if (shares.tokensStand()) return asGiven(token, path);
        var end = path.indexOf('/', 1);
        var id = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        return shares.get(id).filter(s -> tokens.opens(s.id(), token)).flatMap(s -> byId(s, path, true));
    }

    /** A token that says itself what it opens: it may be shown where shares are mounted, too. */
    private Optional<Opened> asGiven(String token, String path) {
        var share = shares.asGiven(token);
        if (path.replace("/", "").isEmpty()) return share.map(s -> new Opened(s, mount(), "", true));
        var bare = manner.bent(AccessDescribes.class)
                .flatMap(AccessDescribes::tokens)
                .isPresent();
        return share.flatMap(s ->
                byId(s, path, true).map(o -> bare ? new Opened(s, "/" + s.id(), o.inside(), true) : o));
    }

    private Optional<Opened> byId(StoredSent share, String path, boolean byToken) {
        var own = "/" + share.id();
        var mine = path.equals(own) || path.startsWith(own + "/");
        return mine
                ? Optional.of(new Opened(share, mount() + own, path.substring(own.length()), byToken))
                : Optional.empty();
    }

    private String mount() {
        return manner.paths().mount();
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

    private WireReply serve(Opened opened, WireRequest request, Supplier<Facts> facts) {
        var share = opened.share();
        witness.decided("access", "opened", "share " + share.id() + " with " + share.effective());
        if (shares.emptied(share) || share.beside().elsewhere().isPresent()) return WireReply.empty(404);
        var scope = scope(opened, request);
        var describes = manner.bent(AccessDescribes.class).filter(own -> describes(own, request.method()));
        return describes.isPresent()
                ? dav.describe(asWritten(scope, opened), request, inside(opened), describes.get(), facts.get())
                : dav.answer(
                        scope,
                        unconditional(gets(request) ? WireRequest.get(request.target(), request.headers()) : request),
                        inside(opened));
    }

    /** A name behind the address of a single file, which is that file, stays in what is told of it. */
    private DavScope asWritten(DavScope scope, Opened opened) {
        return inside(opened).isEmpty()
                ? scope.at(opened.prefix() + opened.inside().replaceAll("/+$", ""))
                : scope;
    }

    private static boolean describes(AccessDescribes own, String method) {
        return method.equals("PROPFIND")
                || method.equals("PROPPATCH") && own.patched().isPresent();
    }

    /** Some products look at conditions only where something is to be changed. */
    private WireRequest unconditional(WireRequest request) {
        if (!List.of("GET", "HEAD").contains(request.method())
                || manner.bent(AccessConditions.class).isEmpty()) return request;
        var headers = request.headers();
        for (var name : CONDITIONS) headers = headers.without(name);
        return request.withHeaders(headers);
    }

    private boolean gets(WireRequest request) {
        return manner.bent(AccessOpens.class)
                .filter(q -> q.gets().contains(request.method()))
                .isPresent();
    }

    private DavScope scope(Opened opened, WireRequest request) {
        var share = opened.share();
        return new DavScope(
                share.user(),
                share.path(),
                share.effective(),
                opened.prefix(),
                asked(request),
                manner.bent(AccessDeletes.class)
                        .filter(q -> q.what().equals("root") || share.resourceType() == ResourceType.FOLDER)
                        .isPresent(),
                manner.bent(AccessProperties.class),
                () -> facts(new Asked(request, Optional.of(opened))));
    }

    /** Some products take one name, or any path, behind the address of a single file for that file. */
    private String inside(Opened opened) {
        var names = manner.bent(AccessOpens.class).flatMap(AccessOpens::names);
        if (names.isEmpty() || opened.share().resourceType() != ResourceType.FILE) return opened.inside();
        var one = opened.inside().replaceAll("^/+|/+$", "");
        return names.get().equals("one") && one.contains("/") ? opened.inside() : "";
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

    private WireAnswer refused(Refusal refusal, Supplier<Facts> facts) {
        witness.decided("access", "refused by " + refusal.check(), refusal.why());
        var otherwise = refusal.status() == 401 ? unauthorized() : WireReply.text(refusal.status(), otherwise(refusal));
        return checks.refused(refusal, facts, otherwise);
    }

    private static String otherwise(Refusal refusal) {
        return refusal.status() == 403 ? "the share was declined" : refusal.why();
    }

    private static Optional<Refusal> unauthorized(String check, String why) {
        return Optional.of(Refusal.of(check, 401, "UNAUTHORIZED", why));
    }

    private static WireReply unauthorized() {
        var challenge =
                Headers.of("WWW-Authenticate", "Bearer realm=\"ocm\"", "WWW-Authenticate", "Basic realm=\"ocm\"");
        return WireReply.of(401, challenge, Body.NONE);
    }
}
