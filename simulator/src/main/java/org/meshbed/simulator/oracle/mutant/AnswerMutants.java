package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.DISCOVERY;
import static org.meshbed.simulator.oracle.mutant.Changes.INVITES;
import static org.meshbed.simulator.oracle.mutant.Changes.NEWS;
import static org.meshbed.simulator.oracle.mutant.Changes.SHARES;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Receiving servers that answer wrongly, or take what they must refuse. */
final class AnswerMutants {
    private static final WireReply TAKEN =
            WireReply.json(201, Json.bytes(Json.object().put("recipientDisplayName", "Alice")));
    private static final WireReply MET = WireReply.json(
            200,
            Json.bytes(Json.object()
                    .put("userID", "alice")
                    .put("email", "alice@mail.example")
                    .put("name", "Alice")));

    private AnswerMutants() {}

    static List<Mutant> all() {
        var all = new ArrayList<Mutant>();
        all.addAll(shares());
        sharesTaken().forEach(mutant -> all.add(advertising(mutant)));
        all.addAll(notifications());
        all.addAll(invites());
        return all;
    }

    private static List<Mutant> shares() {
        return List.of(
                Mutant.of("shares are not answered", "SHARE-97", new Change() {
                    @Override
                    public WireAnswer answering(WireRequest request, Answering usual) {
                        return SHARES.test(request) ? new NoAnswer(false) : usual.answer(request);
                    }
                }),
                accepted(
                        "the answer is HTML",
                        "SHARE-98",
                        reply -> new WireReply(
                                201, Headers.of("Content-Type", "text/html"), reply.body(), reply.framing())),
                accepted(
                        "the answer is a list",
                        "SHARE-99",
                        _ -> WireReply.json(201, Json.bytes(Json.mapper().createArrayNode()))),
                accepted("the answer is empty", "SHARE-98 SHARE-99", _ -> WireReply.empty(201)),
                accepted("the answer names nobody", "SHARE-100", _ -> WireReply.json(201, Json.bytes(Json.object()))),
                accepted("the answer is 200", "DEF-14", reply -> Changes.status(reply, 200)),
                accepted("the answer is 500", "DEF-14", reply -> Changes.status(reply, 500)),
                Mutant.of(
                        "shares: there is no such place",
                        "DISC-27 ROLE-03",
                        Changes.reply(SHARES, _ -> WireReply.text(404, "not here"))),
                Mutant.of(
                        "shares: no share is supported",
                        "DISC-27 DEF-11 ROLE-03",
                        Changes.reply(SHARES, reply -> Changes.status(reply, 501))));
    }

    private static Mutant accepted(String name, String breaks, java.util.function.UnaryOperator<WireReply> change) {
        return Mutant.of(
                "shares: " + name,
                breaks,
                Changes.reply(SHARES, reply -> reply.status() == 201 ? change.apply(reply) : reply));
    }

    private static List<Mutant> sharesTaken() {
        var all = new ArrayList<Mutant>();
        all.add(takesShare("shareWith", "SHARE-20"));
        all.add(takesShare("name", "SHARE-22"));
        all.add(takesShare("providerId", "SHARE-24"));
        all.add(takesShare("owner", "SHARE-26"));
        all.add(takesShare("sender", "SHARE-27"));
        all.add(takesShare("shareType", "SHARE-30"));
        all.add(takesShare("resourceType", "SHARE-34"));
        all.add(takesShare("protocol", "SHARE-44"));
        all.add(takes(
                "shares without uri",
                "SHARE-52",
                SHARES,
                share -> protocol(share).has("webdav") && !in(share, "webdav").has("uri"),
                TAKEN));
        all.add(takes(
                "shares without sharedSecret",
                "SHARE-57",
                SHARES,
                share -> in(share, "webdav").has("uri") && !in(share, "webdav").has("sharedSecret"),
                TAKEN));
        all.add(takes(
                "shares with unknown requirements",
                "YAML-01",
                SHARES,
                share -> in(share, "webdav")
                        .texts("requirements")
                        .value()
                        .filter(r -> r.contains("must-dance"))
                        .isPresent(),
                TAKEN));
        all.add(takes(
                "shares of nothing",
                "DEF-16",
                SHARES,
                share -> protocol(share).names().equals(List.of("name")),
                TAKEN));
        all.add(takes(
                "old shares without a secret",
                "ACC-17",
                SHARES,
                share -> protocol(share).has("options") && !in(share, "options").has("sharedSecret"),
                TAKEN));
        all.add(takes(
                "shares by ssh without telling a key",
                "SHARE-96 SHARE-102",
                SHARES,
                share -> protocol(share).has("ssh"),
                TAKEN));
        all.add(takes(
                "crates that are text",
                "EMB-04 EMB-05",
                SHARES,
                share -> protocol(share).has("embedded"),
                TAKEN));
        for (var member : List.of(
                "uri SHARE-67",
                "targets SHARE-70",
                "permissions SHARE-74",
                "requirements SHARE-76",
                "sharedSecret SHARE-82")) {
            var name = member.split(" ")[0];
            all.add(takes(
                    "web apps without " + name,
                    member.split(" ")[1],
                    SHARES,
                    share -> protocol(share).has("webapp")
                            && !in(share, "webapp").has(name),
                    TAKEN));
        }
        for (var member : List.of("targets SHARE-72", "permissions SHARE-75", "requirements SHARE-78")) {
            var name = member.split(" ")[0];
            all.add(takes(
                    "web apps with empty " + name,
                    member.split(" ")[1],
                    SHARES,
                    share -> in(share, "webapp")
                            .texts(name)
                            .value()
                            .filter(List::isEmpty)
                            .isPresent(),
                    TAKEN));
        }
        all.add(takes(
                "web apps at a relative uri",
                "SHARE-68",
                SHARES,
                share -> in(share, "webapp")
                        .text("uri")
                        .value()
                        .filter(uri -> uri.startsWith("relative"))
                        .isPresent(),
                TAKEN));
        return all;
    }

