package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.meshbed.nodes.protocol.WireRequest;

/** How a receiving server gets at what was shared, and how the sending server lets it. */
final class AccessChecks {
    /** The root of a listing is a folder: the first answer of a multistatus speaks of a collection. */
    private static final Pattern FOLDER_FIRST =
            Pattern.compile("^(?:(?!</(?:[A-Za-z]+:)?response>).)*<(?:[A-Za-z]+:)?collection\\s*/?>", Pattern.DOTALL);

    private AccessChecks() {}

    static List<Check> all() {
        return List.of(
                caller(
                        Kind.ACCESS,
                        "OCM-ACC-02",
                        "the server of the sender",
                        share((x, s) -> unless(
                                Paths.absolute(s.uri()) || x.authority().equals(s.host()),
                                () -> "asked " + x.authority() + " for a share of " + s.host()))),
                caller(
                        Kind.ACCESS,
                        "OCM-ACC-03",
                        "a look at the discovery document of the sender's server before",
                        share((x, s) -> unless(
                                x.known().lookups(x.caller(), s.host()).found() > 0
                                        || !x.caller().ours(),
                                "no such look"))),
                caller(
                        Kind.ACCESS,
                        "OCM-ACC-04",
                        "the secret of the member webdav",
                        share((x, s) -> unless(
                                s.old()
                                        || credential(x).isEmpty()
                                        || credential(x).equals(s.secret())
                                        || !x.known().isSecret(credential(x)),
                                "the secret of another member"))),
                caller(
                        Kind.ACCESS,
                        "OCM-ACC-05 OCM-ACC-07 OCM-SHARE-61 OCM-TOKEN-13",
                        "only the token that was exchanged for it",
                        share((x, s) -> unless(
                                !s.demandsExchange() || !credential(x).equals(s.secret()), "the secret itself"))),
                caller(
                        Kind.ACCESS,
                        "OCM-ACC-06",
                        "an exchange of the secret before",
                        share((x, s) -> unless(!s.demandsExchange() || x.known().exchanged(s.code()), "no exchange"))),
                caller(
                        Kind.ACCESS,
                        "OCM-LEG-06",
                        "the code exchanged",
                        share((x, s) -> unless(
                                !s.message().has("code")
                                        || !credential(x).equals(s.secret())
                                        || x.known()
                                                .exchanged(Texts.of(s.message().path("code"))),
                                "the secret, though there is a code"))),
                caller(
                        Kind.ACCESS,
                        "OCM-ACC-11 OCM-ACC-12",
                        "the uri of the share",
                        share((x, s) -> unless(
                                !Paths.absolute(s.uri())
                                        || x.authority().equals(Paths.authority(s.uri()))
                                                && Paths.isAtOrBelow(x.path(), Paths.ofUrl(s.uri())),
                                () -> "asked for " + Texts.quoted(place(x))))),
                caller(
                        Kind.ACCESS,
                        "OCM-ACC-13 OCM-SHARE-54 OCM-DISC-20",
                        "the sender's webdav path and the uri",
                        share((x, s) -> relative(x, s))),
                caller(
                        Kind.ACCESS,
                        "OCM-ACC-14 OCM-LEG-10",
                        "Authorization: Bearer",
                        share((x, s) -> unless(
                                s.old()
                                        || lines(x).stream()
                                                .anyMatch(line -> line.toLowerCase(Locale.ROOT)
                                                        .startsWith("bearer ")),
                                () -> scheme(x)))),
                caller(
                        Kind.ACCESS,
                        "OCM-ACC-15 OCM-ACC-16 OCM-LEG-21",
                        "Basic with the secret as user and no password",
                        share((x, s) -> unless(
                                !s.old() || lines(x).stream().anyMatch(line -> line.equals(basic(s.secret()))),
                                () -> scheme(x)))),
                caller(
                        Kind.ACCESS,
                        "OCM-ACC-31",
                        "the path of a member appended",
                        share((x, s) ->
                                unless(!s.folder() || x.request().query().isEmpty(), "a query"))),
                callee(
                        Kind.ACCESS,
                        "OCM-ACC-32 OCM-SHARE-56",
                        "to answer for the members of a folder",
                        share((x, s) -> unless(
                                !s.folder()
                                        || !x.request().query().isEmpty()
                                        || !List.of("GET", "PROPFIND")
                                                .contains(x.request().method())
                                        || !List.of(404, 405, 501).contains(x.status())
                                        || s.secret().isEmpty()
                                        || !credential(x).equals(s.secret())
                                        || !x.known().stillListed(x.authority() + x.path()),
                                () -> "status " + x.status() + " for what it listed"))),
                callee(
                        Kind.ACCESS,
                        "OCM-DEF-20",
                        "no access to a share that is gone",
                        share((x, s) -> unless(
                                !x.successful()
                                        || !opens(x, s)
                                        || x.known()
                                                .ended(s)
                                                .filter(at -> at < x.number())
                                                .isEmpty(),
                                () -> "status " + x.status()))),
                callee(
                        Kind.ACCESS,
                        "OCM-SHARE-09",
                        "no access by the secret where tokens are demanded",
                        share((x, s) -> unless(
                                !x.successful()
                                        || !s.demandsExchange()
                                        || !credential(x).equals(s.secret()),
                                () -> "status " + x.status()))),
                callee(
                        Kind.ACCESS,
                        "OCM-SHARE-35",
                        "the resource type folder",
                        share((x, s) -> unless(
                                s.folder()
                                        || !isRoot(x, s)
                                        || !x.request().method().equals("PROPFIND")
                                        || x.status() != 207
                                        || !FOLDER_FIRST
                                                .matcher(Reading.text(
                                                        x.reply().orElseThrow().body()))
                                                .find(),
                                () -> "a folder that was announced as "
                                        + Texts.of(s.message().path("resourceType"))))));
    }

