package org.meshbed.scenarios.conform;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.scenarios.conform.Session.Footing;

/** What the server under test sends when a party of it shares something, and how it lets the peers at it. */
final class SharingProbes {
    static final String FILE = "meshbed-report.txt";
    private static final String FOLDER = "meshbed-plans";
    private static final List<String> READ = List.of("read");
    private static final String ANNOUNCING = "SHARE-01 SHARE-02 SHARE-03 SHARE-04 SHARE-05 SHARE-07 SHARE-12 SHARE-13"
            + " SHARE-20 SHARE-22 SHARE-24 SHARE-26 SHARE-27 SHARE-30 SHARE-31 SHARE-33 SHARE-34 SHARE-44 SHARE-45"
            + " SHARE-52 SHARE-57 SHARE-58 FLOW-04 ADDR-02 YAML-03 YAML-04 DISC-06 DISC-07 DEF-06 EMB-13";
    private static final String SIGNING = "SIG-02 SIG-47 SEC-01 SHARE-06 NOTIF-06";

    private final Deeds deeds;
    private final Session session;
    private final Messages messages;

    SharingProbes(Deeds deeds, Messages messages) {
        this.deeds = deeds;
        this.session = deeds.session();
        this.messages = messages;
    }

    void send() {
        deeds.party().write(FILE, "what there is to share");
        deeds.party().makeFolder(FOLDER);
        deeds.party().write(FOLDER + "/a.txt", "in a folder");
        var usual = deeds.peer(Manner.USUAL);
        var file = shared(ANNOUNCING, FILE, usual, usual.address());
        var folder = shared(ANNOUNCING + " SHARE-35 SHARE-25", FOLDER, usual, usual.address());
        shared(ANNOUNCING, FILE, usual, Peer.USER + "@home@" + usual.host());
        shared(
                ANNOUNCING,
                FILE,
                deeds.peer(Manner.PLAIN),
                deeds.peer(Manner.PLAIN).address());
        read(usual);
        offers(usual);
        demanded();
        signed();
        changed(file);
        requested(usual);
        strangers(usual);
        ended(file, folder);
    }

    private Optional<String> shared(String ids, String path, Peer peer, String address) {
        var told = deeds.party().share(path, address, READ);
        deeds.told(ids, "sharing " + path, told, peer, "shares");
        return told.value();
    }

    /** Rules about what servers are free to offer: they are tested where it is offered. */
    private void offers(Peer usual) {
        offered(
                "SHARE-16 SHARE-17 SHARE-67 SHARE-68 SHARE-70 SHARE-72 SHARE-73 SHARE-74 SHARE-75 SHARE-76 SHARE-78"
                        + " SHARE-79 SHARE-80 SHARE-81 SHARE-82 SHARE-85 YAML-08",
                usual,
                "web app",
                share -> offers(share, "webapp"));
        offered("SHARE-95", usual, "access by ssh", share -> offers(share, "ssh"));
        offered("EMB-01 EMB-03 EMB-04 EMB-05 EMB-11", usual, "embedded resource", share -> offers(share, "embedded"));
        offered("SHARE-39 SHARE-40 SHARE-41 SHARE-42 SHARE-43", usual, "encryption", share -> share.has("encryption"));
        offered("SHARE-09", usual, "requirement to exchange the secret", SharingProbes::exchanges);
    }

    private void offered(String ids, Peer usual, String what, Predicate<MessageView> offers) {
        var seen = usual.shares().stream().anyMatch(offers);
        deeds.tally()
                .note(
                        ids,
                        seen ? Outcome.PASSED : Outcome.UNSUPPORTED,
                        seen ? "a share with " + what : "none of its shares had " + what);
    }

    private static boolean offers(MessageView share, String protocol) {
        return share.object("protocol").value().filter(p -> p.has(protocol)).isPresent();
    }

    private static boolean exchanges(MessageView share) {
        return webdav(share).texts("requirements").value().orElse(List.of()).contains("must-exchange-token");
    }

    /** Servers that ask for more than a share: it is given, or nothing is sent. */
    private void demanded() {
        var exchanges = DocumentProbes.lists(session.document(), "capabilities", "exchange-token");
        var tokens = deeds.peer(Manner.TOKENS);
        var ids = "SHARE-08 SHARE-63 TOKEN-12";
        if (exchanges) {
            shared(ids, FILE, tokens, tokens.address());
            tokens(tokens);
        } else {
            deeds.tally().note(ids, Outcome.UNSUPPORTED, "it does not advertise exchange-token");
            var told = deeds.party().share(FILE, tokens.address(), READ);
            deeds.refused("SHARE-10", "sharing with a server that demands tokens", told, tokens, "shares");
        }
        var invited = deeds.peer(Manner.INVITED);
        var told = deeds.party().share(FILE, invited.address(), READ);
        deeds.refused("DISC-35", "sharing with a server that demands an invite", told, invited, "shares");
    }

