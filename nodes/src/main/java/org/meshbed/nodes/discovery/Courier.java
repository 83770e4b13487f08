package org.meshbed.nodes.discovery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.Criterion;
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
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendJoins;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk.SignatureCovers;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk.SignatureDemands;
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
        return joins("as-text") && !written.call().isEmpty()
                ? posted(peer, written.behind(place), whole, new Outgoing("", written.headers(), written.body()))
                : posted(peer, place, whole, slashed(written, place));
    }

    private boolean joins(String how) {
        return manner.bent(SendJoins.class)
                .filter(joins -> joins.how().equals(how))
                .isPresent();
    }

    private Exchange posted(Peer peer, Endpoint place, Errand whole, Outgoing written) {
        var form = signs(whole) ? form(peer) : Optional.<SignatureForm>empty();
        return outbound.post(
                whole,
                place,
                written,
                request -> form.isEmpty() ? request : signer.sign(written.at(place), request, form.get()));
    }

    private Outgoing slashed(Outgoing message, Endpoint place) {
        var doubled = joins("plain")
                && place.target().endsWith("/")
                && !message.call().isEmpty();
        return doubled ? new Outgoing("//" + message.call(), message.headers(), message.body()) : message;
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
        var understood = form(peer)
                .filter(f -> verified(peer).stream().anyMatch(f::suits))
                .isPresent();
        return understood
                ? Optional.empty()
                : Optional.of("%s demands signatures as in OCM %s, and this server makes none of that form"
                        .formatted(peer.host(), peer.apiVersion()));
    }

    /** Why nothing is asked of a server that demands signatures and does not list that it verifies them. */
    public Optional<String> contradiction(Peer peer) {
        var contradicts = Signing.of(manner).sends().equals("listed")
                && peer.demands(Criterion.SIGNATURES)
                && !peer.can(Capability.HTTP_SIGNATURES);
        return contradicts
                ? Optional.of(peer.host() + " demands signatures, and does not say that it verifies them")
                : Optional.empty();
    }

    /**
     * Why no trust is begun with that server, by an invite or by asking for a share: this one believes signatures only,
     * and that one makes none (OCM-INV-17, OCM-SIG-07).
     */
    public Optional<String> distrust(Peer peer) {
        if (!Signing.of(manner).demandsOfEverybody() || peer.signs()) return Optional.empty();
        manner.find(SignatureDemands.class);
        return Optional.of(peer.host() + " signs nothing, and this server believes signatures only");
    }

    private Optional<SignatureForm> form(Peer peer) {
        var signing = Signing.of(manner);
        if (!signing.forms().isEmpty()) manner.find(SignatureSends.class);
        var signs = switch (signing.sends()) {
            case "always" -> true;
            case "listed" -> peer.can(Capability.HTTP_SIGNATURES);
            default -> signing.signs() && asks(peer);
        };
        if (!signs) return Optional.empty();
        return signing.own().or(() -> peer.signatureForm().flatMap(signing::towards));
    }

    /** Before 1.3 no word said that a server verifies; one that shows the key of that time does. */
    private static boolean asks(Peer peer) {
        return peer.can(Capability.HTTP_SIGNATURES)
                || peer.demands(Criterion.SIGNATURES)
                || peer.signatureForm().equals(Optional.of(SignatureForm.CAVAGE))
                        && peer.publicKey().isPresent();
    }

    /** The forms that server verifies, by what it says of itself; the first is that of its version. */
    private static List<SignatureForm> verified(Peer peer) {
        var key = peer.publicKey().map(_ -> SignatureForm.CAVAGE);
        return Stream.concat(peer.signatureForm().stream(), key.stream())
                .distinct()
                .toList();
    }
}
