package org.meshbed.simulator.oracle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An invite as people hand it over.
 *
 * @param padded whether it has the padding that one that is made must not have
 */
record InviteText(String token, String host, boolean padded) {

    /** Of an invite string, with padding or without; empty where it is in another form, or in none. */
    static Optional<InviteText> of(String text) {
        var bare = text.replaceFirst("=+$", "");
        if (!bare.matches("[A-Za-z0-9_-]+")) return Optional.empty();
        try {
            var plain = new String(Base64.getUrlDecoder().decode(bare), StandardCharsets.UTF_8);
            var at = plain.lastIndexOf('@');
            if (at < 1) return Optional.empty();
            return Optional.of(new InviteText(
                    plain.substring(0, at), Texts.hostPort(plain.substring(at + 1)), !bare.equals(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
