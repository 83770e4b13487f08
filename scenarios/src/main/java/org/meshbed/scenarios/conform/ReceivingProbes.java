package org.meshbed.scenarios.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the server under test sends when a party of it deals with what the peers announced. */
final class ReceivingProbes {
    static final String TELLING = "NOTIF-01 NOTIF-02 NOTIF-03 NOTIF-04 NOTIF-05 NOTIF-07 NOTIF-08 NOTIF-09"
            + " NOTIF-15 NOTIF-17 NSHARE-04 NSHARE-06 NSHARE-07 NSHARE-08 NSHARE-10 NSHARE-11 IANA-10";
    private static final String READING = "ACC-03 ACC-13 ACC-14 SHARE-54 DISC-20";
    private static final String EXCHANGING = "ACC-05 ACC-06 ACC-07 SHARE-61 TOKEN-13";
    private static final String ON =
            "RESHARE-05 RESHARE-07 RESHARE-08 RESHARE-10 RESHARE-11 RESHARE-12 RESHARE-15" + " RESHARE-16";
    private static final String ASKING =
            "RESHARE-18 RESHARE-19 RESHARE-20 RESHARE-22 RESHARE-23 RESHARE-24 RESHARE-25 RESHARE-26";

    private final Deeds deeds;
    private final Announced announced;
    private final Map<String, String> pending = new TreeMap<>();

    ReceivingProbes(Deeds deeds, Announced announced) {
        this.deeds = deeds;
        this.announced = announced;
    }

    /** The shares of the peers by what they are for; those that the server did not take are missing. */
    record Announced(
            Optional<Given> file,
            Optional<Given> folder,
            Optional<Given> atUri,
            Optional<Given> old,
            Optional<Given> ownedElsewhere,
            Optional<Given> exchanged,
            Optional<Given> unwanted) {}

    /** A share that the server took. */
    record Given(Peer peer, String id, String name) {}

    void send() {
        var seen = deeds.party().pending();
        seen.value().orElse(List.of()).forEach(share -> pending.put(share.name(), share.id()));
        if (pending.isEmpty()) {
            var why = "the party sees none of the peer's shares: " + seen.words();
            deeds.tally().note(TELLING + " " + READING, Outcome.BLOCKED, why);
            return;
        }
        read(READING, "a received file", announced.file(), "");
        read("ACC-31", "a file in a received folder", announced.folder(), "a.txt");
        read("ACC-11 ACC-12", "a received file at an absolute uri", announced.atUri(), "");
        read("ACC-15 ACC-16", "a file announced as in 1.0", announced.old(), "");
        read("ACC-02 ACC-04", "a file whose owner is elsewhere", announced.ownedElsewhere(), "");
        read(EXCHANGING, "a file whose secret is to be exchanged", announced.exchanged(), "");
        id(announced.unwanted())
                .ifPresent(id -> deeds.told(
                        TELLING,
                        "declining a share",
                        deeds.party().decline(id),
                        peer(announced.unwanted()),
                        "notifications"));
        reshare();
        request();
    }

    private Optional<String> id(Optional<Given> given) {
        return given.flatMap(g -> Optional.ofNullable(pending.get(g.name())));
    }

    private static Peer peer(Optional<Given> given) {
        return given.orElseThrow().peer();
    }

    private void read(String ids, String what, Optional<Given> given, String path) {
        var id = id(given);
        if (id.isEmpty()) {
            var outcome = given.isEmpty() ? Outcome.UNSUPPORTED : Outcome.BLOCKED;
            deeds.tally()
                    .note(
                            ids,
                            outcome,
                            given.isEmpty() ? "it took no share like " + what : "the party does not see " + what);
            return;
        }
        var peer = peer(given);
        deeds.told(TELLING, "accepting a share", deeds.party().accept(id.get()), peer, "notifications");
        deeds.told(ids, "reading " + what, deeds.party().read(id.get(), path), peer, PeerSite.DATA);
    }

    private void reshare() {
        id(announced.file()).ifPresent(id -> {
            var told = deeds.party().reshare(id, deeds.peer(Manner.THIRD).address());
            deeds.told(ON, "sharing on what was received", told, peer(announced.file()), "notifications");
        });
    }

    private void request() {
        var peer = deeds.peer(Manner.USUAL);
        var told = deeds.party().requestShare(peer.address(), "song-of-songs");
        deeds.told(ASKING, "asking for a share", told, peer, "notifications");
    }
}
