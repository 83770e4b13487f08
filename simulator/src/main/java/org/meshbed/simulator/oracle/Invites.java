package org.meshbed.simulator.oracle;

/** What rules ask about invites, whatever the version. */
final class Invites {
    private Invites() {}

    /** The host in {@code recipientProvider}, which 1.1 sends as a URL. */
    static String host(String provider) {
        var bare = Paths.absolute(provider) ? provider.substring(provider.indexOf("//") + 2) : provider;
        var slash = bare.indexOf('/');
        return Texts.hostPort(slash < 0 ? bare : bare.substring(0, slash));
    }

    /** Names one invite of one server. */
    static String key(Seen seen) {
        return seen.authority() + " " + seen.text("token");
    }
}
