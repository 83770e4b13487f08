package org.meshbed.nodes.identity;

import java.util.List;

/**
 * {@code identifier@host[:port]}, split at the last {@code @} (draft-ietf-ocm-open-cloud-mesh-07, Terms / OCM Address).
 *
 * @param identifier opaque, case-sensitive, may itself contain {@code @}; at most 255 characters, of which one at least
 *     is neither {@code @} nor blank: nothing else could name anybody
 * @param host where the party's server is discovered
 */
public record OcmAddress(String identifier, ServerHost host) {
    public static final int LONGEST_IDENTIFIER = 255;
    private static final List<String> SCHEMES = List.of("http://", "https://");
    private static final String FORM = "<identifier>@<host>[:port]; for example bob@beta.example";

    public OcmAddress {
        if (identifier.length() > LONGEST_IDENTIFIER || !names(identifier))
            throw new NotWellFormed("OCM address", identifier + "@" + host, FORM);
    }

    private static boolean names(String identifier) {
        var names = false;
        for (var at = 0; at < identifier.length(); at++) {
            var c = identifier.charAt(at);
            if (Character.isISOControl(c)) return false;
            names |= c != '@' && !Character.isWhitespace(c);
        }
        return names;
    }

    /** Reads the strict form; throws {@link NotWellFormed} for a scheme, a path, a missing part or control characters. */
    public static OcmAddress parse(String text) {
        var at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1) throw new NotWellFormed("OCM address", text, FORM);
        try {
            return new OcmAddress(text.substring(0, at), ServerHost.parse(text.substring(at + 1)));
        } catch (NotWellFormed e) {
            throw new NotWellFormed("OCM address", text, FORM);
        }
    }

    /**
     * Reads what deployed servers send as well: a scheme before the host ({@code bob@https://host}) and a slash behind
     * it are taken off, as AMB-01 suggests.
     */
    public static OcmAddress parseLeniently(String text) {
        var at = text.lastIndexOf('@');
        if (at < 1) return parse(text);
        var from = at + 1;
        for (var scheme : SCHEMES)
            if (text.regionMatches(true, at + 1, scheme, 0, scheme.length())) from = at + 1 + scheme.length();
        var to = text.length();
        while (to > from && text.charAt(to - 1) == '/') to--;
        return parse(text.substring(0, at + 1) + text.substring(from, to));
    }

    /**
     * Reads what some products make of an address: all behind the first {@code @} is the server, less a scheme, a slash
     * behind it and, as in a URL, what stands before another {@code @}.
     */
    public static OcmAddress parseAtFirst(String text) {
        var at = text.indexOf('@');
        var last = text.lastIndexOf('@');
        return parseLeniently(at == last ? text : text.substring(0, at) + text.substring(last));
    }

    @Override
    public String toString() {
        return identifier + "@" + host;
    }
}
