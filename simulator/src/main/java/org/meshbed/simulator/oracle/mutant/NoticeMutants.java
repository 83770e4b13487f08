package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.NEWS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Servers that send wrong notifications: what they have to say is right, or would be if it were said rightly. */
final class NoticeMutants {
    private NoticeMutants() {}

    static List<Mutant> all() {
        var all = new ArrayList<Mutant>();
        all.addAll(Carriage.mutants(
                "notifications", NEWS, "/notifications", "NOTIF-01", "NOTIF-02", "NOTIF-03", "NOTIF-04", "NOTIF-05"));
        all.addAll(shares());
        all.addAll(reshares());
        all.addAll(requests());
        all.addAll(removals());
        all.addAll(groups());
        return all;
    }

    private static List<Mutant> shares() {
        return List.of(
                news("no notificationType", "NOTIF-07", message -> message.remove("notificationType")),
                news(
                        "an unregistered type",
                        "NOTIF-08 NSHARE-07",
                        message -> message.put("notificationType", "SHARE_PAINTED_BLUE")),
                news("no senderDomain", "NOTIF-09", message -> message.remove("senderDomain")),
                news(
                        "a providerId at the top",
                        "NOTIF-15",
                        message -> message.put(
                                "providerId", file(message).path("providerId").asText())),
                news("no kind of thing", "NOTIF-17", message -> {
                    message.remove("resourceType");
                    message.remove("shareType");
                }),
                news(
                        "another resourceType",
                        "NSHARE-04",
                        message -> message.put(
                                "resourceType",
                                message.path("resourceType").asText().equals("file") ? "folder" : "file")),
                news(
                        "another shareType",
                        "NSHARE-06",
                        message -> message.put(
                                "shareType", message.path("shareType").asText().equals("user") ? "group" : "user")),
                news("no notification", "NSHARE-08", message -> message.remove("notification")),
                news("no file", "NSHARE-10", message -> inner(message).remove("file")),
                news(
                        "no providerId",
                        "NSHARE-11 IANA-10",
                        message -> file(message).remove("providerId")),
                news("another providerId", "NSHARE-11", message -> file(message).put("providerId", "never-announced")));
    }

    private static List<Mutant> reshares() {
        return List.of(
                reshare("no notification", "RESHARE-08", message -> message.remove("notification")),
                reshare("no file", "RESHARE-10", message -> inner(message).remove("file")),
                reshare(
                        "no providerId",
                        "RESHARE-11 IANA-10",
                        message -> file(message).remove("providerId")),
                reshare(
                        "another providerId",
                        "RESHARE-11",
                        message -> file(message).put("providerId", "never-announced")),
                reshare("no shareWith", "RESHARE-12", message -> file(message).remove("shareWith")),
                reshare(
                        "another resourceType",
                        "RESHARE-05",
                        message -> message.put(
                                "resourceType",
                                message.path("resourceType").asText().equals("file") ? "folder" : "file")),
                reshare(
                        "another shareType",
                        "RESHARE-07",
                        message -> message.put(
                                "shareType", message.path("shareType").asText().equals("user") ? "group" : "user")));
    }

    private static List<Mutant> requests() {
        return List.of(
                request("no resourceType", "RESHARE-18 NOTIF-17", message -> message.remove("resourceType")),
                request("a shareType", "RESHARE-19", message -> message.put("shareType", "user")),
                request("no notification", "RESHARE-20", message -> message.remove("notification")),
                request("no file", "RESHARE-22", message -> inner(message).remove("file")),
                request("no owner", "RESHARE-23", message -> file(message).remove("owner")),
                request("no shareWith", "RESHARE-24", message -> file(message).remove("shareWith")),
                request("no shareId", "RESHARE-25", message -> file(message).remove("shareId")),
                request("no permissions", "RESHARE-26", message -> file(message).remove("permissions")));
    }

    private static List<Mutant> removals() {
        return List.of(
                removal("a resourceType", "REMOVE-03", message -> message.put("resourceType", "file")),
                removal("the type of a group", "REMOVE-04", message -> message.put("shareType", "group")),
                removal(
                        "another notificationType",
                        "REMOVE-05",
                        message -> message.put("notificationType", "MLS_COMMIT")),
                removal("no notification", "REMOVE-06", message -> message.remove("notification")),
                removal("no user", "REMOVE-08", message -> inner(message).remove("user")),
                removal(
                        "no userId",
                        "REMOVE-09 IANA-11",
                        message -> inner(message).putObject("user")),
                removal(
                        "a userId that is no address",
                        "REMOVE-09",
                        message -> inner(message).putObject("user").put("userId", "alice")),
                removal("no groupId", "REMOVE-10 IANA-11", message -> {
                    message.put("notificationType", "GROUP_REMOVED").put("shareType", "group");
                    message.putObject("notification").putObject("group");
                }));
    }

    private static List<Mutant> groups() {
        return List.of(
                group("no data", "MLS-11", message -> message.remove("notification")),
                group(
                        "a providerId",
                        "MLS-11 NSHARE-07",
                        message -> inner(message).putObject("file").put("providerId", "share-1")));
    }

    private static Mutant group(String name, String breaks, Consumer<ObjectNode> change) {
        return news("of a group, " + name, breaks, message -> {
            message.put("notificationType", "MLS_COMMIT");
            message.remove("resourceType");
            message.remove("shareType");
            message.putObject("notification").put("mlsGroupId", "group-1").put("content", "AAAA");
            change.accept(message);
        });
    }

    /** What is told of shares is told otherwise; wishes to share on, or to be shared with, are told as they are. */
    private static Mutant news(String name, String breaks, Consumer<ObjectNode> change) {
        return Mutant.of("notification: " + name, breaks, Changes.message(NEWS, message -> {
            if (message.path("notificationType").asText().startsWith("SHARE_")) change.accept(message);
        }));
    }

    private static Mutant reshare(String name, String breaks, Consumer<ObjectNode> change) {
        return news("to share on, " + name, breaks, message -> {
            if (message.path("notificationType").asText().equals("SHARE_DECLINED")) return; // it may name no share
            message.put("notificationType", "REQUEST_RESHARE");
            file(message).put("shareWith", "carol@elsewhere.example");
            change.accept(message);
        });
    }

    private static Mutant request(String name, String breaks, Consumer<ObjectNode> change) {
        return news("to be shared with, " + name, breaks, message -> {
            message.put("notificationType", "REQUEST_SHARE");
            message.remove("shareType");
            var file = message.putObject("notification").putObject("file");
            file.put("owner", "bob@beta.example")
                    .put("shareWith", "alice@alpha.example")
                    .put("shareId", "no-such-thing");
            file.putArray("permissions").add("read");
            change.accept(message);
        });
    }

    private static Mutant removal(String name, String breaks, Consumer<ObjectNode> change) {
        return news("of a removal, " + name, breaks, message -> {
            message.put("notificationType", "USER_REMOVED").put("shareType", "user");
            message.remove("resourceType");
            message.putObject("notification").putObject("user").put("userId", "carol@alpha.example");
            change.accept(message);
        });
    }

    private static ObjectNode inner(ObjectNode message) {
        return (ObjectNode) message.get("notification");
    }

    private static ObjectNode file(ObjectNode message) {
        return (ObjectNode) inner(message).get("file");
    }
}
