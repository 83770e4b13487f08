package org.meshbed.nodes.vendor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.meshbed.nodes.port.Secrets;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.port.Time;

/** Ids, secrets and tokens in the forms that a profile gives them; drawn from the same streams. */
public final class MadeSecrets implements Secrets {
    private final Secrets drawn;
    private final Time time;
    private final Map<String, String> forms;
    private final Table<Integer> counters;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public MadeSecrets(Secrets drawn, Time time, Store store, Map<String, String> forms) {
        this.counters = new Table<>(store, "counters", Integer.class);
        this.drawn = drawn;
        this.time = time;
        this.forms = forms;
    }

    @Override
    public String text(Purpose purpose, int length) {
        var form = forms.get(purpose.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (form == null) return drawn.text(purpose, length);
        return switch (form) {
            case "letters-15" -> drawn.text(purpose, 15);
            case "number" -> next(purpose.name());
            default -> made(form, bytes(drawn.text(purpose, 32)));
        };
    }

    private String next(String purpose) {
        if (counters.putIfAbsent(purpose, 1)) return "1";
        return counters.change(purpose, n -> Optional.of(n + 1)).orElse(1).toString();
    }

    private String made(String form, byte[] bytes) {
        return switch (form) {
            case "uuid-7" -> timed(bytes);
            case "uuid-4" -> uuid(bytes, 4);
            case "hex-32" -> HexFormat.of().formatHex(bytes);
            case "letters-32" -> letters(bytes);
            case "base64url-32" -> Base64.getUrlEncoder().encodeToString(bytes);
            default -> throw new IllegalStateException("there is no form of secrets named " + form);
        };
    }

    private static String letters(byte[] bytes) {
        var letters = new StringBuilder();
        for (var b : bytes) letters.append(LETTERS.charAt(Math.floorMod(b, LETTERS.length())));
        return letters.toString();
    }

    /** RFC 9562, 5.7: milliseconds since the epoch in front. */
    private String timed(byte[] bytes) {
        var moment = ByteBuffer.allocate(8).putLong(time.now().toEpochMilli()).array();
        System.arraycopy(moment, 2, bytes, 0, 6);
        return uuid(bytes, 7);
    }

    private static String uuid(byte[] bytes, int version) {
        var buffer = ByteBuffer.wrap(Arrays.copyOf(bytes, 16));
        var most = buffer.getLong() & ~0xF000L | (long) version << 12;
        var least = buffer.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(most, least).toString();
    }

    private static byte[] bytes(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
