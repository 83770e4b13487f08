package org.meshbed.nodes.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.dialect.Reading;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.port.Testimony.Kind;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessSecondFactor;
import org.meshbed.nodes.vendor.quirk.Answer;
import org.meshbed.nodes.vendor.quirk.Answered;
import org.meshbed.nodes.vendor.quirk.ApiQuirk.ApiServes;
import org.meshbed.nodes.vendor.quirk.ApiQuirk.HttpPaths;
import org.meshbed.nodes.vendor.quirk.DialectQuirk.DialectReads;
import org.meshbed.nodes.vendor.quirk.DialectQuirk.DialectSpeaks;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.NotificationQuirk.NotificationSendIds;
import org.meshbed.nodes.vendor.quirk.NotificationQuirk.NotificationSends;
import org.meshbed.nodes.vendor.quirk.Quirk;
import org.meshbed.nodes.vendor.quirk.Shaped;
import org.meshbed.nodes.vendor.quirk.Shaping;
import org.meshbed.nodes.vendor.quirk.TokenQuirk.TokenDemands;
import org.meshbed.nodes.vendor.quirk.TokenQuirk.TokenExchange;

/** How one node behaves: its profile, asked under the eyes of its witness. */
public final class Manner {
    private final Witness witness;
    private final Facts own;
    private volatile Profile profile;

    public Manner(Profile profile, Witness witness) {
        this(profile, witness, Facts.NONE);
    }

    /** @param own what templates may say of this server */
    public Manner(Profile profile, Witness witness, Facts own) {
        this.profile = profile;
        this.witness = witness;
        this.own = own;
    }

    public Profile profile() {
        return profile;
    }

    /** What templates may say of this server, whatever the message. */
    public Facts own() {
        return own;
    }

    /** What the inner id of a person is made of: another one after a restart, where the product keeps people in memory. */
    public String seed(String address) {
        return own.text("own.start") + address;
    }

    public Limits limits() {
        return profile().limits();
    }

    public Dialect dialect() {
        return asWritten(profile().dialect());
    }

    /** The dialect in which messages of a family are taken. */
    public Dialect receiving(Family family) {
        return asWritten(profile().dialect(family.word() + ".receive"));
    }

    /** The dialect in which messages of a family are sent, to those who speak no older one. */
    public Dialect sending(Family family) {
        return asWritten(profile().dialect(family.word() + ".send"));
    }

    /** How much of what it is sent it takes. */
    public Reading reading() {
        var own = find(DialectReads.class).filter(q -> q.reading().equals("own"));
        return own.isPresent() ? Reading.OWN : Reading.LENIENT;
    }

    /** The calls it takes below its endpoint. */
    public List<String> calls() {
        return quietly(ApiServes.class)
                .map(ApiServes::calls)
                .orElse(profile().dialect().calls());
    }

    /** Whether it can ask its people for a second factor. */
    public boolean asksForSecondFactor() {
        return find(AccessSecondFactor.class).isPresent();
    }

    /** Whether it has a token endpoint for what it shares. */
    public boolean offersTokens() {
        return profile().dialect("token.receive").tokens().isPresent()
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
        var news = quietly(NotificationSends.class);
        var saying = news.isPresent() ? dialect.saying(news.get().types()) : dialect;
        return quietly(NotificationSendIds.class).isPresent() ? saying.compatible() : saying;
    }

    /** The quirk of this type, where the profile has it. Question and answer go to the witness. */
    public <Q extends Quirk> Optional<Q> find(Class<Q> type) {
        var asked = asked(type);
        witness.saw(asked.said());
        return cast(asked.quirk());
    }

    /** The quirk of this type; the witness hears of it only where the profile has one. */
    public <Q extends Quirk> Optional<Q> bent(Class<Q> type) {
        var asked = asked(type);
        if (asked.quirk().isPresent()) witness.saw(asked.said());
        return cast(asked.quirk());
    }

    private <Q extends Quirk> Optional<Q> quietly(Class<Q> type) {
        return cast(asked(type).quirk());
    }

    private Asked asked(Class<? extends Quirk> type) {
        var now = profile;
        var asked = now.ask(type);
        if (asked.quirk().isEmpty() && !now.ground().unknown().isEmpty()) unknown(now, type);
        return asked;
    }

    /** What was asked for by its type is of it. */
    @SuppressWarnings("unchecked")
    private static <Q extends Quirk> Optional<Q> cast(Optional<Quirk> quirk) {
        return (Optional<Q>) quirk;
    }

    /** The run rests on what nobody knows: the node goes on as the dialect, and the witness hears of it. */
    private void unknown(Profile profile, Class<? extends Quirk> type) {
        var name = Quirk.name(type);
        for (var unknown : profile.ground().unknown())
            if (unknown.quirk().equals(name)) witness.saw(new Testimony.Consulted(Kind.UNKNOWN, name, unknown.why()));
    }

    /** Where things are below its origin. */
    public Places paths() {
        var own = quietly(HttpPaths.class);
        if (own.isEmpty()) return Places.USUAL;
        var api = own.get().api().orElse(Places.USUAL.api());
        return new Places(
                api,
                own.get().data().orElse(Places.USUAL.data()),
                own.get().token().orElse(api + "/token"),
                own.get().keys().orElse(Places.USUAL.keys()));
    }

    /** A document as the profile makes it of that of the dialect; empty where it leaves it as it is. */
    public Optional<Shaping> shaped(Class<? extends Shaped> type, ObjectNode document, Supplier<Facts> facts) {
        return bent(type).map(quirk -> Shaping.of(quirk.shapes(), document, facts.get()));
    }

    /** The witness hears that a part of a quirk was used. */
    void consulted(Class<? extends Quirk> type, String part) {
        witness.saw(new Testimony.Consulted(Kind.QUIRK, Quirk.name(type), part));
    }

    /** Its own answers to messages of a family, by the names of the checks. */
    Optional<Map<String, Answer>> answers(Family family) {
        return quietly(family.answers()).map(Answered::answers);
    }

    /** What conditions and templates may say of a request. */
    public Facts facts(WireRequest request) {
        return own.and(request);
    }

    /** The newest dialect for messages of a family that this node and a peer of that API version both understand. */
    public Dialect towards(Family family, String peerApiVersion) {
        var spoken = find(DialectSpeaks.class).map(DialectSpeaks::dialects);
        var chosen = spoken.isPresent()
                ? Dialects.common(spoken.get(), peerApiVersion)
                : Dialects.common(profile().dialect(family.word() + ".send"), peerApiVersion);
        witness.saw(new Testimony.Consulted(Kind.DIALECT, "towards " + peerApiVersion, chosen.name()));
        return asWritten(chosen);
    }

    /** Switches a setting while the node runs; throws {@link BadProfile} for a name or value it does not have. */
    public void change(String setting, String value) {
        profile = profile.with(setting, value);
    }
}
