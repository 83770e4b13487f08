package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.ACCESS;
import static org.meshbed.simulator.oracle.mutant.Changes.SHARES;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Servers that go at what was shared in a wrong way, or let others do so. */
final class AccessMutants {
    private static final String AUTHORIZATION = "Authorization";
    private static final String WHOLE = Omega.DATA + "/whole";

    private AccessMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of(
                        "access: at the owner's server",
                        "ACC-02",
                        Changes.sending((usual, to, request, timeouts) -> usual.exchange(
                                of(5).test(request) ? Origin.https(ServerHost.parse("beta.example")) : to,
                                request,
                                timeouts))),
                access("with the secret of another protocol", "ACC-04", of(5), bearer("not-this-secret")),
                Mutant.of(
                        "access: by the secret that was to be exchanged",
                        "ACC-05 ACC-06 ACC-07 SHARE-61 TOKEN-13",
                        Changes.incoming(SHARES, share -> {
                            if (share.path("providerId").asText().endsWith("-share-6"))
                                Flows.webdav(share).remove("requirements");
                        })),
                access(
                        "elsewhere than at the uri",
                        "ACC-11 ACC-12",
                        below(WHOLE),
                        to("/odd/files/whole", "/odd/files/half")),
                access(
                        "below another path",
                        "ACC-13 SHARE-54 DISC-20",
                        below(Omega.DATA).and(below(WHOLE).negate()),
                        to(Omega.DATA, "/dav/files")),
                access(
                        "without a word",
                        "ACC-14",
                        of(1),
                        request -> request.withHeaders(request.headers().without(AUTHORIZATION))),
                access(
                        "by a password",
                        "ACC-14",
                        of(1),
                        request -> basic(secret(request), "").apply(request)),
                access(
                        "of an old share by a token",
                        "ACC-15 ACC-16",
                        old(),
                        request -> bearer(secret(request)).apply(request)),
                access(
                        "of an old share by a password",
                        "ACC-15 ACC-16",
                        old(),
                        request -> basic(secret(request), "word").apply(request)),
                access(
                        "of members by a query",
                        "ACC-31",
                        request -> request.path().endsWith("/a.txt"),
                        to("/a.txt", "?path=a.txt")),
                Mutant.of(
                        "members of folders are not found",
                        "ACC-32 SHARE-56",
                        Changes.reply(
                                request ->
                                        ACCESS.test(request) && request.path().endsWith("/a.txt"),
                                _ -> WireReply.text(404, "not here"))),
                Mutant.of(
                        "what was unshared is still there",
                        "DEF-20",
                        Changes.reply(
                                request -> ACCESS.test(request)
                                        && request.headers()
                                                .first(AUTHORIZATION)
                                                .isPresent(),
                                reply -> reply.successful() ? reply : WireReply.text(200, "still there"))));
    }

    private static Mutant access(
            String name, String breaks, Predicate<WireRequest> which, UnaryOperator<WireRequest> change) {
        return Mutant.of(
                "access: " + name,
                breaks,
                Changes.request(request -> ACCESS.test(request) && which.test(request), change));
    }

    private static Predicate<WireRequest> below(String path) {
        return request -> request.path().startsWith(path);
    }

    /** What a stranger announced as its n-th, whatever it calls itself. */
    private static Predicate<WireRequest> of(int share) {
        return below(Omega.DATA)
                .and(request -> request.path().replaceFirst("/$", "").endsWith("-share-" + share));
    }

    private static Predicate<WireRequest> old() {
        return request -> request.headers()
                .first(AUTHORIZATION)
                .filter(line -> line.startsWith("Basic "))
                .isPresent();
    }

    private static UnaryOperator<WireRequest> to(String from, String to) {
        return request -> Changes.target(request, target -> target.replace(from, to));
    }

    /** What the request shows, whatever way. */
    private static String secret(WireRequest request) {
        var shown = request.headers().first(AUTHORIZATION).orElse("").split(" ", 2);
        if (!shown[0].equals("Basic")) return shown[shown.length - 1];
        var plain = new String(Base64.getDecoder().decode(shown[1]), StandardCharsets.UTF_8);
        return plain.substring(0, plain.indexOf(':'));
    }

    private static UnaryOperator<WireRequest> bearer(String secret) {
        return request -> Changes.header(request, AUTHORIZATION, "Bearer " + secret);
    }

    private static UnaryOperator<WireRequest> basic(String user, String password) {
        var plain = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return request -> Changes.header(
                request, AUTHORIZATION, "Basic " + Base64.getEncoder().encodeToString(plain));
    }
}
