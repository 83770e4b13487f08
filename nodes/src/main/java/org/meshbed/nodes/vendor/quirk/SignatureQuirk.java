package org.meshbed.nodes.vendor.quirk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.SignatureForm;

/** What it signs, and whose signatures it demands. */
public sealed interface SignatureQuirk extends Quirk {
    /**
     * To whom it signs what it sends: {@code asked}, servers that say they verify or demand it, {@code listed}, those that
     * list the capability, in its own form whatever theirs is, or {@code always}.
     */
    @QuirkName("signature.sends")
    record SignatureSends(
            @Words(
                    value = {"asked", "listed", "always"},
                    what = "receiver")
            String to)
            implements SignatureQuirk {}

    /** Of whom it demands signatures: {@code everybody}, or only {@code signers}: servers that say they sign. */
    @QuirkName("signature.demands")
    record SignatureDemands(
            @Words(
                    value = {"everybody", "signers"},
                    what = "sender")
            String of)
            implements SignatureQuirk {}

    /** The kind of key it signs with: {@code ed25519}, {@code p256} or {@code rsa}. */
    @QuirkName("signature.key")
    record SignatureKey(
            @Words(
                    value = {"ed25519", "p256", "rsa"},
                    what = "kind of key")
            String kind)
            implements SignatureQuirk {}

    /** The forms of signatures it makes and takes, instead of that of its dialect. */
    @QuirkName("signature.forms")
    record SignatureForms(
            @Words(from = Words.Listed.SIGNATURE_FORMS, what = "form of signature")
            List<SignatureForm> forms) implements SignatureQuirk {
        public SignatureForms {
            forms = List.copyOf(forms);
        }
    }

    /**
     * Whose keys a signature is checked with.
     *
     * @param of {@code keyid}: of the server that the id of the key names, who has to be the sender
     * @param keeps how long a set of keys is kept, and not asked for anew whatever came, instead of ten minutes
     * @param algorithms in which letter case they may be written: {@code any-case}
     */
    @QuirkName("signature.keys")
    record SignatureKeys(
            @Words("keyid") Optional<String> of,
            Optional<Duration> keeps,
            @Words("any-case") Optional<String> algorithms)
            implements SignatureQuirk {}

    /** When it looks at the digest of a message: {@code always}, whether it is signed or not. */
    @QuirkName("signature.digests")
    record SignatureDigests(@Words("always") String when) implements SignatureQuirk {}

    /** The kinds of requests it signs, instead of all that carry a message. */
    @QuirkName("signature.covers")
    record SignatureCovers(
            @Words(from = Words.Listed.REQUESTS, what = "request")
            List<String> requests) implements SignatureQuirk {
        public SignatureCovers {
            requests = List.copyOf(requests);
        }
    }
}
