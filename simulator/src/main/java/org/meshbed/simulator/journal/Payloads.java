package org.meshbed.simulator.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.meshbed.nodes.protocol.Body;

/** Makes what may be published of a body. */
final class Payloads {
    private final Masks masks;

    Payloads(Masks masks) {
        this.masks = masks;
    }

    Payload of(Body body, String text) {
        return switch (body) {
            case Body.None() -> Payload.NONE;
            case Body.Bytes(var bytes) -> of(bytes, text, bytes.length, "");
            case Body.Stream(var content) -> Payload.stream(content.length());
        };
    }

    /** @param sha256 of the whole, or empty to take that of these bytes */
    Payload of(byte[] bytes, String text, long length, String sha256) {
        if (length == 0) return Payload.NONE;
        var cut = length > Payload.MOST_KEPT;
        var masked = masks.mask(text);
        var changed = !masked.equals(text);
        var digest =
                changed ? digest(masked.getBytes(StandardCharsets.UTF_8)) : sha256.isEmpty() ? digest(bytes) : sha256;
        if (text.isEmpty() || !changed && isLatin(bytes, text))
            return new Payload(Payload.Form.BASE64, base64(bytes), length, digest, false, cut);
        return new Payload(Payload.Form.TEXT, masked, length, digest, changed, cut);
    }

    /**
     * The text of what is kept of a body, to be searched for secrets: UTF-8, or else one character for each byte, so
     * that a secret is found between bytes that are no text as well.
     */
    static String text(byte[] bytes) {
        var kept = Math.min(bytes.length, Payload.MOST_KEPT);
        // a character cut in two at the end makes the rest no less a text
        for (var end = kept; end >= 0 && end > kept - 4; end--) {
            var text = utf8(bytes, end);
            if (text != null) return text;
            if (kept == bytes.length) break;
        }
        return new String(bytes, 0, kept, StandardCharsets.ISO_8859_1);
    }

    static String text(Body body) {
        return body instanceof Body.Bytes(var bytes) ? text(bytes) : "";
    }

    private static @org.jspecify.annotations.Nullable String utf8(byte[] bytes, int length) {
        if (isAscii(bytes, length)) return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isAscii(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) if (bytes[i] < 0) return false;
        return true;
    }

    /** Whether the text was made of bytes that are no UTF-8. */
    private static boolean isLatin(byte[] bytes, String text) {
        var kept = Math.min(bytes.length, Payload.MOST_KEPT);
        return text.length() == kept && !isAscii(bytes, kept) && utf8(bytes, kept) == null;
    }

    private static String base64(byte[] bytes) {
        var kept = bytes.length > Payload.MOST_KEPT ? Arrays.copyOf(bytes, Payload.MOST_KEPT) : bytes;
        return Base64.getEncoder().encodeToString(kept);
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** To be copied: that costs a tenth of asking all providers for one. */
    private static final MessageDigest SHA_256 = newSha256();

    static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            return newSha256();
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
