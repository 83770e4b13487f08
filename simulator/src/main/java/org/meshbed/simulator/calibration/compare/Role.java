package org.meshbed.simulator.calibration.compare;

import java.util.List;
import java.util.Locale;

/**
 * What a place in a message holds. This is the one list of places whose values servers make up: everything else must be
 * equal. A made-up value is never ignored: it must be of the same kind as the recorded one, and the same recorded value
 * must be the same simulated value wherever it comes again.
 */
public enum Role {
    /** Equal, once values known by now are put in. */
    EXACT,
    /** Ids, secrets, codes, tokens and what holds them: addresses, URIs, paths. */
    MADE_UP,
    /** A name: equal, but where it is an id that stands for one. */
    NAME,
    /** The public part of a key. */
    KEY,
    /** A moment close to when it was sent. */
    NOW,
    /** A moment in the same format, whenever it is. */
    MOMENT,
    /** A value that only says whether something changed. */
    TAG;

    private static final List<String> MADE_UP_MEMBERS = List.of(
            "providerid",
            "remoteid",
            "remote_id",
            "id",
            "uri",
            "url",
            "sharedsecret",
            "secret",
            "token",
            "remoteuserid",
            "userid",
            "owner",
            "sender",
            "initiator",
            "sharedby",
            "code",
            "access_token",
            "refresh_token",
            "invitestring",
            "invite_link",
            "href",
            "fileid",
            "file-parent",
            "spaceid",
            "senderid",
            "shareid",
            "request-id",
            "error_id");
    private static final List<String> KEY_MEMBERS = List.of("x", "y", "n", "publickey", "publickeypem");
    private static final List<String> NOW_MEMBERS = List.of("createdat", "created", "date", "timestamp");
    private static final List<String> MOMENT_MEMBERS =
            List.of("expiration", "expiresat", "mtime", "getlastmodified", "creationdate", "lastmodified", "expires");
    private static final List<String> TAG_MEMBERS = List.of("getetag", "etag");

    /** The role of a member of a JSON object, a field of a form or an element of XML, by its name. */
    public static Role ofMember(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (MADE_UP_MEMBERS.contains(lower)) return MADE_UP;
        if (lower.equals("name")) return NAME;
        if (KEY_MEMBERS.contains(lower)) return KEY;
        if (NOW_MEMBERS.contains(lower)) return NOW;
        if (MOMENT_MEMBERS.contains(lower)) return MOMENT;
        return TAG_MEMBERS.contains(lower) ? TAG : EXACT;
    }
}
