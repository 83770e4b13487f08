package org.meshbed.nodes.vendor;

/**
 * Where things are below the origin of a node.
 *
 * @param api the endpoint of its messages
 * @param data of what is shared, as the discovery document has it: some have a slash at its end
 * @param token where codes are exchanged
 * @param keys of its JWK Set: where 1.3 and 1.4 look for it, and where {@code jwksUri} of 1.5 leads
 */
public record Places(String api, String data, String token, String keys) {
    public static final Places USUAL = new Places("/ocm", "/dav/ocm", "/ocm/token", "/.well-known/jwks.json");

    /** The path of what is shared, without a slash at its end. */
    public String mount() {
        return data.endsWith("/") ? data.substring(0, data.length() - 1) : data;
    }
}
