package org.meshbed.simulator.oracle;

import java.util.regex.Pattern;

/** OCM addresses as rules look at them: {@code identifier@host[:port]}, split at the last {@code @}. */
final class Addresses {
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~%!$&'()*+,;=-]+)(:[0-9]{1,5})?");

    private Addresses() {}

    /** What is wrong with it, nothing where all is well; a path is a matter of its own. */
    static String wrong(String member, String address) {
        if (address.isEmpty()) return Check.FINE; // the schema speaks of what is missing
        var at = address.lastIndexOf('@');
        if (at < 1) return member + " " + Texts.quoted(address);
        var host = address.substring(at + 1);
        var slash = host.indexOf('/');
        if (slash > 0 && !host.contains("://")) host = host.substring(0, slash);
        return Check.unless(HOST.matcher(host).matches(), () -> member + " " + Texts.quoted(address));
    }

    /** What is wrong with its host; an address without an {@code @} has none. */
    static String wrongHost(String member, String address) {
        return address.lastIndexOf('@') < 1 ? Check.FINE : wrong(member, address);
    }

    /** Whether a path stands behind the host. */
    static boolean hasPath(String address) {
        var host = address.substring(address.lastIndexOf('@') + 1);
        var scheme = host.indexOf("://");
        return (scheme < 0 ? host : host.substring(scheme + 3)).indexOf('/') >= 0;
    }
}
