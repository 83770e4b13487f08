package org.meshbed.nodes.vendor.quirk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What it keeps, and what it loses. */
public sealed interface StateQuirk extends Quirk {
    /**
     * In which forms it makes ids, secrets and tokens: {@code uuid-4}, {@code uuid-7}, {@code hex-32} and
     * {@code base64url-32}, of so many bytes; {@code letters-15}, so many letters and digits; {@code letters-32}, so many
     * letters; {@code number}, one more each time.
     *
     * @param shareId of the shares it sends
     */
    @QuirkName("state.makes")
    record StateMakes(
            @Words(
                    value = {"uuid-4", "uuid-7", "hex-32", "base64url-32", "letters-15", "letters-32", "number"},
                    what = "form")
            Optional<String> shareId,

            @Words(
                    value = {"uuid-4", "uuid-7", "hex-32", "base64url-32", "letters-15", "letters-32", "number"},
                    what = "form")
            Optional<String> sharedSecret,

            @Words(
                    value = {"uuid-4", "uuid-7", "hex-32", "base64url-32", "letters-15", "letters-32", "number"},
                    what = "form")
            Optional<String> inviteToken,

            @Words(
                    value = {"uuid-4", "uuid-7", "hex-32", "base64url-32", "letters-15", "letters-32", "number"},
                    what = "form")
            Optional<String> accessToken)
            implements StateQuirk {
        /** By what they are for. */
        public Map<String, String> forms() {
            var forms = new LinkedHashMap<String, String>();
            shareId.ifPresent(form -> forms.put("share-id", form));
            sharedSecret.ifPresent(form -> forms.put("shared-secret", form));
            inviteToken.ifPresent(form -> forms.put("invite-token", form));
            accessToken.ifPresent(form -> forms.put("access-token", form));
            return forms;
        }
    }

    /** What is gone after a restart: it lives in memory only. Of {@code people-ids}, the people are there, and have others. */
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
                        "server-list",
                        "people-ids"
                    },
                    what = "kind of state")
            List<String> kinds)
            implements StateQuirk {
        public StateForgets {
            kinds = List.copyOf(kinds);
        }
    }
}
