package org.meshbed.nodes.dialect;

import java.util.List;
import org.meshbed.nodes.protocol.Json;

/**
 * {@code POST {endPoint}/invite-accepted}, which differs little between versions.
 *
 * @param byUrl whether the accepting server names itself by a URL, as in 1.1, and not by its host
 */
record Invitations(InviteForm form, boolean byUrl, List<String> requires, int unknownToken) implements Dialect.Invites {
    private static final List<String> ALL = List.of("recipientProvider", "token", "userID", "email", "name");

    /** The yaml of 1.1 requires nothing; without these three no contact can be made. */
    static final Invitations V1_1 =
            new Invitations(InviteForm.PLAIN, true, List.of("recipientProvider", "token", "userID"), 404);

    static final Invitations V1_2 = new Invitations(InviteForm.BASE64, false, ALL, 400);
    static final Invitations V1_5 = new Invitations(InviteForm.BASE64URL, false, ALL, 400);

    @Override
    public Outgoing accepted(InviteAcceptance acceptance) {
        return Outgoing.json(
                "invite-accepted",
                Json.object()
                        .put("recipientProvider", (byUrl ? "https://" : "") + acceptance.own())
                        .put("token", acceptance.token().value())
                        .put("userID", acceptance.user())
                        .put("email", acceptance.email())
                        .put("name", acceptance.name()));
    }
}
