package org.meshbed.nodes.discovery;

import java.util.Optional;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.Criterion;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.dialect.Outgoing;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.signature.Signer;
import org.meshbed.nodes.signature.Signing;
import org.meshbed.nodes.trust.Outbound;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Sending;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk.SignatureCovers;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk.SignatureSends;

/**
 * Carries the node's OCM messages to other servers, each signed where the node signs and the other server is one to
 * sign for, in the form that it verifies.
 */
public final class Courier {
    private final Outbound outbound;
    private final Signer signer;
    private final Manner manner;
    private final Sending sending;

    public Courier(Outbound outbound, Signer signer, Manner manner) {
        this.outbound = outbound;
        this.signer = signer;
        this.manner = manner;
        this.sending = new Sending(manner);
    }

    /** Posts a message below the endpoint of the server. */
    public Exchange post(Peer peer, Errand errand, Outgoing message) {
        return post(peer, peer.endPoint(), errand, message);
    }

    /** Posts a message below another place of that server, such as its token endpoint. */
    public Exchange post(Peer peer, Endpoint place, Errand errand, Outgoing message) {
        var whole = errand.and("peer", peer::facts);
        var written = sending.message(message, whole);
        var form = signs(errand) ? form(peer) : Optional.<SignatureForm>empty();
        return outbound.post(
                whole,
                place,
                written,
                request -> form.isEmpty() ? request : signer.sign(written.at(place), request, form.get()));
    }

    /** Whether the answer says that the other server did it; {@code otherwise}: whether it does for the dialect. */
    public boolean succeeded(String request, WireReply reply, boolean otherwise) {
        return sending.succeeded(request, reply, otherwise);
    }

    private boolean signs(Errand errand) {
        return manner.bent(SignatureCovers.class)
                .map(q -> q.requests().contains(errand.request()))
                .orElse(true);
    }

    /** Why that server cannot be talked to: it demands signatures, and this one makes none that it understands. */
    public Optional<String> objection(Peer peer) {
        if (!peer.demands(Criterion.SIGNATURES)) return Optional.empty();
        if (!Signing.of(manner).signs())
            return Optional.of(peer.host() + " demands signatures, and this server makes none");
        var theirs = theirs(peer);
        var understood = theirs.flatMap(t -> form(peer).filter(f -> f.suits(t))).isPresent();
        return understood
                ? Optional.empty()
                : Optional.of("%s demands signatures as in OCM %s, and this server makes none of that form"
                        .formatted(peer.host(), peer.apiVersion()));
    }

    private Optional<SignatureForm> form(Peer peer) {
        var signing = Signing.of(manner);
        if (!signing.forms().isEmpty()) manner.find(SignatureSends.class);
        if (!signing.signs() || !signing.sends().equals("always") && !asks(peer)) return Optional.empty();
        return theirs(peer).flatMap(signing::towards);
    }

    private static boolean asks(Peer peer) {
        return peer.can(Capability.HTTP_SIGNATURES) || peer.demands(Criterion.SIGNATURES);
    }

    /** The form that server verifies: one that says where its keys are goes by 1.5, whatever version it gives. */
    private static Optional<SignatureForm> theirs(Peer peer) {
        if (peer.jwksUri().isPresent()) return Optional.of(SignatureForm.TAGGED);
        Dialect dialect = Dialects.common(Dialects.V1_5, peer.apiVersion());
        return dialect.signatures();
    }
}
