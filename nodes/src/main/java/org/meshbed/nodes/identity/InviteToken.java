package org.meshbed.nodes.identity;

/** The hard-to-guess token of one invite; never printed. At most 512 characters. */
public record InviteToken(String value) {
    public InviteToken {
        if (value.isEmpty() || value.length() > 512 || value.codePoints().anyMatch(Character::isISOControl))
            throw new NotWellFormed(
                    "invite token", "(" + value.length() + " characters)", "1 to 512 printable characters");
    }

    @Override
    public String toString() {
        return "InviteToken[masked]";
    }
}
