package org.meshbed.nodes.vendor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.dialect.Dialect;

/**
 * What a profile says beside what the product does differently.
 *
 * @param parent the profile it extends
 * @param dialects for families of messages that speak another one: {@code share}, {@code share.send}
 * @param unknown what the evidence does not answer
 * @param federated what its operator has to do before it federates at all
 * @param differences from recordings that are known to remain
 */
public record Ground(
        Optional<String> parent,
        Map<String, Dialect> dialects,
        List<Unknown> unknown,
        List<Need> federated,
        List<Difference> differences) {
    public static final Ground NONE =
            new Ground(Optional.empty(), new LinkedHashMap<>(), List.of(), List.of(), List.of());

    public Ground {
        dialects = Collections.unmodifiableMap(new LinkedHashMap<>(dialects));
        unknown = List.copyOf(unknown);
        federated = List.copyOf(federated);
        differences = List.copyOf(differences);
    }

    /**
     * A question of the model that the evidence does not answer: the node does as the dialect there, and says so.
     *
     * @param quirk name of the quirk type that would answer it
     */
    public record Unknown(String quirk, String why) {}

    /** Something that an operator has to do before the product federates. */
    public record Need(What what, Map<String, String> settings, Evidence evidence) {
        /** The kinds of it. */
        public enum What {
            /** OCM has to be switched on. */
            OCM,
            /** Every peer has to be on the list of servers. */
            SERVER_LIST,
            /** The authority of the peers' certificates has to be trusted. */
            AUTHORITY,
            /** Addresses of a private network have to be allowed. */
            ADDRESSES,
            /** Settings of the profile have to be switched. */
            SETTINGS
        }

        public Need {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }
    }

    /**
     * A difference from a recording that is known to remain.
     *
     * @param in folder and flow
     */
    public record Difference(String in, String step, String why) {}
}
