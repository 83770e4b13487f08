package org.meshbed.nodes.vendor.quirk;

import java.util.List;

/** The names under which profiles speak of the checks of a received message, and of its success. */
public final class CheckNames {
    /** The answer to a message that passed all checks. */
    public static final String ACCEPTED = "accepted";

    /** The checks of a share creation notification. */
    public static final List<String> SHARE = List.of(
            "body-is-json",
            "fields-present",
            "sender-well-formed",
            "server-trusted",
            "signature-valid",
            "share-type-supported",
            "resource-type-supported",
            "protocol-supported",
            "access-complete",
            "access-inside",
            "requirements-known",
            "exchange-demanded",
            "name-short-enough",
            "share-with-here",
            "recipient-known",
            "user-known",
            "sender-invited",
            "sender-discovered",
            "pending-limit",
            "not-a-duplicate",
            "signature-readable",
            "signature-fits",
            "owner-of-the-sender",
            "access-named",
            "code-exchanged");

    /**
     * The checks of a notification. The last three look at the share it speaks of, while the news takes effect: a profile
     * gives them answers, and cannot move them.
     */
    public static final List<String> NOTIFICATION = List.of(
            "body-is-json",
            "type-present",
            "type-known",
            "resource-type-supported",
            "fields-present",
            "server-trusted",
            "signature-valid",
            "signer-trusted",
            "share-known",
            "sender-concerned",
            "answer-fits");

    /** The checks of an invite acceptance; those from {@code token-known} on look at the invite, in this order. */
    public static final List<String> INVITE = List.of(
            "body-is-json",
            "fields-present",
            "provider-well-formed",
            "provider-trusted",
            "signature-valid",
            "token-known",
            "token-current",
            "token-unused",
            "contact-new");

    /** The checks of a token request. */
    public static final List<String> TOKEN = List.of(
            "form-taken",
            "body-readable",
            "fields-present",
            "grant-type-supported",
            "client-well-formed",
            "signature-valid",
            "code-known",
            "code-of-the-client",
            "code-of-the-form",
            "share-open",
            "signature-readable",
            "signature-fits",
            "recipient-met");

    /** The checks of a request for what is shared. */
    public static final List<String> ACCESS = List.of(
            "credentials-shown", "address-known", "secret-known", "token-shown", "share-not-declined", "recipient-met");

    /** A request for the discovery document has no checks but those of the vendor. */
    public static final List<String> DISCOVERY = List.of();

    /** What somebody who asks to share on may be refused for. */
    public static final List<String> RESHARES = List.of(
            "reshare-allowed",
            "reshare-back",
            "reshare-again",
            "resource-there",
            "reshare-possible",
            "reshare-answered");

    /** What the calls of before OCM that are no shares may be refused for. */
    public static final List<String> LEGACY_NEWS = List.of("share-known", "sender-concerned", "call-known");

    /** Checks that look only where a profile says so. */
    static final List<String> OPTIONAL = List.of(
            "signature-readable",
            "signature-fits",
            "code-exchanged",
            "address-known",
            "owner-of-the-sender",
            "access-named",
            "recipient-met");

    /** Checks that look while the message takes effect: they have answers, and no place in an order. */
    static final List<String> FIXED =
            List.of("notification share-known", "notification sender-concerned", "notification answer-fits");

    /** The calls below an endpoint that some version has; {@code ocs} are those of sharing before OCM. */
    public static final List<String> CALLS =
            List.of("shares", "notifications", "invite-accepted", "request-share", "ocs");

    /** The requests that a node sends, by what they are for. */
    public static final List<String> REQUESTS = List.of(
            "discovery",
            "keys",
            "share",
            "notification",
            "invite",
            "token",
            "access",
            "content",
            "share-request",
            "reshare",
            "legacy-discovery",
            "legacy-share",
            "legacy-notification",
            "trust",
            "book");

    /** Where a route may lead. */
    public static final List<String> PLACES = List.of(
            "discovery", "keys", "shares", "notifications", "invite-accepted", "request-share", "ocs", "token", "data");

    private CheckNames() {}
}
