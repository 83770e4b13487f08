package org.meshbed.nodes.vendor.quirk;

import java.util.LinkedHashMap;
import java.util.Map;

/** A quirk that says what is answered when a check objects; {@link CheckNames#ACCEPTED} is the success. */
public sealed interface Answered extends Quirk, Merging
        permits ShareQuirk.ShareReceiveAnswers,
                NotificationQuirk.NotificationReceiveAnswers,
                InviteQuirk.InviteReceiveAnswers,
                TokenQuirk.TokenReceiveAnswers,
                AccessQuirk.AccessReceiveAnswers,
                LegacyQuirk.LegacyReceiveAnswers,
                DiscoveryQuirk.DiscoveryReceiveAnswers {
    Map<String, Answer> answers();

    /** The same with other answers. */
    Answered with(Map<String, Answer> answers);

    @Override
    default Quirk over(Quirk below) {
        var all = new LinkedHashMap<>(((Answered) below).answers());
        all.putAll(answers());
        return with(all);
    }
}
