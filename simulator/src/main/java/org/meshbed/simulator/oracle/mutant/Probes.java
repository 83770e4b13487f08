package org.meshbed.simulator.oracle.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Json;

/** What omega sends wrongly, one thing at a time: a server that is as it should be refuses all of it. */
final class Probes {
    private static final List<String> SHARE =
            List.of("shareWith", "name", "providerId", "owner", "sender", "shareType", "resourceType", "protocol");

    private final Omega omega;
    private final Origin alpha;

    Probes(Omega omega, Origin alpha) {
        this.omega = omega;
        this.alpha = alpha;
    }

    void send() {
        shares();
        notifications();
        invites();
    }

    private void shares() {
        for (var member : SHARE) share("file", share -> share.remove(member));
        share("file", share -> Flows.webdav(share).remove("uri"));
        share("file", share -> Flows.webdav(share).remove("sharedSecret"));
        share("file", share -> Flows.requires(share).add("must-dance"));
        share("file", share -> share.putObject("protocol").put("name", "multi"));
        share("file", share -> share.putObject("protocol").put("name", "webdav").putObject("options"));
        share("file", share -> ((ObjectNode) share.get("protocol")).remove("name"));
        share(
                "file",
                share -> share.putObject("protocol")
                        .put("name", "ssh")
                        .putObject("ssh")
                        .put("uri", "o@omega.example:22/f"));
        share(
                "ro-crate",
                share -> share.putObject("protocol").put("name", "multi").put("embedded", "{}"));
        share("file", share -> webapp(share).put("uri", "relative/app"));
        for (var member : List.of("uri", "targets", "permissions", "requirements", "sharedSecret"))
            share("file", share -> webapp(share).remove(member));
        for (var member : List.of("targets", "permissions", "requirements"))
            share("file", share -> webapp(share).putArray(member));
    }

    /** Makes it a share of a web app alone, which nothing is wrong with. */
    static ObjectNode webapp(ObjectNode share) {
        var webapp = share.putObject("protocol").put("name", "multi").putObject("webapp");
        webapp.put("uri", "https://omega.example/app").put("sharedSecret", "secret-of-the-app");
        webapp.putArray("targets").add("blank");
        webapp.putArray("permissions").add("view");
        webapp.putArray("requirements").add("must-exchange-token");
        return webapp;
    }

    private void share(String type, Consumer<ObjectNode> change) {
        omega.post(alpha, "/ocm/shares", omega.share(type, change));
    }

    private void notifications() {
        var known = omega.got().isEmpty()
                ? "none"
                : omega.got().getFirst().text("providerId").value().orElse("none");
        notification("SHARE_DECLINED", known, message -> {});
        notification("SHARE_PAINTED_BLUE", known, message -> message.remove("notification"));
        notification("SHARE_DECLINED", "never-announced", message -> {});
        notification("SHARE_DECLINED", known, message -> message.remove("notificationType"));
        notification("SHARE_DECLINED", known, message -> {
            message.remove("resourceType");
            message.remove("shareType");
        });
        notification("SHARE_DECLINED", known, message -> message.putObject("notification"));
        notification("REQUEST_SHARE", known, message -> {
            message.remove("shareType");
            var file = message.putObject("notification").putObject("file");
            file.put("owner", "alice@alpha.example")
                    .put("shareWith", "mallory@omega.example")
                    .put("shareId", "no-such-thing");
            file.putArray("permissions").add("read");
        });
        for (var member : List.of("owner", "shareWith", "shareId", "permissions", "file"))
            notification("REQUEST_SHARE", known, message -> {
                message.remove("shareType");
                var file = message.putObject("notification").putObject("file");
                file.put("owner", "alice@alpha.example")
                        .put("shareWith", "mallory@omega.example")
                        .put("shareId", "no-such-thing");
                file.putArray("permissions").add("read");
                file.remove(member);
                if (member.equals("file")) message.putObject("notification");
            });
        notification("REQUEST_RESHARE", known, message -> {});
        notification(
                "REQUEST_RESHARE",
                "never-announced",
                message -> ((ObjectNode) message.get("notification").get("file")).put("shareWith", "bob@beta.example"));
        notification("USER_REMOVED", known, message -> removal(message, "user").putObject("user"));
        notification("USER_REMOVED", known, message -> removal(message, "user"));
        notification(
                "GROUP_REMOVED", known, message -> removal(message, "group").putObject("group"));
    }

    private static ObjectNode removal(ObjectNode message, String type) {
        message.remove("resourceType");
        message.put("shareType", type);
        return message.putObject("notification");
    }

    private void notification(String type, String id, Consumer<ObjectNode> change) {
        var message = Json.object()
                .put("notificationType", type)
                .put("senderDomain", "omega.example")
                .put("resourceType", "file")
                .put("shareType", "user");
        message.putObject("notification").putObject("file").put("providerId", id);
        change.accept(message);
        omega.post(alpha, "/ocm/notifications", message);
    }

    private void invites() {
        invite(message -> {});
        for (var member : List.of("recipientProvider", "token", "userID")) invite(message -> message.remove(member));
    }

    private void invite(Consumer<ObjectNode> change) {
        var message = Json.object()
                .put("recipientProvider", "omega.example")
                .put("token", "no-such-token")
                .put("userID", "mallory")
                .put("email", "mallory@mail.example")
                .put("name", "Mallory");
        change.accept(message);
        omega.post(alpha, "/ocm/invite-accepted", message);
    }
}
