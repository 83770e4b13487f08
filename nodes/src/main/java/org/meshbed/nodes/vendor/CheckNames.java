package org.meshbed.nodes.vendor;

import java.util.List;

/** The names under which profiles speak of the checks of a received message, and of its success. */
public final class CheckNames {
    /** The answer to a share that passed all checks. */
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
            "sender-invited",
            "pending-limit",
            "not-a-duplicate");

    /** The calls below an endpoint that some version has; {@code ocs} are those of sharing before OCM. */
    public static final List<String> CALLS =
            List.of("shares", "notifications", "invite-accepted", "request-share", "ocs");

    private CheckNames() {}
}
