package org.meshbed.scenarios.conform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.scenarios.conform.Session.Footing;

/** What the server under test sends when a party of it is told to do something. */
final class DrivenProbes {
    private static final String FILE = "meshbed-report.txt";
    private static final String FOLDER = "meshbed-plans";
    private static final String ANNOUNCING =
            "SHARE-01 SHARE-02 SHARE-03 SHARE-04 SHARE-05 SHARE-07 SHARE-12 SHARE-13 SHARE-20 SHARE-22 SHARE-24 SHARE-26"
                    + " SHARE-27 SHARE-30 SHARE-31 SHARE-33 SHARE-34 SHARE-44 SHARE-52 SHARE-57 FLOW-04 ADDR-02 YAML-04";
    private static final String TELLING = "NOTIF-01 NOTIF-02 NOTIF-03 NOTIF-04 NOTIF-05 NOTIF-07 NOTIF-08 NOTIF-09"
            + " NOTIF-15 NOTIF-17 NSHARE-04 NSHARE-06 NSHARE-07 NSHARE-08 NSHARE-10 NSHARE-11";
    private static final String ACCEPTING = "INV-04 INV-05 INV-06 INV-07 INV-08 INV-09 INV-11 INV-12 INV-13 INV-14";
    private static final String READING = "ACC-02 ACC-03 ACC-13 ACC-14 SHARE-54 DISC-20 SHARE-58";
    private static final String INVITES = "/invite-accepted";

    private final Session session;
    private final Messages messages;
    private final Gestures party;

    DrivenProbes(Session session, Messages messages, Gestures party) {
        this.session = session;
        this.messages = messages;
        this.party = party;
    }

    /** Something of the party's is announced to the peer, looked at by the peer, and taken back. */
    void shares() {
        party.write(FILE, "what there is to share");
        party.makeFolder(FOLDER);
        party.write(FOLDER + "/a.txt", "in a folder");
        var file = shared(ANNOUNCING, FILE);
        var folder = shared(ANNOUNCING + " SHARE-35 SHARE-25", FOLDER);
        read();
        file.ifPresent(id -> told(TELLING, "unsharing " + FILE, party.unshare(id), "notifications"));
        folder.ifPresent(party::unshare);
    }

    private Optional<String> shared(String ids, String path) {
        var told = party.share(path, session.peer().address());
        told(ids, "sharing " + path, told, "shares");
        return told.value();
    }

    /** What the party was told is not asked here, but what came over the wire. */
    private boolean told(String ids, String what, Told<?> told, String place) {
        if (told instanceof Told.Unsupported) {
            session.tally().note(ids, Outcome.UNSUPPORTED, told.words());
            return false;
        }
        var came = session.peer().heard(place);
        session.tally()
                .note(
                        ids,
                        came ? Outcome.PASSED : Outcome.BLOCKED,
                        came ? what : what + ": nothing was sent to the peer; the party was told: " + told.words());
        return came;
    }

    /** The peer looks at what was shared with it. */
    private void read() {
        for (var share : session.peer().shares()) {
            var webdav = share.object("protocol")
                    .value()
                    .flatMap(p -> p.object("webdav").value());
            var uri = webdav.flatMap(w -> w.text("uri").value()).orElse("");
            var secret = webdav.flatMap(w -> w.text("sharedSecret").value()).orElse("");
            if (uri.isEmpty() || secret.isEmpty()) continue;
            var bearer = Headers.of("Authorization", "Bearer " + secret);
            var folder = share.text("resourceType").value().orElse("").equals("folder");
            place(uri).ifPresent(at -> look(at, bearer, folder));
        }
    }

    private void look(Endpoint at, Headers bearer, boolean folder) {
        if (!folder) {
            session.peer().get(at, bearer);
            return;
        }
        session.peer().propfind(at, bearer);
        session.probe(
                "ACC-32 SHARE-56",
                "a member of a folder it shared",
                () -> session.peer().get(at.below("a.txt"), bearer));
    }

    private Optional<Endpoint> place(String uri) {
        try {
            if (uri.contains("://")) return Optional.of(Endpoint.parse(uri));
            return session.document().objects("resourceTypes").value().stream()
                    .flatMap(List::stream)
                    .flatMap(type -> type.object("protocols").value().stream())
                    .flatMap(protocols -> protocols.text("webdav").value().stream())
                    .findFirst()
                    .map(path ->
                            session.at(path.startsWith("/") ? path : "/" + path).below(uri));
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    /** The party accepts one of the peer's shares and reads it, and declines another. */
    void received() {
        var pending = party.pending();
        var shares = pending.value().orElse(List.of());
        if (shares.size() < 2) {
            var why = "the party sees none of the peer's shares: " + pending.words();
            session.tally().note(TELLING + " " + READING, Outcome.BLOCKED, why);
            return;
        }
        told(TELLING, "accepting a share", party.accept(shares.get(0).id()), "notifications");
        told(READING, "reading a received file", party.read(shares.get(0).id()), "files");
        told(TELLING, "declining a share", party.decline(shares.get(1).id()), "notifications");
    }

    void invites() {
        told(
                ACCEPTING,
                "accepting an invite",
                party.acceptInvite(encoded("token-of-the-peer@" + session.peer().host())),
                "invite-accepted");
        var invite = party.invite();
        if (invite.value().isPresent()) invited(token(invite.value().get()));
        else session.tally().note("INV-23 INV-24 INV-25 INV-26", Outcome.UNSUPPORTED, invite.words());
    }

    private void invited(String token) {
        for (var field : List.of("recipientProvider INV-08", "userID INV-11")) {
            var acceptance = messages.acceptance(token);
            acceptance.remove(field.split(" ")[0]);
            var what = "an acceptance without " + field.split(" ")[0];
            session.post(field.split(" ")[1] + " DEF-04", Footing.SOUND, what, INVITES, acceptance);
        }
        var reply = session.post("DEF-04", Footing.SOUND, "a right acceptance", INVITES, messages.acceptance(token));
        var taken = reply.filter(WireReply::successful).isPresent();
        session.tally()
                .note(
                        "INV-23 INV-24 INV-25 INV-26",
                        taken ? Outcome.PASSED : Outcome.BLOCKED,
                        taken ? "a right acceptance" : "the right acceptance was not answered 200");
        session.post("DEF-04", Footing.SOUND, "the same acceptance again", INVITES, messages.acceptance(token));
    }

    /** Invite strings are base64url of {@code token@host}; some products show the plain form. */
    private static String token(String invite) {
        var text = invite.contains("@") ? invite : decoded(invite);
        var at = text.lastIndexOf('@');
        return at < 0 ? text : text.substring(0, at);
    }

    private static String encoded(String invite) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(invite.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String invite) {
        try {
            var standard = invite.replace('+', '-').replace('/', '_');
            return new String(Base64.getUrlDecoder().decode(standard), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return invite;
        }
    }
}
