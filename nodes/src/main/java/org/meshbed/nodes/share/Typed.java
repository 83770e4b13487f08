package org.meshbed.nodes.share;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareSendAddresses;

/**
 * A recipient as somebody typed it.
 *
 * @param text as it goes out: without what was cut off, its host in lower case
 */
record Typed(String text, OcmAddress address) {
    private static final List<String> SCHEMES = List.of("http://", "https://");
    private static final List<String> PAGES = List.of("/index.php/s", "/index.php");

    /** Throws {@link NotWellFormed}. */
    static Typed read(String text, Optional<ShareSendAddresses> own) {
        var parts = own.map(ShareSendAddresses::parts).orElse(List.of());
        var rest = text;
        if (parts.contains("slash") && rest.endsWith("/")) rest = rest.substring(0, rest.length() - 1);
        for (var page : PAGES)
            if (parts.contains("pages") && rest.endsWith(page)) rest = rest.substring(0, rest.length() - page.length());
        var at = rest.lastIndexOf('@') + 1;
        var scheme = "";
        for (var known : SCHEMES) if (parts.contains("scheme") && at > 0 && rest.startsWith(known, at)) scheme = known;
        var address = OcmAddress.parse(rest.substring(0, at) + rest.substring(at + scheme.length()));
        return new Typed(address.identifier() + "@" + scheme + address.host(), address);
    }
}
