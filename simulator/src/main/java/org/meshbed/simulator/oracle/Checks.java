package org.meshbed.simulator.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All checks there are, by the kind of exchange they look at. */
final class Checks {
    private static final Map<Kind, List<Check>> BY_KIND = byKind();

    private Checks() {}

    static List<Check> of(Kind kind) {
        return BY_KIND.getOrDefault(kind, List.of());
    }

    /** The ids of the rules that some check holds against exchanges. */
    static Set<String> rules() {
        var ids = new TreeSet<String>();
        BY_KIND.values().forEach(list -> list.forEach(check -> check.rules().forEach(rule -> ids.add(rule.id()))));
        return ids;
    }

    private static Map<Kind, List<Check>> byKind() {
        var all = new ArrayList<Check>();
        all.addAll(DiscoveryChecks.all());
        all.addAll(AnnouncingChecks.all());
        all.addAll(OfferChecks.all());
        all.addAll(ReceivingChecks.all());
        all.addAll(NoticeChecks.all());
        all.addAll(InviteChecks.all());
        all.addAll(AccessChecks.all());
        all.addAll(TrustChecks.all());
        all.addAll(SigningChecks.all());
        all.addAll(VerifyingChecks.all());
        all.addAll(EmbeddedChecks.all());
        all.addAll(GroupChecks.all());
        all.addAll(DirectoryChecks.all());
        all.addAll(LimitChecks.all());
        all.addAll(ReshareChecks.all());
        all.addAll(OlderChecks.all());
        all.addAll(TokenChecks.all());
        all.addAll(SealChecks.all());
        var byKind = new EnumMap<Kind, List<Check>>(Kind.class);
        for (var check : all)
            byKind.computeIfAbsent(check.kind(), _ -> new ArrayList<>()).add(check);
        return byKind;
    }
}