    private static Mutant takesShare(String member, String breaks) {
        return takes("shares without " + member, breaks, SHARES, share -> !share.has(member), TAKEN);
    }

    private static Mutant takes(
            String what, String breaks, Predicate<WireRequest> which, Predicate<MessageView> wrong, WireReply reply) {
        return Mutant.of("takes " + what, breaks, Changes.takes(which, wrong, reply));
    }

    /** It says that it takes shares by the protocol that it takes wrongly. */
    private static Mutant advertising(Mutant mutant) {
        var protocol =
                mutant.name().contains("web apps") ? "webapp" : mutant.name().contains("ssh") ? "ssh" : "";
        if (protocol.isEmpty()) return mutant;
        return mutant.with(Changes.answer(DISCOVERY, document -> {
            var receives = DocumentMutants.protocols(document).putObject(protocol + "-receive");
            if (protocol.equals("webapp")) receives.putArray("targets").add("blank");
        }));
    }

    private static MessageView protocol(MessageView share) {
        return share.object("protocol").value().orElse(MessageView.empty());
    }

    private static MessageView in(MessageView share, String protocol) {
        return protocol(share).object(protocol).value().orElse(MessageView.empty());
    }

    private static List<Mutant> notifications() {
        var created = WireReply.empty(201);
        return List.of(
                Mutant.of(
                        "notifications: the answer is 200",
                        "YAML-11",
                        Changes.reply(
                                NEWS.and(request -> !typed(Changes.view(request), "REQUEST_SHARE")),
                                reply -> reply.status() == 201 ? Changes.status(reply, 200) : reply)),
                Mutant.of(
                        "notifications: the method is not allowed",
                        "ROLE-02",
                        Changes.reply(NEWS, _ -> WireReply.text(405, "no"))),
                Mutant.of(
                        "notifications: none is supported",
                        "ROLE-02",
                        Changes.reply(NEWS, reply -> Changes.status(reply, 501))),
                takes(
                        "notifications of an unknown type",
                        "NOTIF-08",
                        NEWS,
                        news -> typed(news, "SHARE_PAINTED_BLUE"),
                        created),
                takes("notifications without a type", "NOTIF-07", NEWS, news -> !news.has("notificationType"), created),
                takes(
                        "notifications about no kind of thing",
                        "NOTIF-17",
                        NEWS,
                        news -> !news.has("resourceType") && !news.has("shareType"),
                        created),
                takes(
                        "notifications about nothing",
                        "NSHARE-10",
                        NEWS,
                        news -> typed(news, "SHARE_DECLINED")
                                && inner(news).names().isEmpty(),
                        created),
                takes(
                        "notifications about unknown shares",
                        "NSHARE-11",
                        NEWS,
                        news -> typed(news, "SHARE_DECLINED")
                                && file(news, "providerId").equals("never-announced"),
                        created),
                takes(
                        "notifications about shares of others",
                        "NOTIF-11",
                        NEWS,
                        news -> typed(news, "SHARE_DECLINED") && !news.has("shareType") && news.has("resourceType"),
                        created),
                takes("requests with 200", "RESHARE-28 YAML-11", NEWS, news -> whole(news), WireReply.empty(200)),
                takes("requests with 500", "RESHARE-33", NEWS, news -> whole(news), WireReply.text(500, "oh")),
                takes("requests without owner", "RESHARE-23", NEWS, news -> lacks(news, "owner"), created),
                takes("requests without shareWith", "RESHARE-24", NEWS, news -> lacks(news, "shareWith"), created),
                takes("requests without shareId", "RESHARE-25", NEWS, news -> lacks(news, "shareId"), created),
                takes("requests without permissions", "RESHARE-26", NEWS, news -> lacks(news, "permissions"), created),
                takes(
                        "requests for nothing",
                        "RESHARE-22",
                        NEWS,
                        news -> typed(news, "REQUEST_SHARE")
                                && inner(news).names().isEmpty(),
                        created),
                takes(
                        "requests to share on with nobody",
                        "RESHARE-12",
                        NEWS,
                        news -> typed(news, "REQUEST_RESHARE") && !known(news, "shareWith"),
                        created),
                takes(
                        "requests to share on what is unknown",
                        "RESHARE-03 RESHARE-11",
                        NEWS,
                        news -> typed(news, "REQUEST_RESHARE") && known(news, "shareWith"),
                        created),
                takes(
                        "removals of nobody",
                        "REMOVE-08",
                        NEWS,
                        news -> typed(news, "USER_REMOVED")
                                && inner(news).names().isEmpty(),
                        created),
                takes(
                        "removals of users without a name",
                        "REMOVE-09",
                        NEWS,
                        news -> typed(news, "USER_REMOVED") && inner(news).has("user"),
                        created),
                takes(
                        "removals of groups without a name",
                        "REMOVE-10",
                        NEWS,
                        news -> typed(news, "GROUP_REMOVED"),
                        created));
    }

