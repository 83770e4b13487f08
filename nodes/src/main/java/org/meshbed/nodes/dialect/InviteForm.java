package org.meshbed.nodes.dialect;

/** How an invite is written down to be handed from person to person. */
public enum InviteForm {
    /** Base64 of {@code token@host} with padding (1.2.2 to 1.4; the texts before have no form at all). */
    BASE64,
    /** Base64url of {@code token@host} without padding (1.5). */
    BASE64URL
}
