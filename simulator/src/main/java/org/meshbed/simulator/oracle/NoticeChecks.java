package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.ArrayList;
import java.util.List;

/** Notifications: how they are sent, what they speak of, and how they are answered. */
final class NoticeChecks {
    private NoticeChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        checks.addAll(AnnouncingChecks.carried(
                Kind.NOTIFICATION,
                "/notifications",
                "OCM-NOTIF-01",
                "OCM-NOTIF-02",
                "OCM-NOTIF-03",
                "OCM-NOTIF-04",
                "OCM-NOTIF-05"));
        checks.addAll(sent());
        checks.addAll(answered());
        return checks;
    }

    private static List<Check> sent() {
        return List.of(
                caller(Kind.NOTIFICATION, "OCM-NOTIF-08", "a registered type", NoticeChecks::unregistered),
                caller(
                        Kind.NOTIFICATION,
                        "OCM-NOTIF-15",
                        "the id inside of notification",
                        x -> unless(!x.message().has("providerId"), "a providerId at the top")),
                caller(Kind.NOTIFICATION, "OCM-NOTIF-17", "resourceType or shareType", NoticeChecks::untyped),
                caller(
                        Kind.NOTIFICATION,
                        "OCM-NSHARE-04",
                        "the resource type of the share",
                        x -> differs(x, Notices.aboutShare(x), "resourceType")),
                caller(
                        Kind.NOTIFICATION,
                        "OCM-NSHARE-06",
                        "the share type of the share",
                        x -> differs(x, Notices.aboutShare(x), "shareType")),
                caller(
                        Kind.NOTIFICATION,
                        "OCM-NSHARE-07",
                        String.join(", ", Notices.ABOUT_SHARES),
                        x -> unless(
                                !x.message().path("notification").path("file").has("providerId")
                                        || Notices.aboutShare(x)
                                        || Notices.type(x).isEmpty()
                                        || Notices.type(x).startsWith("REQUEST_"),
                                () -> "type " + Texts.quoted(Notices.type(x)) + " about a share")),
                caller(
                        Kind.NOTIFICATION,
                        "OCM-NSHARE-11",
                        "the id of a share between the two servers",
                        x -> strange(x, Notices.aboutShare(x))),
                caller(
                        Kind.NOTIFICATION,
                        "OCM-RESHARE-11",
                        "the id of a share between the two servers",
                        x -> strange(x, Notices.type(x).equals("REQUEST_RESHARE"))),
                caller(
                        Kind.NOTIFICATION,
                        "OCM-RESHARE-05",
                        "the resource type of the share",
                        x -> differs(x, Notices.type(x).equals("REQUEST_RESHARE"), "resourceType")),
                caller(
                        Kind.NOTIFICATION,
                        "OCM-RESHARE-07",
                        "the share type of the share",
                        x -> differs(x, Notices.type(x).equals("REQUEST_RESHARE"), "shareType")),
                caller(
                        Kind.NOTIFICATION,
                        "OCM-RESHARE-18",
                        "the type of the resource",
                        x -> unless(
                                !Notices.type(x).equals("REQUEST_SHARE")
                                        || x.message().path("resourceType").isString(),
                                "no resourceType")),
                caller(
                        Kind.NOTIFICATION,
                        "OCM-RESHARE-19",
                        "no shareType",
                        x -> unless(
                                !Notices.type(x).equals("REQUEST_SHARE")
                                        || !x.message().has("shareType"),
                                "a shareType")),
                caller(
                        Kind.NOTIFICATION,
                        "OCM-REMOVE-03",
                        "no resourceType",
                        x -> unless(!Notices.removes(x) || !x.message().has("resourceType"), "a resourceType")),
                caller(Kind.NOTIFICATION, "OCM-REMOVE-04", "the type of who was removed", NoticeChecks::removedType),
                caller(
                        Kind.NOTIFICATION,
                        "OCM-REMOVE-05",
                        "USER_REMOVED or GROUP_REMOVED",
                        x -> unless(
                                Notices.removes(x)
                                        || !x.message().path("notification").has("user")
                                                && !x.message()
                                                        .path("notification")
                                                        .has("group"),
                                () -> "type " + Texts.quoted(Notices.type(x)) + " about a recipient")));
    }

    private static List<Check> answered() {
        return List.of(
                callee(
                        Kind.NOTIFICATION,
                        "OCM-NOTIF-08",
                        "to refuse an unknown type",
                        x -> unless(
                                !x.successful() || unregistered(x).isEmpty(),
                                () -> "took " + Texts.quoted(Notices.type(x)))),
                callee(
                        Kind.NOTIFICATION,
                        "OCM-NOTIF-17",
                        "to refuse it without both types",
                        x -> unless(!x.successful() || untyped(x).isEmpty(), "took it")),
                callee(
                        Kind.NOTIFICATION,
                        "OCM-NSHARE-11",
                        "to refuse an unknown share",
                        x -> unless(
                                !x.successful()
                                        || strange(x, Notices.aboutShare(x)).isEmpty()
                                        || known(x),
                                "took it")),
                callee(
                        Kind.NOTIFICATION,
                        "OCM-RESHARE-11",
                        "to refuse an unknown share",
                        x -> unless(
                                !x.successful()
                                        || strange(x, Notices.type(x).equals("REQUEST_RESHARE"))
                                                .isEmpty()
                                        || known(x),
                                "took it")),
                callee(
                        Kind.NOTIFICATION,
                        "OCM-NOTIF-11",
                        "to refuse what is not the sender's affair",
                        x -> unless(
                                !x.successful()
                                        || strange(x, Notices.aboutShare(x)).isEmpty()
                                        || !known(x),
                                "took it")),
                callee(
                        Kind.NOTIFICATION,
                        "OCM-YAML-11",
                        "201",
                        x -> unless(!x.successful() || x.status() == 201, () -> "status " + x.status())),
                callee(
                        Kind.NOTIFICATION,
                        "OCM-ROLE-02",
                        "to take notifications",
                        x -> unless(
                                !x.posts()
                                        || !Notices.aboutShare(x)
                                        || Notices.share(x).isEmpty()
                                        || x.status() != 405 && x.status() != 501,
                                () -> "status " + x.status())),
                callee(
                        Kind.NOTIFICATION,
                        "OCM-RESHARE-28",
                        "201 for a request it will put to the owner",
                        x -> unless(
                                !Notices.type(x).equals("REQUEST_SHARE") || !x.successful() || x.status() == 201,
                                () -> "status " + x.status())),
                callee(
                        Kind.NOTIFICATION,
                        "OCM-RESHARE-33",
                        "a fitting HTTP error for a request it declines",
                        x -> unless(
                                !Notices.type(x).equals("REQUEST_SHARE")
                                        || x.status() < 500
                                        || List.of(501, 503).contains(x.status()),
                                () -> "status " + x.status())));
    }

    private static String unregistered(Seen x) {
        var type = Notices.type(x);
        return unless(type.isEmpty() || Notices.registered(type), () -> "type " + Texts.quoted(type));
    }

    /** Notifications of the group draft have neither, since the drafts are not aligned yet. */
    private static String untyped(Seen x) {
        var typed = x.message().has("resourceType") || x.message().has("shareType");
        return unless(!x.message().isObject() || typed || Notices.type(x).startsWith("MLS_"), "neither of them");
    }

    private static String differs(Seen x, boolean concerned, String member) {
        if (!concerned || !x.message().has(member)) return FINE;
        var share = Notices.share(x);
        if (share.isEmpty()) return FINE;
        var right = Texts.of(share.get().message().path(member));
        return unless(
                right.equals(x.text(member)),
                () -> member + " " + Texts.quoted(x.text(member)) + " for a share of " + right);
    }

    private static String strange(Seen x, boolean concerned) {
        var id = Notices.shareId(x.message());
        if (!concerned || id.isEmpty() || Notices.declinesRequest(x)) return FINE;
        return unless(
                Notices.share(x).isPresent() || elsewhere(x, id), "an id that was never announced between the two");
    }

    /** Where the other server of a share has its messages taken by a third. */
    private static boolean elsewhere(Seen x, String id) {
        var asked = x.known().addressOf(x.authority());
        var by = x.caller().name();
        return x.known().shares(id).stream()
                .anyMatch(share -> share.callee().equals(by) && share.host().equals(asked)
                        || share.caller().equals(by) && share.recipientHost().equals(asked));
    }

    /** The called server takes part in a share of that id, with some other server. */
    private static boolean known(Seen x) {
        var name = x.callee().name();
        return x.known().shares(Notices.shareId(x.message())).stream()
                .anyMatch(share -> share.caller().equals(name) || share.callee().equals(name));
    }

    private static String removedType(Seen x) {
        if (!Notices.removes(x)) return FINE;
        var right = Notices.type(x).equals("USER_REMOVED") ? "user" : "group";
        return unless(x.text("shareType").equals(right), () -> "shareType " + Texts.quoted(x.text("shareType")));
    }
}
