package org.meshbed.simulator.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a server is free to do or not: whether it does is written down, and is never a finding. */
final class Notes {
    private static final Map<Kind, List<Note>> BY_KIND = byKind();

    private Notes() {}

    /** Something that may be seen. */
    record Note(String rule, Kind kind, Predicate<Seen> seen) {}

    static List<Note> of(Kind kind) {
        return BY_KIND.getOrDefault(kind, List.of());
    }

    static Set<String> rules() {
        var ids = new TreeSet<String>();
        BY_KIND.values().forEach(list -> list.forEach(note -> ids.add(note.rule())));
        return ids;
    }

    private static Map<Kind, List<Note>> byKind() {
        var all = new ArrayList<Note>();
        documents(all);
        shares(all);
        notifications(all);
        var byKind = new EnumMap<Kind, List<Note>>(Kind.class);
        for (var note : all)
            byKind.computeIfAbsent(note.kind(), _ -> new ArrayList<>()).add(note);
        return byKind;
    }

    private static void documents(List<Note> all) {
        document(all, "OCM-DISC-13", "provider");
        document(all, "OCM-DISC-26", "capabilities");
        document(all, "OCM-DISC-29", "criteria");
        document(all, "OCM-DISC-36", "inviteAcceptDialog");
        document(all, "OCM-DISC-39", "jwksUri");
        document(all, "OCM-DISC-44", "tokenEndPoint");
        all.add(note("OCM-ROLE-04", Kind.DISCOVERY, x -> DiscoveryChecks.can(x.answer(), "invites")));
        all.add(note("OCM-ROLE-05", Kind.DISCOVERY, x -> DiscoveryChecks.can(x.answer(), "invite-wayf")));
        all.add(note(
                "OCM-DISC-28",
                Kind.DISCOVERY,
                x -> !x.answer().path("capabilities").isEmpty()));
        all.add(note(
                "OCM-DISC-31", Kind.DISCOVERY, x -> !x.answer().path("criteria").isEmpty()));
        all.add(note("OCM-DISC-33", Kind.DISCOVERY, x -> DiscoveryChecks.demands(x.answer(), "denylist")));
        all.add(note("OCM-DISC-34", Kind.DISCOVERY, x -> DiscoveryChecks.demands(x.answer(), "allowlist")));
        all.add(note(
                "OCM-DISC-22",
                Kind.DISCOVERY,
                x -> x.status() == 200
                        && x.answer().isObject()
                        && x.answer().findPath("webdav-receive").isMissingNode()));
        all.add(note("OCM-DISC-08", Kind.DISCOVERY, x -> x.to().scheme() == org.meshbed.nodes.identity.Scheme.HTTP));
    }

    private static void shares(List<Note> all) {
        member(all, Kind.SHARE, "OCM-SHARE-23", "/description");
        member(all, Kind.SHARE, "OCM-SHARE-28", "/ownerDisplayName");
        member(all, Kind.SHARE, "OCM-SHARE-29", "/senderDisplayName");
        member(all, Kind.SHARE, "OCM-SHARE-36", "/expiration");
        member(all, Kind.SHARE, "OCM-SHARE-38", "/encryption");
        member(all, Kind.SHARE, "OCM-SHARE-46", "/protocol/options");
        member(all, Kind.SHARE, "OCM-SHARE-48", "/protocol/webdav/accessTypes");
        member(all, Kind.SHARE, "OCM-SHARE-59", "/protocol/webdav/permissions");
        member(all, Kind.SHARE, "OCM-SHARE-60", "/protocol/webdav/requirements");
        member(all, Kind.SHARE, "OCM-SHARE-65", "/protocol/webdav/size");
        member(all, Kind.SHARE, "OCM-SHARE-86", "/protocol/webapp/appName");
        member(all, Kind.SHARE, "OCM-SHARE-87", "/protocol/webapp/appIconHint");
        member(all, Kind.SHARE, "OCM-SHARE-90", "/protocol/webapp/mediaTypes");
        member(all, Kind.SHARE, "OCM-SHARE-93", "/protocol/ssh/accessTypes");
        all.add(note("OCM-SHARE-53", Kind.SHARE, x -> !uri(x).isEmpty() && !Paths.absolute(uri(x))));
        all.add(note("OCM-SHARE-55", Kind.SHARE, x -> Paths.absolute(uri(x))));
        all.add(note(
                "OCM-SHARE-11",
                Kind.SHARE,
                x -> demandsExchange(x) && !DiscoveryChecks.demands(x.calleeDocument(), "must-exchange-token")));
        all.add(note("OCM-SHARE-101", Kind.SHARE, x -> x.answer().has("recipientPublicKeys")));
        all.add(note(
                "OCM-YAML-12", Kind.SHARE, x -> x.status() == 201 && !x.answer().has("recipientDisplayName")));
        all.add(note("OCM-DISCARD-03", Kind.SHARE, x -> x.status() == 401 && !TrustChecks.signed(x)));
        all.add(note(
                "OCM-SHARE-14",
                Kind.SHARE,
                x -> x.calleeDocument().isObject() && x.text("resourceType").equals("file")));
        all.add(note(
                "OCM-SHARE-15",
                Kind.SHARE,
                x -> x.status() == 201 && x.text("resourceType").equals("file")));
    }

