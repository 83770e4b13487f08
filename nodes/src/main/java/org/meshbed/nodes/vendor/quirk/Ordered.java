package org.meshbed.nodes.vendor.quirk;

import java.util.List;

/** A quirk that says which checks look at a received message, and in which order. */
public sealed interface Ordered extends Quirk
        permits ShareQuirk.ShareReceiveChecks,
                NotificationQuirk.NotificationReceiveChecks,
                InviteQuirk.InviteReceiveChecks,
                TokenQuirk.TokenReceiveChecks,
                AccessQuirk.AccessReceiveChecks,
                LegacyQuirk.LegacyReceiveChecks,
                DiscoveryQuirk.DiscoveryReceiveChecks {
    List<Check> order();
}
