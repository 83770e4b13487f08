package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.List;

/** Federated groups, as far as they can be seen without reading their own messages. */
final class GroupChecks {
    private static final String SCHEME = "ocm-mls-1";
    private static final List<String> CIPHERS = List.of("AES-128-GCM", "AES-256-GCM", "CHACHA20-POLY1305");

    private GroupChecks() {}

    static List<Check> all() {
        return List.of(
                caller(
                        Kind.NOTIFICATION,
                        "OCM-MLS-11",
                        "data in notification, and no providerId",
                        x -> unless(
                                !Notices.type(x).startsWith("MLS_")
                                        || !x.message().path("notification").isEmpty()
                                                && !x.message().has("providerId")
                                                && Notices.shareId(x.message()).isEmpty(),
                                () -> x.message().path("notification").isEmpty() ? "no data" : "a providerId")),
                caller(
                        Kind.SHARE,
                        "OCM-MLS-06",
                        "cipher, scheme " + SCHEME + " and resourceId",
                        x -> unless(
                                !x.text("shareType").equals("federation")
                                        || !x.message().has("encryption")
                                        || encrypted(x),
                                "encryption that lacks one of them")));
    }

    private static boolean encrypted(Seen x) {
        var encryption = x.message().path("encryption");
        return Texts.of(encryption.path("scheme")).equals(SCHEME)
                && CIPHERS.contains(Texts.of(encryption.path(SCHEME).path("cipher")))
                && !Texts.of(encryption.path("resourceId")).isEmpty();
    }
}
