package org.meshbed.nodes.federation;

/**
 * A server that the operator trusts.
 *
 * @param url its origin, as it was put on the list
 * @param token with which one of the two asks for the secret; empty where it has been used
 * @param asks whether the other server is still to be told of the token
 * @param theirs the token that it told, with which the secret is still to be asked for; empty for none
 * @param secret that both know; empty before they agreed
 * @param seen what its list of people was called when it was last read; empty before
 */
record Trusted(String url, String token, boolean asks, String theirs, String secret, String seen) {
    static Trusted listed(String url, String token) {
        return new Trusted(url, token, true, "", "", "");
    }

    /** The other server was told of the token; one that refused it has no use for it. */
    Trusted told(boolean taken) {
        return new Trusted(url, taken ? token : "", false, theirs, secret, seen);
    }

    /** The other server told its token: it is asked for the secret, and has not to be told any more. */
    Trusted toAsk(String other) {
        return new Trusted(url, token, false, other, secret, seen);
    }

    /** Both know the secret. */
    Trusted agreed(String common) {
        return new Trusted(url, "", false, "", common, seen);
    }

    /** The other server does not give the secret. */
    Trusted refused() {
        return new Trusted(url, "", asks, "", secret, seen);
    }

    Trusted read(String mark) {
        return new Trusted(url, token, asks, theirs, secret, mark);
    }
}
