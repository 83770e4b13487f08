package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.List;

/** Sharing on what was received: the sending server does it, and nobody else. */
final class ReshareChecks {
    private ReshareChecks() {}

    static List<Check> all() {
        return List.of(
                caller(
                        Kind.SHARE,
                        "OCM-RESHARE-15 OCM-RESHARE-16",
                        "to ask the sending server to share on",
                        ReshareChecks::directly),
                caller(
                        Kind.SHARE,
                        "OCM-RESHARE-04",
                        "the sending server and the third party alone",
                        ReshareChecks::between));
    }

    /** A share of what another server's user owns, and has shared with a user of this one. */
    private static String directly(Seen x) {
        var own = x.known().hostOf(x.caller());
        var owner = Texts.host(x.text("owner"));
        if (own.isEmpty() || owner.isEmpty() || owner.equals(own)) return FINE;
        var received = x.known().received(x.caller().name(), x.text("owner"), x.text("name"));
        return unless(!received, () -> "shared on what " + owner + " owns");
    }

    private static String between(Seen x) {
        if (!x.known().asks().wasAskedToShareOn(x.caller().name(), x.text("shareWith"))) return FINE;
        var own = x.known().hostOf(x.caller());
        var sender = Texts.host(x.text("sender"));
        if (!own.isEmpty() && !sender.isEmpty() && !sender.equals(own)) return "the sender is at " + sender;
        var uri = Texts.of(x.message().path("protocol").path("webdav").path("uri"));
        if (own.isEmpty() || !Paths.absolute(uri)) return FINE;
        var place = Paths.authority(uri);
        return unless(
                place.equals(own) || x.known().addressOf(place).equals(own),
                () -> "what is shared is to be had at " + place);
    }
}
