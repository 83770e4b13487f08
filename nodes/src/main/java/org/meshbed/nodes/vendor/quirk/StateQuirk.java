package org.meshbed.nodes.vendor.quirk;

import java.util.List;

/** What it keeps, and what it loses. */
public sealed interface StateQuirk extends Quirk {
    /** What is gone after a restart: it lives in memory only. */
    @QuirkName("state.forgets")
    record StateForgets(
            @Words(
                    value = {
                        "received-shares",
                        "sent-shares",
                        "contacts",
                        "invites",
                        "access-tokens",
                        "notifications",
                        "keys",
                        "server-list"
                    },
                    what = "kind of state")
            List<String> kinds)
            implements StateQuirk {
        public StateForgets {
            kinds = List.copyOf(kinds);
        }
    }
}
