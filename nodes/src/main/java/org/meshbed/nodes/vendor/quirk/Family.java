package org.meshbed.nodes.vendor.quirk;

import java.util.List;
import java.util.Locale;

/** The families of messages that a node takes: each has a list of checks, and answers of its own. */
public enum Family {
    SHARE(CheckNames.SHARE, ShareQuirk.ShareReceiveChecks.class, ShareQuirk.ShareReceiveAnswers.class),
    NOTIFICATION(
            CheckNames.NOTIFICATION,
            NotificationQuirk.NotificationReceiveChecks.class,
            NotificationQuirk.NotificationReceiveAnswers.class),
    INVITE(CheckNames.INVITE, InviteQuirk.InviteReceiveChecks.class, InviteQuirk.InviteReceiveAnswers.class),
    TOKEN(CheckNames.TOKEN, TokenQuirk.TokenReceiveChecks.class, TokenQuirk.TokenReceiveAnswers.class),
    ACCESS(CheckNames.ACCESS, AccessQuirk.AccessReceiveChecks.class, AccessQuirk.AccessReceiveAnswers.class),
    DISCOVERY(
            CheckNames.DISCOVERY,
            DiscoveryQuirk.DiscoveryReceiveChecks.class,
            DiscoveryQuirk.DiscoveryReceiveAnswers.class),
    /** The calls of before OCM. */
    LEGACY(CheckNames.SHARE, LegacyQuirk.LegacyReceiveChecks.class, LegacyQuirk.LegacyReceiveAnswers.class);

    private final List<String> checks;
    private final Class<? extends Ordered> order;
    private final Class<? extends Answered> answers;

    Family(List<String> checks, Class<? extends Ordered> order, Class<? extends Answered> answers) {
        this.checks = checks;
        this.order = order;
        this.answers = answers;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The names of the checks that this software has for the family. */
    public List<String> checks() {
        return checks;
    }

    /** Those of them whose place a profile can change. */
    public List<String> movable() {
        return checks.stream()
                .filter(c -> !CheckNames.FIXED.contains(word() + " " + c))
                .toList();
    }

    /** Those that look where the profile says nothing. */
    public List<String> usual() {
        return movable().stream().filter(c -> !CheckNames.OPTIONAL.contains(c)).toList();
    }

    /** The quirk type that says in which order they look. */
    public Class<? extends Ordered> order() {
        return order;
    }

    /** The quirk type that says what is answered when one of them objects. */
    public Class<? extends Answered> answers() {
        return answers;
    }
}
