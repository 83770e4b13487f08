package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.unless;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.meshbed.nodes.identity.Scheme;
import tools.jackson.databind.JsonNode;

/** What a directory of a federation says (Appendix C). */
final class DirectoryChecks {
    private DirectoryChecks() {}

    static List<Check> all() {
        return List.of(
                payload("OCM-DIR-02", "a JSON object", list -> unless(list.isObject(), "no object")),
                payload(
                        "OCM-DIR-02 OCM-DIR-03",
                        "federation, a text",
                        list -> unless(
                                !list.isObject() || list.path("federation").isString(), "no such text")),
                payload(
                        "OCM-DIR-02 OCM-DIR-04",
                        "servers, a list",
                        list -> unless(!list.isObject() || list.path("servers").isArray(), "no such list")),
                server(
                        "OCM-DIR-02 OCM-DIR-05",
                        "an absolute url",
                        server -> server.path("url").isString() && uri(server).isPresent()),
                url("OCM-DIR-02 OCM-DIR-06", "a scheme", uri -> uri.getScheme() != null),
                url("OCM-DIR-02 OCM-DIR-07", "a host", uri -> uri.getScheme() == null || uri.getHost() != null),
                url(
                        "OCM-DIR-02 OCM-DIR-09",
                        "no path",
                        uri -> uri.getScheme() == null
                                || uri.getRawPath() == null
                                || uri.getRawPath().isEmpty()
                                || uri.getRawPath().equals("/")),
                url(
                        "OCM-DIR-02 OCM-DIR-10",
                        "neither user nor query nor fragment",
                        uri -> uri.getRawUserInfo() == null
                                && uri.getRawQuery() == null
                                && uri.getRawFragment() == null),
                server(
                        "OCM-DIR-02 OCM-DIR-11",
                        "displayName",
                        server -> server.path("displayName").isString()),
                callee(
                        Kind.OTHER,
                        "OCM-DEF-22",
                        "a JWS, by HTTPS",
                        x -> Directory.in(x)
                                .map(found -> unless(
                                        found.signed() && x.to().scheme() == Scheme.HTTPS,
                                        () -> found.signed() ? "plain HTTP" : "no JWS"))
                                .orElse(FINE)));
    }

    private static Check payload(String rules, String asked, Function<JsonNode, String> look) {
        return callee(
                Kind.OTHER,
                rules,
                asked,
                x -> Directory.in(x).map(found -> look.apply(found.payload())).orElse(FINE));
    }

    private static Check server(String rules, String asked, Predicate<JsonNode> right) {
        return payload(rules, asked, list -> {
            for (var server : list.path("servers")) if (!right.test(server)) return "a server without it";
            return FINE;
        });
    }

    private static Check url(String rules, String asked, Predicate<URI> right) {
        return server(rules, asked, server -> uri(server).map(right::test).orElse(true));
    }

    private static java.util.Optional<URI> uri(JsonNode server) {
        try {
            var url = Texts.of(server.path("url"));
            return url.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(new URI(url));
        } catch (URISyntaxException e) {
            return java.util.Optional.empty();
        }
    }
}