    private static Function<Seen, String> share(BiFunction<Seen, Announced, String> look) {
        return x -> x.share().map(share -> look.apply(x, share)).orElse(FINE);
    }

    /** The share whose secret opens it, or whose uri is in its path. */
    static Optional<Announced> shareOf(Seen x) {
        var credential = credential(x);
        var found = credential.isEmpty()
                ? Optional.<Announced>empty()
                : x.known()
                        .bySecret(credential)
                        .or(() -> x.known()
                                .tokens()
                                .find(credential)
                                .flatMap(token -> x.known().bySecret(token.secret())));
        return found.or(() -> x.known().byPath(x.authority(), x.path()))
                .filter(share -> share.callee().equals(x.caller().name()));
    }

    /** Whether what was presented is the secret of the share, or a token that was exchanged for it. */
    private static boolean opens(Seen x, Announced share) {
        var credential = credential(x);
        return credential.equals(share.secret())
                || x.known()
                        .tokens()
                        .find(credential)
                        .filter(token -> token.secret().equals(share.code()))
                        .isPresent();
    }

    private static List<String> lines(Seen x) {
        return x.request().headers().all("Authorization");
    }

    /** What was presented: a bearer token, or the user of Basic; empty where there is nothing. */
    static String credential(Seen x) {
        return credential(x.request());
    }

    static String credential(WireRequest request) {
        for (var line : request.headers().all("Authorization")) {
            if (line.regionMatches(true, 0, "Bearer ", 0, 7))
                return line.substring(7).strip();
            if (line.regionMatches(true, 0, "Basic ", 0, 6))
                return user(line.substring(6).strip());
        }
        return "";
    }

    private static String user(String encoded) {
        try {
            var plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            var colon = plain.indexOf(':');
            return colon < 0 ? plain : plain.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String basic(String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((secret + ":").getBytes(StandardCharsets.UTF_8));
    }

    private static String scheme(Seen x) {
        return lines(x).isEmpty()
                ? "no Authorization"
                : "Authorization: " + lines(x).getFirst().split(" ", 2)[0];
    }

    private static String place(Seen x) {
        return x.authority() + x.path();
    }

    private static String relative(Seen x, Announced share) {
        if (Paths.absolute(share.uri()) || share.uri().isEmpty()) return FINE;
        var document = x.known().documentAt(share.host());
        if (document.isMissingNode()) return FINE;
        // a first entry without a path leaves the receiver to guess
        if (Texts.of(document.path("resourceTypes").path(0).path("protocols").path("webdav"))
                .isEmpty()) return FINE;
        for (var type : document.path("resourceTypes")) {
            var prefix = Texts.of(type.path("protocols").path("webdav"));
            if (!prefix.isEmpty() && Paths.isAtOrBelow(x.path(), Paths.bare(prefix + "/" + share.uri()))) return FINE;
        }
        return "asked for " + Texts.quoted(x.path());
    }

    private static boolean isRoot(Seen x, Announced share) {
        var uri = share.uri();
        return !uri.isEmpty()
                && (Paths.absolute(uri)
                        ? x.path().equals(Paths.ofUrl(uri))
                        : x.path().endsWith("/" + uri));
    }
}
