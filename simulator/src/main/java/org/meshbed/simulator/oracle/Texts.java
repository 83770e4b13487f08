package org.meshbed.simulator.oracle;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Small questions about members of a JSON message. */
final class Texts {
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private Texts() {}

    /** The text, empty where it is none. */
    static String of(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }

    /** The texts of an array; what is no text is left out. */
    static List<String> all(JsonNode array) {
        if (!array.isArray()) return List.of();
        return array.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }

    static boolean holds(JsonNode array, String text) {
        for (var item : array) if (item.isString() && item.stringValue().equals(text)) return true;
        return false;
    }

    /** The host of an OCM address, lower case and without the usual port; empty where it is no address. */
    static String host(String address) {
        var at = address.lastIndexOf('@');
        if (at < 1) return "";
        return hostPort(address.substring(at + 1));
    }

    /** Lower case, without the port where it is a usual one. */
    static String hostPort(String text) {
        var host = text.toLowerCase(Locale.ROOT);
        if (host.endsWith(":443")) return host.substring(0, host.length() - 4);
        return host.endsWith(":80") ? host.substring(0, host.length() - 3) : host;
    }

    /** Quoted, bounded, without control characters, to be shown in a finding. */
    static String quoted(String text) {
        var shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
        return "'" + (isPrintable(shown) ? shown : CONTROLS.matcher(shown).replaceAll("?")) + "'";
    }

    private static boolean isPrintable(String text) {
        for (var i = 0; i < text.length(); i++) if (text.charAt(i) < ' ' || text.charAt(i) > '~') return false;
        return true;
    }

    static String type(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
