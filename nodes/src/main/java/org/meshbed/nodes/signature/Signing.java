package org.meshbed.nodes.signature;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.Criterion;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk.SignatureDemands;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk.SignatureForms;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk.SignatureKey;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk.SignatureSends;

/**
 * What a node's profile says of signatures.
 *
 * @param forms that it makes and takes; empty for a version without signatures
 * @param sends {@code asked}: to servers that say they verify, {@code listed}: to those that list the capability,
 *     {@code always}, or {@code never}
 * @param demands {@code everybody}, {@code signers}: those that say they sign, or {@code nobody}
 * @param key {@code ed25519}, {@code p256} or {@code rsa}
 */
public record Signing(List<SignatureForm> forms, String sends, String demands, String key) {
    public static Signing of(Manner manner) {
        var profile = manner.profile();
        var own = profile.dialect().signatures();
        var forms = profile.find(SignatureForms.class)
                .map(d -> ((SignatureForms) d.quirk()).forms())
                .orElse(own.map(List::of).orElse(List.of()));
        var sends = profile.find(SignatureSends.class).map(d -> ((SignatureSends) d.quirk()).to());
        var demands = profile.find(SignatureDemands.class).map(d -> ((SignatureDemands) d.quirk()).of());
        var key = profile.find(SignatureKey.class).map(d -> ((SignatureKey) d.quirk()).kind());
        return new Signing(
                forms,
                forms.isEmpty() ? "never" : sends.orElse("never"),
                forms.isEmpty() ? "nobody" : demands.orElse("nobody"),
                key.orElse(own.filter(SignatureForm.CAVAGE::equals).isPresent() ? "rsa" : "ed25519"));
    }

    /** Whether it signs what it sends, at least to some. */
    public boolean signs() {
        return !sends.equals("never");
    }

    /** Whether it looks at signatures: one that signs does, and one that demands them. */
    public boolean verifies() {
        return signs() || !demands.equals("nobody");
    }

    /** Whether its discovery document says so, as {@link Criterion#SIGNATURES}. */
    public boolean demandsOfEverybody() {
        return demands.equals("everybody");
    }

    public boolean knows(SignatureForm form) {
        return forms.contains(form);
    }

    /** The form in which it signs for everybody, whatever they verify; empty where it looks at what they do. */
    public Optional<SignatureForm> own() {
        return sends.equals("listed")
                ? forms.stream().findFirst()
                : forms.stream().filter(SignatureForm.OCM_STUB::equals).findFirst();
    }

    /** The form in which it signs for a server that verifies {@code theirs}; empty where it knows none. */
    public Optional<SignatureForm> towards(SignatureForm theirs) {
        if (theirs == SignatureForm.CAVAGE || knowsOnlyCavage())
            return knows(SignatureForm.CAVAGE) ? Optional.of(SignatureForm.CAVAGE) : Optional.empty();
        if (knows(SignatureForm.DUAL)) return Optional.of(SignatureForm.DUAL);
        if (knows(SignatureForm.TAGGED))
            return Optional.of(theirs == SignatureForm.LABELLED ? SignatureForm.DUAL : SignatureForm.TAGGED);
        return forms.stream().filter(f -> f != SignatureForm.CAVAGE).findFirst();
    }

    private boolean knowsOnlyCavage() {
        return forms.stream().allMatch(SignatureForm.CAVAGE::equals);
    }
}