    /** The peer exchanges the secret, and tries to do without. */
    private void tokens(Peer peer) {
        var share = peer.shares().stream().findFirst();
        if (share.isEmpty()) return;
        var token = new TokenProbes(session, peer).send(secret(share.get()));
        place(share.get()).ifPresent(at -> {
            session.probe("SHARE-09", "the secret that is to be exchanged", () -> peer.get(at, bearer(share.get())));
            token.ifPresent(t -> session.probe(
                    "DEF-17", "a file by its token", () -> peer.get(at, Headers.of("Authorization", "Bearer " + t))));
        });
    }

    private void signed() {
        var ids = SIGNING;
        if (!DocumentProbes.lists(session.document(), "capabilities", "http-sig")) {
            deeds.tally().note(ids, Outcome.UNSUPPORTED, "it does not say that it signs");
            return;
        }
        var peer = deeds.peer(Manner.SIGNING);
        shared(ids, FILE, peer, peer.address())
                .ifPresent(id ->
                        deeds.told("NOTIF-06", "unsharing a file", deeds.party().unshare(id), peer, "notifications"));
    }

    private void changed(Optional<String> file) {
        file.ifPresent(id -> deeds.told(
                ReceivingProbes.TELLING,
                "changing permissions",
                deeds.party().changePermissions(id, List.of("read", "write")),
                deeds.peer(Manner.USUAL),
                "notifications"));
    }

    /** A peer asks for a file of the party's, two times: the party agrees once. */
    private void requested(Peer peer) {
        for (var agrees : List.of(true, false)) {
            var rules = agrees ? "RESHARE-30" : "RESHARE-31";
            session.post("RESHARE-28", Footing.SOUND, "a request for a file", "/notifications", messages.request(FILE));
            var wishes = deeds.party().requests();
            var wish = wishes.value().orElse(List.of()).stream()
                    .filter(w -> w.requester().equals(peer.address()))
                    .findFirst();
            if (wish.isEmpty()) {
                deeds.tally().note(rules, Outcome.UNSUPPORTED, "the party is asked nothing: " + wishes.words());
                return;
            }
            var id = wish.get().id();
            Told<?> told = agrees ? deeds.party().approve(id) : deeds.party().refuse(id);
            var what = agrees ? "agreeing to a request" : "refusing a request";
            deeds.told(rules, what, told, peer, agrees ? "shares" : "notifications");
        }
    }

    /** Somebody who has no part in a share speaks of it. */
    private void strangers(Peer usual) {
        var id = usual.shares().stream()
                .flatMap(share -> share.text("providerId").value().stream())
                .findFirst();
        if (id.isEmpty()) return;
        var third = messages.of(deeds.peer(Manner.THIRD));
        session.probe(
                "NOTIF-11",
                "a notification about a share of others",
                () -> third.peer().post(session.api("/notifications"), third.untyped("SHARE_DECLINED", id.get())));
        var wish = messages.notification("REQUEST_RESHARE", id.get());
        Messages.file(wish)
                .put("shareWith", third.peer().address())
                .putArray("permissions")
                .add("read");
        session.post("RESHARE-03 RESHARE-14", Footing.SOUND, "a wish to share on", "/notifications", wish);
    }

    /** What was shared is taken back, and looked for again. */
    private void ended(Optional<String> file, Optional<String> folder) {
        var peer = deeds.peer(Manner.USUAL);
        file.ifPresent(id -> deeds.told(
                ReceivingProbes.TELLING, "unsharing " + FILE, deeds.party().unshare(id), peer, "notifications"));
        folder.ifPresent(id -> deeds.told(
                ReceivingProbes.TELLING, "unsharing " + FOLDER, deeds.party().unshare(id), peer, "notifications"));
        var first = peer.shares().stream().findFirst();
        first.flatMap(this::place)
                .ifPresent(at -> session.probe(
                        "DEF-20", "a file that is not shared any more", () -> peer.get(at, bearer(first.get()))));
    }

    /** The peer looks at what was shared with it. */
    private void read(Peer peer) {
        for (var share : peer.shares()) place(share).ifPresent(at -> look(peer, share, at));
    }

    private void look(Peer peer, MessageView share, Endpoint at) {
        var folder = share.text("resourceType").value().orElse("").equals("folder");
        if (exchanges(share))
            session.probe("SHARE-09", "the secret that is to be exchanged", () -> peer.get(at, bearer(share)));
        else if (folder) {
            peer.propfind(at, bearer(share));
            session.probe(
                    "ACC-32 SHARE-56",
                    "a member of a folder it shared",
                    () -> peer.get(at.below("a.txt"), bearer(share)));
        } else {
            peer.propfind(at, bearer(share));
            peer.get(at, bearer(share));
        }
    }

    private static MessageView webdav(MessageView share) {
        return share.object("protocol")
                .value()
                .flatMap(protocol -> protocol.object("webdav").value())
                .orElse(MessageView.empty());
    }

    static String secret(MessageView share) {
        return webdav(share).text("sharedSecret").value().orElse("none");
    }

    private static Headers bearer(MessageView share) {
        return Headers.of("Authorization", "Bearer " + secret(share));
    }

    Optional<Endpoint> place(MessageView share) {
        var uri = webdav(share).text("uri").value().orElse("");
        try {
            if (uri.isEmpty()) return Optional.empty();
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
}
