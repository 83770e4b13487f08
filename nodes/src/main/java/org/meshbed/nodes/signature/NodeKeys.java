package org.meshbed.nodes.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Secrets.Purpose;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.vendor.Manner;

/**
 * The keys of this node. The first is made when it is first needed, so that a node that does not sign has none; they
 * outlive restarts. A key that was replaced stays published while what was signed with it may still be under way.
 */
public final class NodeKeys {
    /** Twice as long as verifiers here take a signature for fresh. */
    public static final Duration STILL_PUBLISHED = Duration.ofMinutes(10);

    private static final int SECRET_LENGTH = 64;

    private final Ports ports;
    private final Manner manner;
    private final ServerHost own;
    private final Table<StoredKey> table;
    private volatile List<Kept> kept = List.of();

    private record Kept(SigningKey key, String retired) {}

    /**
     * A key as it is stored.
     *
     * @param retired when it was replaced; empty while it is in use
     */
    record StoredKey(int number, String kind, String privateKey, String publicKey, String retired) {
        StoredKey retired(Instant at) {
            return new StoredKey(number, kind, privateKey, publicKey, at.toString());
        }
    }

    public NodeKeys(Ports ports, Manner manner, ServerHost own) {
        this.ports = ports;
        this.manner = manner;
        this.own = own;
        this.table = new Table<>(ports.store(), "signing-keys", StoredKey.class);
    }

    /** The key that is used now; another is made where the profile wants one of another kind. */
    SigningKey current() {
        var keys = keys();
        var kind = SigningKey.Kind.named(Signing.of(manner).key());
        if (!keys.isEmpty() && keys.getLast().key().kind() == kind)
            return keys.getLast().key();
        return add(keys, kind);
    }

    /** Makes a new key, which is used from now on. */
    public String rotate() {
        var keys = keys();
        var key = add(keys, SigningKey.Kind.named(Signing.of(manner).key()));
        return key.kid();
    }

    private SigningKey add(List<Kept> before, SigningKey.Kind kind) {
        var number = before.isEmpty() ? 1 : before.getLast().key().number() + 1;
        var secret = ports.secrets().text(Purpose.SIGNING_KEY, SECRET_LENGTH);
        var key = SigningKey.drawn(own, number, kind, secret);
        var added = table.putIfAbsent(name(number), stored(key));
        if (added) {
            var now = ports.time().now();
            before.stream()
                    .filter(k -> k.retired().isEmpty())
                    .forEach(k -> table.update(name(k.key().number()), stored -> stored.retired(now)));
            ports.witness().changed("signing-key", key.kid(), "-", kind.word());
        }
        kept = List.of();
        return keys().getLast().key();
    }

    private static String name(int number) {
        return "%06d".formatted(number);
    }

    private List<Kept> keys() {
        var now = kept;
        if (now.isEmpty()) {
            now = table.all().stream().map(this::kept).toList();
            kept = now;
        }
        return now;
    }

    private Kept kept(StoredKey stored) {
        var kind = SigningKey.Kind.named(stored.kind());
        var decoder = Base64.getDecoder();
        try {
            var factory = KeyFactory.getInstance(kind.java());
            return new Kept(
                    new SigningKey(
                            own,
                            stored.number(),
                            kind,
                            factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(stored.privateKey()))),
                            factory.generatePublic(new X509EncodedKeySpec(decoder.decode(stored.publicKey())))),
                    stored.retired());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing key " + stored.number() + " of " + own + " cannot be read", e);
        }
    }

    private static StoredKey stored(SigningKey key) {
        var encoder = Base64.getEncoder();
        return new StoredKey(
                key.number(),
                key.kind().word(),
                encoder.encodeToString(key.privateKey().getEncoded()),
                encoder.encodeToString(key.publicKey().getEncoded()),
                "");
    }

    /** The JWK Set, newest key first. */
    public WireReply serve() {
        current();
        var now = ports.time().now();
        var published = keys().reversed().stream()
                .filter(k -> k.retired().isEmpty()
                        || now.isBefore(Instant.parse(k.retired()).plus(STILL_PUBLISHED)))
                .map(Kept::key)
                .toList();
        var body = Body.of(SigningKey.jwks(published));
        return WireReply.of(200, Headers.of("Content-Type", "application/jwk-set+json"), body);
    }

    /** The {@code publicKey} of 1.2: name and PEM. */
    public Published published() {
        var key = current();
        return new Published(key.keyId(), Pem.of(key.publicKey()));
    }

    /** The key in PEM as it was before that: PKCS#1, which is for RSA alone. */
    public String publishedBare() {
        return Pem.bare(current().publicKey());
    }

    /** A key as the discovery document of 1.2 has it. */
    public record Published(String keyId, String pem) {}
}
