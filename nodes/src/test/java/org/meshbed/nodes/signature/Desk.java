package org.meshbed.nodes.signature;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Vendors;

/** A verifier of some version, a clock that stands still, and the keys that others publish. */
final class Desk implements KeySource {
    final List<Testimony> testimonies = new ArrayList<>();
    final Map<String, PeerKey> jwks = new LinkedHashMap<>();
    final Map<String, String> bare = new LinkedHashMap<>();
    final Map<String, PublicKey> pems = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();
    Optional<Answer> instead = Optional.empty();
    Runnable beforeAskingAnew = () -> {};
    boolean peerSigns;
    Optional<SignatureForm> peerForm = Optional.empty();
    Instant now = Instant.ofEpochSecond(1_790_000_030L);
    private final SignatureCheck check;

    Desk(String column) {
        var time = new Time() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public void pause(java.time.Duration duration) {
                now = now.plus(duration);
            }
        };
        check = new SignatureCheck(new Manner(Vendors.column(column), testimonies::add), this, time, testimonies::add);
    }

    /** A verifier of that version that demands nothing. */
    static Desk of(String version) {
        return new Desk("reference/" + version + "[sign=yes]");
    }

    static Desk demanding(String version) {
        return new Desk("reference/" + version + "[demand-signatures=yes]");
    }

    Desk knows(SigningKey key) {
        return knows(key, key.kid());
    }

    Desk knows(SigningKey key, String kid) {
        jwks.put(kid, new PeerKey(kid, key.algorithm(), key.publicKey()));
        pems.put(key.keyId(), key.publicKey());
        return this;
    }

    Verdict look(Arrived request, ServerHost claimed) {
        return check.look(request, Optional.of(claimed));
    }

    Verdict look(Arrived request) {
        return check.look(request, Optional.empty());
    }

    /** A share of node A to node B, signed in that form now, as it comes in. */
    Arrived signed(SigningKey key, SignatureForm form) {
        return signed(key, form, "https://node-b.example.org/ocm/shares");
    }

    Arrived signed(SigningKey key, SignatureForm form, String url) {
        var to = Endpoint.parse(url);
        var request = WireRequest.post(to.target(), Headers.of("Content-Type", "application/json"), Vectors.SHARE);
        var made = form == SignatureForm.CAVAGE
                ? CavageSignature.sign(to, request, key, now)
                : MessageSignature.sign(to, request, form, key, now);
        return arrived(made.request());
    }

    static Arrived arrived(WireRequest request) {
        var body = request.body() instanceof Body.Bytes(var bytes) ? bytes : new byte[0];
        return Arrived.of(Origin.https(Vectors.NODE_B), request, body);
    }

    static Arrived with(Arrived request, Headers headers) {
        return new Arrived(request.at(), request.method(), request.target(), headers, request.body());
    }

    static Arrived replaced(Arrived request, String name, String value) {
        return with(request, request.headers().without(name).and(name, value));
    }

    static Arrived changed(Arrived request, String name, String from, String to) {
        var before = request.headers().first(name).orElseThrow();
        if (!before.contains(from)) throw new IllegalArgumentException(before + " has no " + from);
        return replaced(request, name, before.replace(from, to));
    }

    @Override
    public Answer jwk(ServerHost signer, String kid, boolean anew) {
        asked.add(signer + " " + kid + (anew ? " anew" : ""));
        if (anew) beforeAskingAnew.run();
        if (instead.isPresent()) return instead.get();
        return Optional.ofNullable(jwks.get(kid))
                .<Answer>map(Answer.Key::new)
                .orElseGet(() -> new Answer.None("no such key"));
    }

    @Override
    public Answer bare(ServerHost signer) {
        asked.add("bare " + signer);
        var key = bare.get(signer.toString());
        return PublicKeys.bare(Optional.ofNullable(key), signer);
    }

    @Override
    public Answer pem(ServerHost signer, String keyId, boolean anew) {
        asked.add(signer + " " + keyId + (anew ? " anew" : ""));
        if (anew) beforeAskingAnew.run();
        if (instead.isPresent()) return instead.get();
        return Optional.ofNullable(pems.get(keyId))
                .<Answer>map(Answer.Pem::new)
                .orElseGet(() -> new Answer.None("no such key"));
    }

    @Override
    public Optional<SignatureForm> form(ServerHost server) {
        return peerForm;
    }

    @Override
    public boolean signs(ServerHost server) {
        return peerSigns;
    }
}
