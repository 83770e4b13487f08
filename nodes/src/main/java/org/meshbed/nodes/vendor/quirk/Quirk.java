package org.meshbed.nodes.vendor.quirk;

import java.util.ArrayList;
import java.util.List;

/**
 * The closed list of places where a vendor may deviate from its dialect. A quirk is plain data: it can be printed,
 * compared, edited and switched off alone; the place that bends asks for it by type and falls back to the dialect.
 */
public sealed interface Quirk
        permits ApiQuirk,
                DiscoveryQuirk,
                MessageQuirk,
                ShareQuirk,
                NotificationQuirk,
                InviteQuirk,
                TokenQuirk,
                AccessQuirk,
                SendQuirk,
                TrustQuirk,
                DialectQuirk,
                SignatureQuirk,
                PartyQuirk,
                StateQuirk,
                LegacyQuirk,
                Ordered,
                Answered,
                Shaped {

    ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            var name = type.getAnnotation(QuirkName.class);
            if (name == null) throw new IllegalStateException(type + " has no @QuirkName");
            return name.value();
        }
    };

    /** Its name in profiles, for example {@code share.receive.checks}. */
    static String name(Class<? extends Quirk> type) {
        return NAMES.get(type);
    }

    default String name() {
        return name(getClass());
    }

    /** All quirk types, in the order of their declaration. */
    static List<Class<? extends Quirk>> types() {
        var types = new ArrayList<Class<? extends Quirk>>();
        collect(Quirk.class, types);
        return types;
    }

    private static void collect(Class<? extends Quirk> type, List<Class<? extends Quirk>> types) {
        if (type.isRecord() && !types.contains(type)) types.add(type);
        var below = type.getPermittedSubclasses();
        if (below != null) for (var one : below) collect(one.asSubclass(Quirk.class), types);
    }
}
