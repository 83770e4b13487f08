package org.meshbed.simulator.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Who asked whom to be shared with, or to share on, and was not refused. */
final class Asks {
    private static final List<String> ABOUT_REQUESTS = List.of("REQUEST_SHARE", "REQUEST_RESHARE");

    private final List<Ask> all = new ArrayList<>();
    private final TreeSet<String> reshares = new TreeSet<>();

    /**
     * A request that was taken.
     *
     * @param by name of the server that asked
     * @param owner name of the server that was asked
     * @param shareWith the address that is to get the share
     * @param resource what is asked for, in the words of who asks
     */
    record Ask(Seen seen, String by, String owner, String shareWith, String resource, boolean reshare) {}

    void add(Seen seen) {
        var file = seen.message().path("notification").path("file");
        var old = seen.request().path().endsWith("/request-share");
        if (!old && !ABOUT_REQUESTS.contains(Notices.type(seen))) return;
        var shareWith = Texts.of(old ? seen.message().path("shareWith") : file.path("shareWith"));
        var resource = Notices.requested(seen.request().target(), seen.message());
        var reshare = Notices.type(seen).equals("REQUEST_RESHARE");
        all.add(new Ask(seen, seen.caller().name(), seen.callee().name(), shareWith, resource, reshare));
    }

    /** A server is asked to share on with somebody. */
    void begun(String owner, String shareWith) {
        reshares.add(owner + "\n" + identifier(shareWith) + "@" + Texts.host(shareWith));
    }

    boolean wasAskedToShareOn(String owner, String shareWith) {
        return reshares.contains(owner + "\n" + identifier(shareWith) + "@" + Texts.host(shareWith));
    }

    /** Requests of others that a person may be speaking of. */
    List<Ask> spokenOf(String owner, String words) {
        return all.stream()
                .filter(ask -> !ask.reshare() && ask.owner().equals(owner) && words.contains(ask.shareWith()))
                .toList();
    }

    /** Whether two addresses name the same person: identifiers by case, hosts without. */
    static boolean same(String one, String other) {
        return identifier(one).equals(identifier(other)) && Texts.host(one).equals(Texts.host(other));
    }

    static String identifier(String address) {
        var at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }
}
