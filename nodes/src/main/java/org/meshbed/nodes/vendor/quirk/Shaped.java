package org.meshbed.nodes.vendor.quirk;

import java.util.ArrayList;
import java.util.List;

/** A quirk that makes a document of that of the dialect; of several declarations all shapes are applied, in order. */
public sealed interface Shaped extends Quirk, Merging
        permits DiscoveryQuirk.DiscoveryDocument,
                MessageQuirk.MessageSendShare,
                MessageQuirk.MessageSendNotification,
                MessageQuirk.MessageSendLegacyShare,
                MessageQuirk.MessageSendInvite,
                MessageQuirk.MessageSendToken {
    List<Shape> shapes();

    /** The same with other shapes. */
    Shaped with(List<Shape> shapes);

    @Override
    default Quirk over(Quirk below) {
        var all = new ArrayList<>(((Shaped) below).shapes());
        all.addAll(shapes());
        return with(all);
    }
}
