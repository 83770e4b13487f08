package org.meshbed.nodes.notification;

import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.NotificationQuirk.NotificationEffects;

/** What news does to shares, where the vendor has its own way. */
record Effects(Manner manner) {
    boolean are(Notice.Type type, String effect) {
        return manner.bent(NotificationEffects.class)
                .filter(q -> effect.equals(q.effects().get(type.name())))
                .isPresent();
    }
}
