package org.meshbed.nodes.share;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.meshbed.nodes.dialect.ShareView;
import org.meshbed.nodes.discovery.Peer;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.token.AccessTokens;
import org.meshbed.nodes.token.AccessTokens.Outcome;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessAuthorization;

/**
 * With what a received share is opened. Where the share requires it, a token that its secret was exchanged for, and
 * nothing else (OCM-ACC-07); where only the sender could give one, a token or else the secret (OCM-ACC-09).
 */
final class Credentials {
    private final Manner manner;
    private final AccessTokens tokens;
    private final Witness witness;

    Credentials(Manner manner, AccessTokens tokens, Witness witness) {
        this.manner = manner;
        this.tokens = tokens;
        this.witness = witness;
    }

    /** What is shown, or why nothing can be. */
    sealed interface Shown {
        /**
         * @param lines values of the {@code Authorization} lines, in order
         * @param aging whether it is a token from before, which may be good no longer
         */
        record Lines(List<String> lines, boolean aging) implements Shown {}

        record Nothing(String why) implements Shown {}
    }

    Shown show(StoredReceived share, Peer peer) {
        if (!exchanges(share, peer)) return secret(share);
        var code = share.code().isEmpty() ? share.secret() : share.code();
        return switch (tokens.token(peer, share.key(), code)) {
            case Outcome.Got(var token, var fresh) -> new Shown.Lines(List.of("Bearer " + token), !fresh);
            case Outcome.Not(var why)
            when share.exchange() -> new Shown.Nothing(why + "; the share opens to nothing else");
            case Outcome.Not _ -> {
                witness.decided("access", "falls back to the secret", "the share does not require a token");
                yield secret(share);
            }
        };
    }

    /** The lines to be shown one after the other, each until it is let in; empty where there is but one way. */
    List<String> inTurn(StoredReceived share, List<String> schemes) {
        return schemes.stream()
                .map(scheme -> switch (scheme) {
                    case "basic" -> basic(share);
                    case "bearer-empty" -> "Bearer ";
                    default -> "Bearer " + share.secret();
                })
                .toList();
    }

    /** What was shown did not open the share. */
    void forget(StoredReceived share) {
        tokens.forget(share.key());
    }

    private boolean exchanges(StoredReceived share, Peer peer) {
        if (share.form() != ShareView.Form.WEBDAV) return false;
        return share.exchange() || AccessTokens.offers(peer, !share.code().isEmpty()) && manner.triesForTokens();
    }

    /** Bearer for the webdav form, Basic with the secret as user name for the form of 1.0, or as the vendor does. */
    private Shown secret(StoredReceived share) {
        var usual = List.of(share.form() == ShareView.Form.WEBDAV ? "bearer" : "basic");
        var schemes = manner.find(AccessAuthorization.class)
                .map(AccessAuthorization::schemes)
                .orElse(usual);
        var lines = new ArrayList<String>();
        for (var scheme : schemes) lines.add(scheme.equals("bearer") ? "Bearer " + share.secret() : basic(share));
        return new Shown.Lines(lines, false);
    }

    private static String basic(StoredReceived share) {
        var plain = (share.secret() + ":").getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(plain);
    }
}
