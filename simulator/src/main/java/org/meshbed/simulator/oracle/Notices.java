package org.meshbed.simulator.oracle;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What rules ask of notifications, whatever the version. */
final class Notices {
    /** Those about one share that both servers know. */
    static final List<String> ABOUT_SHARES =
            List.of("SHARE_ACCEPTED", "SHARE_DECLINED", "SHARE_UNSHARED", "SHARE_CHANGE_PERMISSION");

    private static final List<String> REQUESTS = List.of("REQUEST_RESHARE", "REQUEST_SHARE");
    private static final List<String> REMOVALS = List.of("USER_REMOVED", "GROUP_REMOVED");

    private Notices() {}

    /** The id of the share it is about, from wherever its version puts it; empty where there is none. */
    static String shareId(JsonNode message) {
        var nested = Texts.of(message.path("notification").path("file").path("providerId"));
        return nested.isEmpty() ? Texts.of(message.path("providerId")) : nested;
    }

    static String type(Seen x) {
        return x.text("notificationType");
    }

    static boolean aboutShare(Seen x) {
        return ABOUT_SHARES.contains(type(x));
    }

    static boolean removes(Seen x) {
        return REMOVALS.contains(type(x));
    }

    /** Those of the registry of 1.5, and those of companion drafts. */
    static boolean registered(String type) {
        return ABOUT_SHARES.contains(type)
                || REQUESTS.contains(type)
                || REMOVALS.contains(type)
                || type.startsWith("MLS_");
    }

    /** The share it names, as it was announced between the two servers. */
    static Optional<Announced> share(Seen x) {
        var id = shareId(x.message());
        return id.isEmpty() ? Optional.empty() : x.known().between(x.caller(), x.callee(), id);
    }
}
