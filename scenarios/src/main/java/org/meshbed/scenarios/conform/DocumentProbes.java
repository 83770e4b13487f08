package org.meshbed.scenarios.conform;

import java.util.List;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;

/** What a server says of itself: its discovery document and its keys. */
final class DocumentProbes {
    private static final String SHAPE = "DISC-09 DISC-10 DISC-11 DISC-12 DISC-14 DISC-16";
    private static final String TYPES = "DISC-15 DISC-17 DISC-18 YAML-13";
    private static final String KEYS = "SIG-01 SIG-21 SIG-22 SIG-23 SIG-24 SIG-25 SIG-27";
    private static final String WHAT = "its discovery document";

    private final Session session;

    DocumentProbes(Session session) {
        this.session = session;
    }

    void send() {
        var reply = session.probe(
                "ADDR-01 ROLE-01", WHAT, () -> session.peer().get(session.at(Session.WELL_KNOWN), Headers.NONE));
        reply.filter(r -> r.status() == 200).map(Session::body).ifPresent(session::document);
        session.probe(
                "LEG-01",
                "its document at both paths",
                () -> session.peer().get(session.at("/ocm-provider"), Headers.NONE));
        var seen = reply.isPresent() && session.document().isObject();
        if (seen) members(session.document());
        else missing(reply.map(WireReply::status).orElse(0));
    }

    private void missing(int status) {
        var why = "there is no discovery document to look at" + (status == 0 ? "" : " (status " + status + ")");
        session.tally()
                .note(
                        SHAPE + " " + TYPES + " " + KEYS
                                + " DISC-19 DISC-21 DISC-32 DISC-37 DISC-40 DISC-42 DISC-45 YAML-05 YAML-07 MLS-01 DEF-07",
                        Outcome.BLOCKED,
                        why);
    }

    private void members(MessageView document) {
        tested(SHAPE);
        var types = document.objects("resourceTypes").value().orElse(List.of());
        when(TYPES, !types.isEmpty(), "it names no resource type");
        when("DISC-19 YAML-07", types.stream().anyMatch(DocumentProbes::file), "it has no resource type file");
        when("DISC-21", offers(types, "webdav-receive"), "no webdav-receive in its document");
        when("YAML-05", offers(types, "webapp-receive"), "no webapp-receive in its document");
        var rare = offers(types, "webapp") || offers(types, "webapp-receive") || offers(types, "ssh");
        when("DEF-07", rare || offers(types, "ssh-receive"), "neither webapp nor ssh in its document");
        when("DISC-32", lists(document, "criteria", "must-exchange-token"), "it does not demand token exchange");
        can(document, "DISC-37", "invites");
        can(document, "DISC-42", "http-sig");
        can(document, "DISC-45", "exchange-token");
        when("DISC-40", document.has("jwksUri"), "no jwksUri in its document");
        when("MLS-01", federates(types), "it takes no shares for federated groups");
        keys(document);
    }

    private void keys(MessageView document) {
        var uri = document.text("jwksUri").value().orElse("");
        if (!lists(document, "capabilities", "http-sig") || uri.isEmpty()) {
            when(KEYS, false, "it does not say that it signs");
            return;
        }
        try {
            var at = Endpoint.parse(uri);
            session.probe(KEYS, "its keys", () -> session.peer().get(at, Headers.NONE));
        } catch (NotWellFormed e) {
            session.tally().note(KEYS, Outcome.BLOCKED, "its jwksUri is no URL");
        }
    }

    private void can(MessageView document, String ids, String capability) {
        when(ids, lists(document, "capabilities", capability), "it does not advertise " + capability);
    }

    private void when(String ids, boolean holds, String otherwise) {
        if (holds) tested(ids);
        else session.tally().note(ids, Outcome.UNSUPPORTED, otherwise);
    }

    private void tested(String ids) {
        session.tally().note(ids, Outcome.PASSED, WHAT);
    }

    static boolean lists(MessageView document, String member, String word) {
        return document.texts(member).value().orElse(List.of()).contains(word);
    }

    private static boolean file(MessageView type) {
        return type.text("name").value().orElse("").equals("file");
    }

    private static boolean offers(List<MessageView> types, String protocol) {
        return types.stream()
                .anyMatch(type -> type.object("protocols")
                        .value()
                        .filter(protocols -> protocols.has(protocol))
                        .isPresent());
    }

    private static boolean federates(List<MessageView> types) {
        return types.stream().anyMatch(type -> lists(type, "shareTypes", "federation"));
    }
}
