package org.meshbed.nodes.token;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Secrets.Purpose;
import org.meshbed.nodes.port.Table;

/**
 * The access tokens that were given out, share by share: a token is looked for among those of one share only, so that
 * it can open no other. They survive a restart and end with their share; what has expired is thrown away when the share
 * is next looked at (draft-ietf-ocm-open-cloud-mesh-07, Code Flow).
 */
public final class IssuedTokens {
    /** The drafts give no lifetime; deployed servers take an hour to a day. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    /** As many as live at once for one share; the oldest makes room. Whoever asks again gets another one each time. */
    public static final int MOST_PER_SHARE = 16;

    private static final int LENGTH = 40;

    private final Ports ports;
    private final Duration lives;
    private final Table<OfShare> tokens;
    private final Table<Key> keys;

    public IssuedTokens(Ports ports) {
        this(ports, LIFETIME);
    }

    /** @param lives how long each is good */
    public IssuedTokens(Ports ports, Duration lives) {
        this.ports = ports;
        this.lives = lives;
        this.tokens = new Table<>(ports.store(), "access-tokens", OfShare.class);
        this.keys = new Table<>(ports.store(), "access-token-keys", Key.class);
    }

    /** With which a server signs all tokens that say what they are for. */
    record Key(String key) {}

    record Issued(String token, String expires) {
        boolean currentAt(Instant now) {
            return now.isBefore(Instant.parse(expires));
        }
    }

    record OfShare(List<Issued> issued) {
        OfShare {
            issued = List.copyOf(issued);
        }

        OfShare at(Instant now) {
            return new OfShare(issued.stream().filter(t -> t.currentAt(now)).toList());
        }

        OfShare and(Issued one) {
            var more = new ArrayList<>(issued);
            more.removeIf(known -> known.token().equals(one.token()));
            more.add(one);
            return new OfShare(more.subList(Math.max(0, more.size() - MOST_PER_SHARE), more.size()));
        }
    }

    public Duration lives() {
        return lives;
    }

    /** A new token for a share. */
    public String issue(String share) {
        var now = ports.time().now();
        return issued(share, ports.secrets().text(Purpose.ACCESS_TOKEN, LENGTH), now);
    }

    /**
     * A token made with the key of this server. One that says the same as another is that token: where moments are whole
     * seconds, all that are asked for within one are one.
     */
    public String issueSigned(String share, UnaryOperator<String> signed) {
        return issued(share, signed.apply(key()), ports.time().now());
    }

    private String issued(String share, String token, Instant now) {
        var issued = new Issued(token, now.plus(lives).toString());
        if (tokens.update(share, known -> known.at(now).and(issued)).isEmpty()
                && !tokens.putIfAbsent(share, new OfShare(List.of(issued))))
            tokens.update(share, known -> known.at(now).and(issued));
        return token;
    }

    /** Drawn when it is first needed; it survives restarts, as what it signed does. */
    private String key() {
        return keys.get("own").map(Key::key).orElseGet(() -> {
            var drawn = ports.secrets().text(Purpose.ACCESS_TOKEN, LENGTH);
            return keys.putIfAbsent("own", new Key(drawn))
                    ? drawn
                    : keys.get("own").map(Key::key).orElse(drawn);
        });
    }

    /** Whether this token opens this share now. */
    public boolean opens(String share, String token) {
        var known = tokens.get(share);
        if (known.isEmpty()) return false;
        var now = ports.time().now();
        var current = known.get().at(now);
        if (current.issued().size() < known.get().issued().size()) tokens.update(share, all -> all.at(now));
        return current.issued().stream().anyMatch(t -> t.token().equals(token));
    }

    /** The share has ended, and with it every token for it. */
    public void end(String share) {
        tokens.remove(share);
    }
}
