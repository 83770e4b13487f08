package org.meshbed.scenarios.conform;

import java.util.List;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.simulator.oracle.Coverage;
import org.meshbed.simulator.oracle.Rule;
import org.meshbed.simulator.oracle.Version;

/** Finds words for why a rule was not tested. */
final class Untested {
    /** Rules that only servers which sign, or verify, can break, beside those of the area itself. */
    private static final List<String> SIGNING = List.of(
            "OCM-INV-15",
            "OCM-INV-16",
            "OCM-INV-17",
            "OCM-SHARE-06",
            "OCM-NOTIF-06",
            "OCM-NOTIF-10",
            "OCM-SEC-01",
            "OCM-DEF-13");

    private static final List<String> REMOVING = List.of("OCM-IANA-11");

    private final MessageView document;
    private final Version version;
    private final boolean driven;

    Untested(MessageView document, Version version, boolean driven) {
        this.document = document;
        this.version = version;
        this.driven = driven;
    }

    String reason(Rule rule) {
        if (!rule.holdsIn(version))
            return "is a rule of " + rule.versions() + ", and the server speaks " + version.word();
        if (!rule.waits().isEmpty()) return rule.waits();
        if (!Coverage.implemented().contains(rule.id())) return "there is no check of it";
        var lacks = lacks(rule);
        if (!lacks.isEmpty()) return lacks;
        if (!driven && rule.how() == Rule.How.OBSERVED)
            return "shows only in what the server sends: --driver http or --interactive";
        return "no probe asks for it";
    }

    /** What the server does not have, or does of itself alone, by the part of the specification. */
    private String lacks(Rule rule) {
        var signs = can("http-sig");
        return switch (rule.area()) {
            case "SIG" -> signs ? "" : "it does not say that it signs";
            case "TOKEN" -> can("exchange-token") ? "" : "it does not advertise exchange-token";
            case "MLS" -> "federated groups cannot be driven";
            case "DIR" -> "is a rule for directories, and this is a server";
            case "EMB" -> "shows only where embedded resources are shared, which no driver does";
            case "REMOVE" -> "shows only where an account or a group is removed, which no driver does";
            default -> {
                if (!signs && SIGNING.contains(rule.id())) yield "it does not say that it signs";
                yield REMOVING.contains(rule.id())
                        ? "shows only where an account or a group is removed, which no driver does"
                        : "";
            }
        };
    }

    private boolean can(String capability) {
        return DocumentProbes.lists(document, "capabilities", capability);
    }
}
