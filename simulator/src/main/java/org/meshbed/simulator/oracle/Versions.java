package org.meshbed.simulator.oracle;

import java.util.Optional;
import org.meshbed.nodes.identity.Origin;
import tools.jackson.databind.JsonNode;

/** Which version two servers speak with each other. */
final class Versions {
    private Versions() {}

    /** A discovery document is judged by its own version, everything else by the older one of the two sides. */
    static Version of(Kind kind, Side caller, Side callee, Origin to, JsonNode answer, Known known) {
        var called = callee.speaks().or(() -> announced(known.documentServing(Texts.hostPort(to.authority()))));
        if (kind == Kind.DISCOVERY) return called.or(() -> announced(answer)).orElse(Version.V1_5);
        var calling = caller.speaks().or(() -> announced(known.documentOf(caller)));
        var theirs = called.or(() -> calling).orElse(Version.V1_5);
        return calling.map(version -> Version.older(version, theirs)).orElse(theirs);
    }

    static Optional<Version> announced(JsonNode document) {
        return Version.announced(Texts.of(document.path("apiVersion")));
    }
}
