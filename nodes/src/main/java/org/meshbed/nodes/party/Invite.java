package org.meshbed.nodes.party;

import java.time.Instant;

/**
 * An invite as its sender sees it.
 *
 * @param id under which the node lists it
 * @param inviteString to be handed to the invited person (base64url of {@code token@host})
 */
public record Invite(String id, String inviteString, State state, Instant expiry) {
    public enum State {
        OPEN,
        ACCEPTED,
        WITHDRAWN,
        EXPIRED
    }
}
