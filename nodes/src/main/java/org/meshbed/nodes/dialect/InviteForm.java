package org.meshbed.nodes.dialect;

/** How an invite is written down to be handed from person to person. */
public enum InviteForm {
    /** {@code token@host}: up to 1.2.1 the texts had no string for it. */
    PLAIN,
    /** Base64 of {@code token@host} with padding (1.2.2 to 1.4). */
    BASE64,
    /** Base64url of {@code token@host} without padding (1.5). */
    BASE64URL
}
