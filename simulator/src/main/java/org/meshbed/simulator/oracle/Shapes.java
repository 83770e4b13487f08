package org.meshbed.simulator.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which shape a message must have. */
final class Shapes {
    private static final String DISCOVERY = "discovery";
    private static final String SHARE = "share";
    private static final String SHARE_RECEIVED = "share-received";
    private static final String NOTIFICATION = "notification";
    private static final String INVITE = "invite";
    private static final String INVITE_ACCEPTED = "invite-accepted";
    private static final List<String> ALL = List.of(
            DISCOVERY,
            SHARE,
            SHARE_RECEIVED,
            NOTIFICATION,
            "notification-share",
            "notification-reshare",
            "notification-request",
            "notification-user",
            "notification-group",
            INVITE,
            INVITE_ACCEPTED,
            "keys");

    private Shapes() {}

    private static final class Compiled {
        static final Map<String, Shape> BY_NAME = compile();

        private static Map<String, Shape> compile() {
            var shapes = new LinkedHashMap<String, Shape>();
            ALL.forEach(name -> shapes.put(name, Shape.named(name)));
            return shapes;
        }
    }

    /**
     * One message held against its shape.
     *
     * @param alsoBlamesWhoTakesIt whether the called server took the message as if it were right
     */
    record Look(String name, Check.Blame blames, boolean alsoBlamesWhoTakesIt, List<Shape.Misfit> misfits) {}

    static List<Look> of(Seen seen) {
        var looks = new ArrayList<Look>();
        switch (seen.kind()) {
            case DISCOVERY -> {
                if (seen.status() == 200 && seen.answer().isObject()) looks.add(reply(DISCOVERY, seen));
            }
            case SHARE -> {
                request(SHARE, seen, looks);
                if (seen.status() == 201 && hasBody(seen)) looks.add(reply(SHARE_RECEIVED, seen));
            }
            case NOTIFICATION -> notification(seen, looks);
            case INVITE -> {
                request(INVITE, seen, looks);
                if (seen.status() == 200 && hasBody(seen)) looks.add(reply(INVITE_ACCEPTED, seen));
            }
            case KEYS -> {
                if (seen.status() == 200) looks.add(reply("keys", seen));
            }
            case TOKEN, ASK, ACCESS, OTHER -> {}
        }
        return looks;
    }

    private static void notification(Seen seen, List<Look> looks) {
        request(NOTIFICATION, seen, looks);
        if (!seen.message().isObject()) return;
        var type = seen.text("notificationType");
        var payload = switch (type) {
            case "REQUEST_RESHARE" -> "notification-reshare";
            case "REQUEST_SHARE" -> "notification-request";
            case "USER_REMOVED" -> "notification-user";
            case "GROUP_REMOVED" -> "notification-group";
            default -> Notices.ABOUT_SHARES.contains(type) ? "notification-share" : "";
        };
        if (!payload.isEmpty()) request(payload, seen, looks);
    }

    /** A body that is no JSON at all is the business of the rules about media types and bodies. */
    private static void request(String name, Seen seen, List<Look> looks) {
        if (seen.cut() || seen.message().isMissingNode()) return;
        var misfits = shape(name).misfits(seen.message());
        looks.add(new Look(name, Check.Blame.CALLER, seen.successful(), misfits));
    }

    private static Look reply(String name, Seen seen) {
        return new Look(name, Check.Blame.CALLEE, false, shape(name).misfits(seen.answer()));
    }

    private static boolean hasBody(Seen seen) {
        return !seen.answer().isMissingNode();
    }

    private static Shape shape(String name) {
        var shape = Compiled.BY_NAME.get(name);
        if (shape == null) throw new IllegalStateException("there is no shape '" + name + "'");
        return shape;
    }

    /** The ids of the rules that some schema asks for. */
    static Set<String> rules() {
        var ids = new TreeSet<String>();
        Compiled.BY_NAME.values().forEach(shape -> ids.addAll(shape.named()));
        return ids;
    }
}