    private static boolean typed(MessageView news, String type) {
        return news.text("notificationType").value().filter(type::equals).isPresent();
    }

    private static MessageView inner(MessageView news) {
        return news.object("notification").value().orElse(MessageView.empty());
    }

    private static MessageView file(MessageView news) {
        return inner(news).object("file").value().orElse(MessageView.empty());
    }

    private static String file(MessageView news, String member) {
        return file(news).text(member).value().orElse("");
    }

    private static boolean known(MessageView news, String member) {
        return file(news).has(member);
    }

    private static boolean lacks(MessageView news, String member) {
        return typed(news, "REQUEST_SHARE")
                && inner(news).has("file")
                && !file(news).has(member);
    }

    private static boolean whole(MessageView news) {
        return typed(news, "REQUEST_SHARE")
                && List.of("owner", "shareWith", "shareId", "permissions").stream()
                        .allMatch(file(news)::has);
    }

    private static List<Mutant> invites() {
        return List.of(
                Mutant.of(
                        "invites: the answer is HTML",
                        "INV-23",
                        Changes.reply(
                                INVITES,
                                reply -> new WireReply(
                                        reply.status(),
                                        Headers.of("Content-Type", "text/html"),
                                        reply.body(),
                                        reply.framing()))),
                Mutant.of(
                        "invites: the answer is a list",
                        "INV-23",
                        Changes.reply(
                                INVITES,
                                reply -> reply.status() == 200
                                        ? WireReply.json(
                                                200, Json.bytes(Json.mapper().createArrayNode()))
                                        : reply)),
                Mutant.of(
                        "invites: the answer has no userID",
                        "INV-24",
                        Changes.answer(INVITES, body -> body.remove("userID"))),
                Mutant.of(
                        "invites: the answer has no email",
                        "INV-25",
                        Changes.answer(INVITES, body -> body.remove("email"))),
                Mutant.of(
                        "invites: the answer has no name",
                        "INV-26",
                        Changes.answer(INVITES, body -> body.remove("name"))),
                Mutant.of(
                        "invites: the answer is 201",
                        "DEF-04",
                        Changes.reply(INVITES, reply -> reply.status() == 200 ? Changes.status(reply, 201) : reply)),
                Mutant.of(
                        "invites: an unknown one is 404",
                        "DEF-04",
                        Changes.reply(INVITES, reply -> reply.status() == 400 ? Changes.status(reply, 404) : reply)),
                Mutant.of(
                        "invites: one is accepted again",
                        "DEF-04",
                        Changes.reply(INVITES, reply -> reply.status() == 409 ? MET : reply)),
                takes(
                        "acceptances without recipientProvider",
                        "INV-08",
                        INVITES,
                        invite -> !invite.has("recipientProvider"),
                        MET),
                takes("acceptances without token", "INV-09", INVITES, invite -> !invite.has("token"), MET),
                takes("acceptances without userID", "INV-11", INVITES, invite -> !invite.has("userID"), MET));
    }
}
