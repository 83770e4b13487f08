package org.meshbed.simulator.columns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In which roles a server is when a quirk shows; those that show in any are not listed. */
final class Roles {
    private static final List<String> ANY =
            List.of("SS", "RS", "NS", "NR", "DS", "DD", "IS", "IR", "SIG", "VER", "DIR", "WAYF", "APP", "USER", "ALL");
    private static final Map<String, List<String>> BY_NAME = byName();

    private Roles() {}

    private static Map<String, List<String>> byName() {
        var roles = new LinkedHashMap<String, List<String>>();
        roles.put("share.receive.", List.of("RS", "VER", "DS", "ALL"));
        roles.put("share.send.", List.of("SS", "DS", "ALL"));
        roles.put("message.send.share", List.of("SS", "SIG", "ALL"));
        roles.put("message.send.notification", List.of("NS", "SS", "RS", "SIG", "ALL"));
        roles.put("message.send.invite", List.of("IR", "SIG", "ALL"));
        roles.put("message.send.token", List.of("RS", "SIG", "ALL"));
        roles.put("notification.receive.", List.of("NR", "SS", "RS", "VER", "ALL"));
        roles.put("notification.heeds", List.of("NR", "SS", "RS", "ALL"));
        roles.put("notification.", List.of("NS", "SS", "RS", "SIG", "ALL"));
        roles.put("invite.receive.", List.of("IS", "VER", "ALL"));
        roles.put("invite.tokens", List.of("IS", "ALL"));
        roles.put("invite.send.", List.of("IR", "DS", "ALL"));
        roles.put("token.receive.", List.of("SS", "VER", "ALL"));
        roles.put("access.receive.", List.of("SS", "ALL"));
        roles.put("access.replies", List.of("SS", "ALL"));
        roles.put("access.authorization", List.of("RS", "ALL"));
        roles.put("discovery.asks", List.of("DS", "ALL"));
        roles.put("discovery.looks-up", List.of("DS", "ALL"));
        roles.put("discovery.finds", List.of("DS", "SS", "RS", "ALL"));
        return roles;
    }

    static List<String> of(String quirk) {
        return BY_NAME.entrySet().stream()
                .filter(entry -> quirk.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ANY);
    }
}
