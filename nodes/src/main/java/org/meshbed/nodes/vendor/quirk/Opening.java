package org.meshbed.nodes.vendor.quirk;

/**
 * A hole in what keeps a node from calling the servers of its own network: these names may lead to these addresses.
 *
 * @param names one name; {@code *.localhost}, every name below it; or {@code *}, every name
 * @param addresses as {@code 10.0.0.0/8}; a single address without a slash
 * @param firstPort and {@code lastPort}: the ports that may be called under these names, beside those always open
 * @param plainHttp whether these names may be called without TLS
 */
public record Opening(String names, String addresses, int firstPort, int lastPort, boolean plainHttp) {
    private static final int FIRST_PORT = 1024;
    private static final int LAST_PORT = 65_535;

    /** On no other ports than are always open. */
    public static Opening of(String names, String addresses, boolean plainHttp) {
        return new Opening(names, addresses, FIRST_PORT, LAST_PORT, plainHttp);
    }
}
