package org.meshbed.nodes.trust;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Addresses that begin with the same bits. */
record AddressRange(byte[] start, int bits, String what) {
    /** What is not on the public Internet (the registries of special-purpose addresses, RFC 6890). */
    private static final List<AddressRange> SPECIAL = List.of(
            of("0.0.0.0/8", "an address of no host"),
            of("10.0.0.0/8", "a private address"),
            of("100.64.0.0/10", "a private address of a carrier"),
            of("127.0.0.0/8", "a loopback address"),
            of("169.254.0.0/16", "a link-local address"),
            of("172.16.0.0/12", "a private address"),
            of("192.0.0.0/24", "a special address"),
            of("192.0.2.0/24", "an address for examples"),
            of("192.88.99.0/24", "a relay's address"),
            of("192.168.0.0/16", "a private address"),
            of("198.18.0.0/15", "an address for measurements"),
            of("198.51.100.0/24", "an address for examples"),
            of("203.0.113.0/24", "an address for examples"),
            of("224.0.0.0/4", "a multicast address"),
            of("240.0.0.0/4", "a reserved address"),
            of("::/127", "a loopback address"),
            of("::/96", "another address in disguise"),
            of("64:ff9b::/96", "another address in disguise"),
            of("64:ff9b:1::/48", "another address in disguise"),
            of("100::/64", "an address of no host"),
            of("2001::/23", "a special address"),
            of("2001:db8::/32", "an address for examples"),
            of("2002::/16", "another address in disguise"),
            of("3fff::/20", "an address for examples"),
            of("5f00::/16", "a special address"),
            of("fc00::/7", "a private address"),
            of("fe80::/10", "a link-local address"),
            of("fec0::/10", "a private address"),
            of("ff00::/8", "a multicast address"));

    /** Reads {@code 10.0.0.0/8}, or a single address; throws {@link IllegalArgumentException} for anything else. */
    static AddressRange of(String text) {
        return of(text, "an address of " + text);
    }

    private static AddressRange of(String text, String what) {
        var slash = text.indexOf('/');
        var start = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                .getAddress();
        var bits = slash < 0 ? start.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > start.length * 8)
            throw new IllegalArgumentException("'" + text + "' has no range of addresses; for example 10.0.0.0/8");
        return new AddressRange(start, bits, what);
    }

    /** What an address is that is not on the public Internet; empty for one that is. */
    static Optional<String> special(InetAddress address) {
        var bytes = address.getAddress();
        for (var range : SPECIAL) if (range.holds(bytes)) return Optional.of(range.what);
        return Optional.empty();
    }

    boolean holds(InetAddress address) {
        return holds(address.getAddress());
    }

    private boolean holds(byte[] address) {
        if (address.length != start.length) return false;
        var whole = bits / 8;
        for (var i = 0; i < whole; i++) if (address[i] != start[i]) return false;
        var rest = bits % 8;
        return rest == 0 || (address[whole] ^ start[whole]) >> (8 - rest) == 0;
    }
}