    private static void notifications(List<Note> all) {
        member(all, Kind.NOTIFICATION, "OCM-NOTIF-12", "/resourceType");
        member(all, Kind.NOTIFICATION, "OCM-NOTIF-13", "/shareType");
        member(all, Kind.NOTIFICATION, "OCM-NOTIF-14", "/providerId");
        member(all, Kind.NOTIFICATION, "OCM-NOTIF-16", "/notification");
        all.add(note(
                "OCM-NSHARE-01",
                Kind.NOTIFICATION,
                x -> List.of("SHARE_ACCEPTED", "SHARE_DECLINED").contains(Notices.type(x))));
        all.add(note(
                "OCM-NSHARE-02",
                Kind.NOTIFICATION,
                x -> List.of("SHARE_UNSHARED", "SHARE_CHANGE_PERMISSION").contains(Notices.type(x))));
        all.add(note(
                "OCM-FLOW-01",
                Kind.NOTIFICATION,
                x -> List.of("SHARE_ACCEPTED", "SHARE_DECLINED").contains(Notices.type(x))));
        all.add(note("OCM-FLOW-03", Kind.NOTIFICATION, Notices::aboutShare));
        all.add(note(
                "OCM-NSHARE-05",
                Kind.NOTIFICATION,
                x -> Notices.aboutShare(x) && !x.message().has("shareType")));
        all.add(note(
                "OCM-NSHARE-09",
                Kind.NOTIFICATION,
                x -> Notices.aboutShare(x) && x.message().path("notification").has("message")));
        all.add(note(
                "OCM-NSHARE-12",
                Kind.NOTIFICATION,
                x -> Notices.aboutShare(x)
                        && x.message().path("notification").path("file").has("permissions")));
        all.add(note("OCM-RESHARE-01", Kind.NOTIFICATION, x -> Notices.type(x).equals("REQUEST_RESHARE")));
        all.add(note(
                "OCM-RESHARE-02",
                Kind.NOTIFICATION,
                x -> Notices.type(x).equals("REQUEST_RESHARE") && x.status() >= 400));
        all.add(note("OCM-RESHARE-17", Kind.NOTIFICATION, x -> Notices.type(x).equals("REQUEST_SHARE")));
        all.add(note(
                "OCM-RESHARE-27",
                Kind.NOTIFICATION,
                x -> Notices.type(x).equals("REQUEST_SHARE") && x.status() == 201));
        all.add(note(
                "OCM-RESHARE-32",
                Kind.NOTIFICATION,
                x -> Notices.type(x).equals("REQUEST_SHARE") && x.status() >= 400));
        all.add(note("OCM-REMOVE-01", Kind.NOTIFICATION, Notices::removes));
        all.add(note("OCM-IANA-09", Kind.NOTIFICATION, x -> Notices.registered(Notices.type(x))));
    }

    private static String uri(Seen x) {
        return Texts.of(x.message().path("protocol").path("webdav").path("uri"));
    }

    private static boolean demandsExchange(Seen x) {
        return Texts.holds(x.message().path("protocol").path("webdav").path("requirements"), "must-exchange-token");
    }

    private static void document(List<Note> all, String rule, String member) {
        all.add(note(rule, Kind.DISCOVERY, x -> x.answer().has(member)));
    }

    private static void member(List<Note> all, Kind kind, String rule, String pointer) {
        all.add(note(rule, kind, x -> !x.message().at(pointer).isMissingNode()));
    }

    private static Note note(String rule, Kind kind, Predicate<Seen> seen) {
        return new Note(rule, kind, seen);
    }
}
