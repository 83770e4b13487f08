package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.scenarios.conform.Session.Footing;

/** Notifications to the server under test: a right one first, then everything it has to refuse. */
final class NoticeProbes {
    private static final String NEWS = "/notifications";
    private static final String NO_SHARE = "needs a share that the server took";

    private final Session session;
    private final Messages messages;

    NoticeProbes(Session session, Messages messages) {
        this.session = session;
        this.messages = messages;
    }

    /**
     * @param ended a share that the server took, and that ends now
     * @param kept another that it took
     */
    void send(Optional<String> ended, Optional<String> kept) {
        var footing = ended.map(this::right).orElse(new Footing(Outcome.NOT_TESTED, NO_SHARE));
        var id = kept.orElse("none");
        if (ended.isEmpty()) session.tally().note("YAML-11 ROLE-02", Outcome.NOT_TESTED, NO_SHARE);
        wrong("NOTIF-07", footing, "no notificationType", id, m -> m.remove("notificationType"));
        wrong("NOTIF-07", footing, "a notificationType that is a number", id, m -> m.put("notificationType", 7));
        wrong("NOTIF-08", footing, "an unknown notificationType", id, m -> {
            m.put("notificationType", "SHARE_PAINTED_BLUE");
            m.remove("notification");
        });
        wrong("NOTIF-17", footing, "neither resourceType nor shareType", id, m -> {
            m.remove("resourceType");
            m.remove("shareType");
        });
        wrong("NSHARE-10", footing, "no notification.file", id, m -> m.putObject("notification"));
        wrong("NSHARE-11", footing, "a share that was never announced", "never-announced", _ -> {});
        foreign(footing, kept);
        reshares(footing, id);
        requests(footing);
        removals(footing);
    }

    private Footing right(String share) {
        var reply = session.post(
                "YAML-11 ROLE-02",
                Footing.SOUND,
                "SHARE_UNSHARED for a share it took",
                NEWS,
                messages.notification("SHARE_UNSHARED", share));
        if (reply.filter(WireReply::successful).isPresent()) return Footing.SOUND;
        var told = reply.map(r -> "was answered " + r.status()).orElse("had no answer");
        session.tally().note("YAML-11", Outcome.BLOCKED, "the right notification " + told);
        return new Footing(Outcome.BLOCKED, "a refusal proves nothing where the right notification " + told);
    }

    /** Somebody who has no part in a share speaks of it. */
    private void foreign(Footing footing, Optional<String> kept) {
        var third = messages.of(session.peers().like(Manner.THIRD));
        kept.ifPresent(id -> session.probe(
                "NOTIF-11",
                footing,
                "a notification about a share of others",
                () -> third.peer().post(session.api(NEWS), third.untyped("SHARE_UNSHARED", id))));
    }

    private void reshares(Footing footing, String id) {
        wrong(
                "RESHARE-12",
                footing,
                "a wish to share on with nobody",
                id,
                m -> m.put("notificationType", "REQUEST_RESHARE"));
        wrong("RESHARE-11", footing, "a wish to share on what was never announced", "never-announced", m -> {
            m.put("notificationType", "REQUEST_RESHARE");
            Messages.file(m).put("shareWith", "bob@elsewhere.example");
        });
    }

    private void requests(Footing footing) {
        session.post("RESHARE-28 RESHARE-33", footing, "a request for a share", NEWS, messages.request());
        for (var field :
                List.of("owner RESHARE-23", "shareWith RESHARE-24", "shareId RESHARE-25", "permissions RESHARE-26")) {
            var request = messages.request();
            Messages.file(request).remove(field.split(" ")[0]);
            session.post(field.split(" ")[1], footing, "a request without " + field.split(" ")[0], NEWS, request);
        }
        var request = messages.request();
        request.putObject("notification");
        session.post("RESHARE-22", footing, "a request without file", NEWS, request);
    }

    private void removals(Footing footing) {
        removal("REMOVE-08", footing, "USER_REMOVED without user", "user", _ -> {});
        removal("REMOVE-09", footing, "USER_REMOVED without userId", "user", n -> n.putObject("user"));
        removal("REMOVE-10", footing, "GROUP_REMOVED without groupId", "group", n -> n.putObject("group"));
    }

    private void removal(String ids, Footing footing, String what, String type, Consumer<ObjectNode> change) {
        var message = messages.notification(type.equals("user") ? "USER_REMOVED" : "GROUP_REMOVED", "none");
        message.remove("resourceType");
        message.put("shareType", type);
        change.accept(message.putObject("notification"));
        session.post(ids, footing, what, NEWS, message);
    }

    private void wrong(String ids, Footing footing, String what, String id, Consumer<ObjectNode> change) {
        var message = messages.notification("SHARE_DECLINED", id);
        change.accept(message);
        session.post(ids, footing, "a notification with " + what, NEWS, message);
    }
}
