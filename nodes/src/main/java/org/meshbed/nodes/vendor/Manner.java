package org.meshbed.nodes.vendor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.dialect.Reading;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.port.Testimony.Kind;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.vendor.Quirk.AccessSecondFactor;
import org.meshbed.nodes.vendor.Quirk.ApiServes;
import org.meshbed.nodes.vendor.Quirk.DialectReads;
import org.meshbed.nodes.vendor.Quirk.DialectSpeaks;
import org.meshbed.nodes.vendor.Quirk.NotificationSendIds;
import org.meshbed.nodes.vendor.Quirk.TokenDemands;
import org.meshbed.nodes.vendor.Quirk.TokenExchange;

/** How one node behaves: its profile, asked under the eyes of its witness. */
public final class Manner {
    private final Witness witness;
    private volatile Face face;

    /** A profile and what it answered so far: it is asked the same again and again. */
    private record Face(Profile profile, Map<Class<?>, Answered> answers) {
        Face(Profile profile) {
            this(profile, new ConcurrentHashMap<>());
        }

        Answered answer(Class<? extends Quirk> type) {
            var before = answers.get(type);
            if (before != null) return before;
            var quirk = profile.find(type).map(Declared::quirk);
            var said = quirk.map(Object::toString).orElse("as the dialect");
            var answered = new Answered(quirk, new Testimony.Consulted(Kind.QUIRK, Quirk.name(type), said));
            answers.put(type, answered);
            return answered;
        }
    }

    private record Answered(Optional<Quirk> quirk, Testimony said) {}

    public Manner(Profile profile, Witness witness) {
        this.face = new Face(profile);
        this.witness = witness;
    }

    public Profile profile() {
        return face.profile;
    }

    public Limits limits() {
        return profile().limits();
    }

    public Dialect dialect() {
        return asWritten(profile().dialect());
    }

    /** How much of what it is sent it takes. */
    public Reading reading() {
        var own = find(DialectReads.class).filter(q -> q.reading().equals("own"));
        return own.isPresent() ? Reading.OWN : Reading.LENIENT;
    }

    /** The calls it takes below its endpoint. */
    public List<String> calls() {
        return profile()
                .find(ApiServes.class)
                .map(d -> ((ApiServes) d.quirk()).calls())
                .orElse(profile().dialect().calls());
    }

    /** Whether it can ask its people for a second factor. */
    public boolean asksForSecondFactor() {
        return find(AccessSecondFactor.class).isPresent();
    }

    /** Whether it has a token endpoint for what it shares. */
    public boolean offersTokens() {
        return profile().dialect().tokens().isPresent()
                && find(TokenExchange.class).filter(TokenExchange::offers).isPresent();
    }

    /** Whether it exchanges a secret for a token where the share requires that. */
    public boolean asksForTokens() {
        return find(TokenExchange.class).filter(TokenExchange::asks).isPresent();
    }

    /** Whether it exchanges a secret for a token wherever the sender has a token endpoint. */
    public boolean triesForTokens() {
        return find(TokenExchange.class).filter(TokenExchange::tries).isPresent();
    }

    /** Whether it takes no share but those whose secret is to be exchanged. */
    public boolean takesTokensOnly() {
        return find(TokenDemands.class).filter(q -> q.of().contains("senders")).isPresent();
    }

    /** Whether it shares with those only who exchange the secret. */
    public boolean sharesForTokensOnly() {
        return find(TokenDemands.class)
                .filter(q -> q.of().contains("receivers"))
                .isPresent();
    }

    private Dialect asWritten(Dialect dialect) {
        return profile().find(NotificationSendIds.class).isPresent() ? dialect.compatible() : dialect;
    }

    /** The quirk of this type, where the profile has it. Question and answer go to the witness. */
    public <Q extends Quirk> Optional<Q> find(Class<Q> type) {
        var answer = face.answer(type);
        witness.saw(answer.said());
        return answer.quirk().map(type::cast);
    }

    /** The newest dialect that this node and a peer of that API version both understand. */
    public Dialect towards(String peerApiVersion) {
        var spoken = find(DialectSpeaks.class).map(DialectSpeaks::dialects);
        var chosen = spoken.isPresent()
                ? Dialects.common(spoken.get(), peerApiVersion)
                : Dialects.common(profile().dialect(), peerApiVersion);
        witness.saw(new Testimony.Consulted(Kind.DIALECT, "towards " + peerApiVersion, chosen.name()));
        return asWritten(chosen);
    }

    /** Switches a setting while the node runs; throws {@link BadProfile} for a name or value it does not have. */
    public void change(String setting, String value) {
        face = new Face(face.profile.with(setting, value));
    }
}
