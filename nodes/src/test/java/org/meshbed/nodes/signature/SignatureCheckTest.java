package org.meshbed.nodes.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.signature.KeySource.Answer;
import org.meshbed.nodes.signature.SigningKey.Kind;
import org.meshbed.nodes.signature.Verdict.Unsigned;
import org.meshbed.nodes.signature.Verdict.Verified;

class SignatureCheckTest {
    private static final SigningKey KEY = SigningKey.drawn(Vectors.NODE_A, 1, Kind.ED25519, "a secret");
    private static final SigningKey RSA = SigningKey.drawn(Vectors.NODE_A, 1, Kind.RSA, "a secret");
    private static final SigningKey P256 = SigningKey.drawn(Vectors.NODE_A, 1, Kind.P256, "a secret");

    private static SigningKey key(Kind kind) {
        return switch (kind) {
            case ED25519 -> KEY;
            case P256 -> P256;
            case RSA -> RSA;
        };
    }

    private static String why(Verdict verdict) {
        return verdict.refusal()
                .map(r -> r.status() + " " + r.code() + ": " + r.why())
                .orElseThrow(() -> new AssertionError("not refused: " + verdict));
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verified _ -> "verified";
            case Unsigned _ -> "unsigned";
            case Verdict.Refused _ -> "refused";
        };
    }

    @Nested
    class GivenAServerOfEachVersion {
        @ParameterizedTest
        @CsvSource({
            "1.2, CAVAGE, verified",
            "1.2, UNNAMED, unsigned",
            "1.2, LABELLED, unsigned",
            "1.2, TAGGED, unsigned",
            "1.3, CAVAGE, unsigned",
            "1.3, UNNAMED, verified",
            "1.3, LABELLED, verified",
            "1.3, TAGGED, verified",
            "1.4, CAVAGE, unsigned",
            "1.4, UNNAMED, refused",
            "1.4, LABELLED, verified",
            "1.4, TAGGED, refused",
            "1.4, DUAL, verified",
            "1.5, CAVAGE, unsigned",
            "1.5, UNNAMED, unsigned",
            "1.5, LABELLED, unsigned",
            "1.5, TAGGED, verified",
            "1.5, DUAL, verified"
        })
        void whenASignatureOfOneFormComes_thenItMeansSomethingWhereTheFormIsKnown(
                String version, SignatureForm form, String expected) {
            var desk = Desk.of(version).knows(KEY);
            var verdict = desk.look(desk.signed(KEY, form), Vectors.NODE_A);
            assertThat(word(verdict)).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({"1.2, TAGGED", "1.2, UNNAMED", "1.3, CAVAGE", "1.4, CAVAGE", "1.5, CAVAGE", "1.5, LABELLED"})
        void whenItDemandsSignatures_thenOneOfAnotherSchemeIsNone(String version, SignatureForm form) {
            var desk = Desk.demanding(version).knows(KEY);
            assertThat(why(desk.look(desk.signed(KEY, form), Vectors.NODE_A))).startsWith("401 SIGNATURE_REQUIRED");
        }

        @ParameterizedTest
        @EnumSource(Kind.class)
        void whenKeysOfEachKindSign_thenTheyAreVerified(Kind kind) {
            for (var form : List.of(SignatureForm.CAVAGE, SignatureForm.TAGGED)) {
                var desk = Desk.of(form == SignatureForm.CAVAGE ? "1.2" : "1.5").knows(key(kind));
                var verdict = desk.look(desk.signed(key(kind), form), Vectors.NODE_A);
                assertThat(verdict.signer()).as("%s", verdict).contains(Vectors.NODE_A);
            }
        }

        @Test
        void whenItHasNothingToDoWithSignatures_thenItLooksAtNone() {
            var desk = new Desk("reference/1.5");
            var request = desk.signed(KEY, SignatureForm.TAGGED);
            assertThat(desk.look(Desk.replaced(request, "Signature", "nonsense"), Vectors.NODE_A))
                    .isInstanceOf(Unsigned.class);
            assertThat(desk.asked).isEmpty();
        }
    }

    @Nested
    class GivenAServerThatSignsAsAllVersionsDo {
        @ParameterizedTest
        @CsvSource({
            "CAVAGE, CAVAGE, verified",
            "UNNAMED, UNNAMED, verified",
            "LABELLED, LABELLED, verified",
            "LABELLED, DUAL, verified",
            "TAGGED, TAGGED, verified",
            "UNNAMED, TAGGED, verified",
            "TAGGED, UNNAMED, unsigned",
            "TAGGED, LABELLED, unsigned",
            "LABELLED, UNNAMED, unsigned",
            "UNNAMED, LABELLED, verified"
        })
        void whenAServerOfSomeVersionSigns_thenItIsBelievedInTheFormOfThatVersionOrTheNewest(
                SignatureForm version, SignatureForm form, String expected) {
            var desk = new Desk("reference/1.5[mode=compat;sign=yes]").knows(KEY);
            desk.peerForm = Optional.of(version);
            var verdict = desk.look(desk.signed(KEY, form), Vectors.NODE_A);
            assertThat(word(verdict)).isEqualTo(expected);
        }

        @Test
        void whenNothingIsKnownOfTheOtherServer_thenOnlyAMarkedSignatureCounts() {
            var desk = new Desk("reference/1.5[mode=compat;sign=yes]").knows(KEY);
            assertThat(word(desk.look(desk.signed(KEY, SignatureForm.UNNAMED)))).isEqualTo("unsigned");
            assertThat(word(desk.look(desk.signed(KEY, SignatureForm.TAGGED)))).isEqualTo("verified");
        }
    }

    @Nested
    class GivenAServerOf15 {
        private final Desk desk = Desk.of("1.5").knows(KEY).knows(P256, "p256").knows(RSA, "rsa");
        private final Arrived right = desk.signed(KEY, SignatureForm.TAGGED);

        private Verdict look(Arrived request) {
            return desk.look(request, Vectors.NODE_A);
        }

        @Test
        void whenTheSameRequestComesAgainWithinTheWindow_thenItIsVerifiedAgain() {
            desk.now = desk.now.plus(Duration.ofMinutes(5));
            assertThat(look(right)).isInstanceOf(Verified.class);
            desk.now = desk.now.plusSeconds(1);
            assertThat(why(look(right))).contains("longer than 5 minutes ago");
        }

        @Test
        void whenItsClockIsAMinuteAhead_thenItIsVerified_andNoFurther() {
            desk.now = desk.now.minusSeconds(60);
            assertThat(look(right)).isInstanceOf(Verified.class);
            desk.now = desk.now.minusSeconds(1);
            assertThat(why(look(right))).contains("made in the future");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\"@method\" ", "\"@target-uri\" ", "\"content-digest\" "})
        void whenAComponentIsNotCovered_thenItIsRefused(String component) {
            var request = Desk.changed(right, "Signature-Input", component, "");
            assertThat(why(look(request)))
                    .contains("does not cover " + component.replace("\"", "").strip());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"content-length\" | \"content-length\" \"@method\" | covers a component twice",
                    "\"content-length\" | \"content-length\" \"@nobody\" | @nobody, which is not known here",
                    "\"content-length\" | \"content-length\" \"x-none\" | x-none, which is not there",
                    "\"content-length\" | \"content-length\" \"Date\" | not in lower case",
                    "\"content-length\" | \"content-length\" \"date\";sf | not known here",
                    ";created=1790000030 | ;x=1 | has no created",
                    ";created=1790000030 | ;created=\"now\" | has no created",
                    "keyid= | key= | has no keyid",
                    "ocm=( | other=( | no Signature for the Signature-Input labelled other",
                    "ocm=( | ocm=1;x=( | no dictionary of structured fields",
                    "alg=\"ed25519\" | alg=\"rsa-v1_5-sha256\" | says that it is by 'rsa-v1_5-sha256'",
                    "alg=\"ed25519\" | alg=\"hmac-sha256\" | says that it is by 'hmac-sha256'",
                    "alg=\"ed25519\" | alg=none | says that it is by 'none'",
                    "#key1 | #key9 | no such key",
                })
        void whenItsInputIsWrong_thenItIsRefusedForThat(String from, String to, String why) {
            var verdict = look(Desk.changed(right, "Signature-Input", from, to));
            assertThat(why(verdict)).startsWith("401 ").contains(why);
        }

        @Test
        void whenAnotherThingIsSaidThanWasSigned_thenItIsRefused() {
            assertThat(why(look(Desk.changed(right, "Signature-Input", "created=1790000030", "created=1790000031"))))
                    .contains("does not fit the key");
            assertThat(why(look(new Arrived(right.at(), "PUT", right.target(), right.headers(), right.body()))))
                    .contains("does not fit the key");
            assertThat(why(look(new Arrived(right.at(), "POST", "/ocm/shares?x", right.headers(), right.body()))))
                    .contains("does not fit the key");
        }

        @Test
        void whenItWasSignedForAnotherServer_thenItIsRefusedWhateverItsHostSays() {
            var elsewhere = desk.signed(KEY, SignatureForm.TAGGED, "https://node-c.example.org/ocm/shares");
            var pretending = Desk.replaced(elsewhere, "Host", "node-c.example.org");
            assertThat(why(look(pretending))).contains("does not fit the key");
        }

        @Test
        void whenTheBodyIsAnother_thenItIsRefusedForItsDigest() {
            var body = Vectors.bytes(new String(right.body(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("report.odt", "other_.odt"));
            var verdict = look(new Arrived(right.at(), "POST", right.target(), right.headers(), body));
            assertThat(why(verdict)).contains("the sha-256 digest is that of another body");
        }

        @Test
        void whenThereIsNoDigestThatIsKnown_thenItIsRefused() {
            var none = Desk.with(right, right.headers().without("Content-Digest"));
            assertThat(why(look(none))).contains("no digest of the body");
            assertThat(why(look(Desk.replaced(right, "Content-Digest", "md5=:1B2M2Y8AsgTpgAmY7PhCfg==:"))))
                    .contains("no digest of the body");
            assertThat(why(look(Desk.replaced(right, "Content-Digest", "sha-256=abc"))))
                    .contains("is no bytes");
        }

        @Test
        void whenOneOfSeveralDigestsIsWrong_thenItIsRefused() {
            var digest = right.headers().first("Content-Digest").orElseThrow();
            var request = Desk.replaced(right, "Content-Digest", digest + ", sha-512=:AAAA:");
            assertThat(why(look(request))).contains("the sha-512 digest is that of another body");
        }

        @Test
        void whenTheLengthIsAnother_thenItIsRefused() {
            var signed = Desk.replaced(right, "Content-Length", "340");
            assertThat(why(look(signed))).contains("Content-Length is '340', but the body has 341 bytes");
        }

        @Test
        void whenTwoSignaturesAreTagged_thenItIsRefused() {
            var input = right.headers().first("Signature-Input").orElseThrow();
            var signature = right.headers().first("Signature").orElseThrow();
            var headers = right.headers()
                    .and("Signature-Input", input.replace("ocm=(", "two=("))
                    .and("Signature", signature.replace("ocm=:", "two=:"));
            assertThat(why(look(Desk.with(right, headers)))).contains("2 signatures are tagged ocm");
        }

        @Test
        void whenAnotherSignatureStandsBeside_thenOnlyTheTaggedOneCounts() {
            var input = right.headers().first("Signature-Input").orElseThrow();
            var signature = right.headers().first("Signature").orElseThrow();
            var other = "proxy=(\"@method\");created=1;keyid=\"none\"";
            var request = Desk.replaced(
                    Desk.replaced(right, "Signature-Input", other + ", " + input),
                    "Signature",
                    "proxy=:AAAA:, " + signature);
            assertThat(look(request)).isInstanceOf(Verified.class);
        }

        @Test
        void whenItsLabelIsAnyOther_thenItIsVerified() {
            var request = Desk.changed(
                    Desk.changed(right, "Signature-Input", "ocm=(", "*x9._-=("), "Signature", "ocm=:", "*x9._-=:");
            assertThat(look(request)).isInstanceOf(Verified.class);
        }

        @Test
        void whenItHasTwoMembersOfOneLabel_thenItIsRefused() {
            var headers = right.headers()
                    .and(
                            "Signature-Input",
                            right.headers().first("Signature-Input").orElseThrow());
            assertThat(why(look(Desk.with(right, headers)))).contains("two members named ocm");
        }

        @Test
        void whenThereIsAnInputWithoutASignature_thenItIsRefused() {
            assertThat(why(look(Desk.with(right, right.headers().without("Signature")))))
                    .startsWith("401");
        }

        @ParameterizedTest
        @EnumSource(Kind.class)
        void whenTheKeyIsAnother_thenItIsRefused(Kind kind) {
            var thief = SigningKey.drawn(Vectors.NODE_A, 1, kind, "another secret");
            desk.knows(key(kind), "node-a.example.org#key1");
            assertThat(why(look(desk.signed(thief, SignatureForm.TAGGED)))).contains("does not fit the key");
        }

        @Test
        void whenTheKeyWasChangedUnderItsName_thenTheNewOneIsAskedForOnce() {
            var changed = SigningKey.drawn(Vectors.NODE_A, 1, Kind.ED25519, "changed");
            desk.beforeAskingAnew = () -> desk.knows(changed);
            assertThat(look(desk.signed(changed, SignatureForm.TAGGED))).isInstanceOf(Verified.class);
            assertThat(desk.asked)
                    .containsExactly(
                            "node-a.example.org node-a.example.org#key1",
                            "node-a.example.org node-a.example.org#key1 anew");
        }

        @Test
        void whenItsKeysCannotBeHad_thenThatIsSaid_forNowOrForGood() {
            desk.instead = Optional.of(new Answer.Unreachable("its server is down", true));
            assertThat(why(look(right))).isEqualTo("503 KEY_NOT_AVAILABLE: its server is down");
            desk.instead = Optional.of(new Answer.Unreachable("its server has none", false));
            assertThat(why(look(right))).isEqualTo("401 KEY_NOT_AVAILABLE: its server has none");
        }

        @Test
        void whenTheMessageNamesNoServer_thenTheKeyDoes() {
            assertThat(desk.look(right).signer()).contains(Vectors.NODE_A);
            var nameless = SigningKey.drawn(ServerHost.parse("x.example"), 1, Kind.ED25519, "a secret");
            assertThat(desk.look(desk.signed(nameless, SignatureForm.TAGGED)).refusal())
                    .isPresent();
            assertThat(why(desk.look(Desk.changed(right, "Signature-Input", "node-a.example.org#key1", "#"))))
                    .contains("neither the message nor the key names the server");
        }

        @Test
        void whenItIsNotSigned_thenItIsTaken_unlessItComesFromOneThatSigns() {
            var bare = Desk.with(right, right.headers().without("Signature").without("Signature-Input"));
            assertThat(look(bare)).isInstanceOf(Unsigned.class);
            var wary = new Desk("reference/1.5[sign=yes;demand-signatures=of-signers]");
            assertThat(wary.look(bare, Vectors.NODE_A)).isInstanceOf(Unsigned.class);
            wary.peerSigns = true;
            assertThat(why(wary.look(bare, Vectors.NODE_A)))
                    .isEqualTo("401 SIGNATURE_REQUIRED: there is no signature, and this server demands one");
        }
    }

    @Nested
    class GivenAServerOf14 {
        private final Desk desk = Desk.of("1.4").knows(KEY);

        @Test
        void whenTheLabelIsAnother_thenItIsRefused() {
            var right = desk.signed(KEY, SignatureForm.LABELLED);
            var request = Desk.changed(
                    Desk.changed(right, "Signature-Input", "ocm=(", "sig1=("), "Signature", "ocm=:", "sig1=:");
            assertThat(why(desk.look(request, Vectors.NODE_A))).contains("none of the signatures is labelled ocm");
        }

        @Test
        void whenTheDateIsChangedOnTheWay_thenItIsRefused() {
            var right = desk.signed(KEY, SignatureForm.LABELLED);
            var request = Desk.replaced(right, "Date", "Mon, 21 Sep 2026 14:13:51 GMT");
            assertThat(why(desk.look(request, Vectors.NODE_A))).contains("does not fit the key");
        }
    }

    @Nested
    class GivenAServerOf12 {
        private final Desk desk = Desk.of("1.2").knows(RSA);
        private final Arrived right = desk.signed(RSA, SignatureForm.CAVAGE);

        private Verdict look(Arrived request) {
            return desk.look(request, Vectors.NODE_A);
        }

        @Test
        void whenARequestIsSigned_thenItLooksAsTheTextHasIt() {
            assertThat(right.headers().first("Signature").orElseThrow())
                    .startsWith("keyId=\"https://node-a.example.org/ocm#signature\",algorithm=\"rsa-sha256\","
                            + "headers=\"(request-target) content-length date digest host\",signature=\"");
            assertThat(right.headers().first("Digest"))
                    .contains("SHA-256=oGuF0M107CXJxASHO9CFDPAMd5vZ0bCTgQos534K/HE=");
            assertThat(right.headers().first("Date")).contains("Mon, 21 Sep 2026 14:13:50 GMT");
        }

        @Test
        void whenItIsSignedAsNextcloudDoes_thenItIsVerified() {
            var names = "(request-target) content-length date digest host";
            var headers = Headers512.of(right, RSA, names);
            assertThat(look(Desk.with(right, headers))).isInstanceOf(Verified.class);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "content-length date | date | does not cover content-length",
                    "' digest' | '' | does not cover digest",
                    "' date' | '' | does not cover date",
                    "' host' | '' | does not cover host",
                    "' host' | ' host host' | covers a line twice",
                    "' host' | ' host,date' | separated by commas",
                    "rsa-sha256 | rsa-sha1 | not known here, or too weak",
                    "rsa-sha256 | hmac-sha256 | not known here, or too weak",
                    "rsa-sha256 | ecdsa-sha256 | is not that of the key",
                    "rsa-sha256 | rsa-sha512 | does not fit the key",
                    "keyId= | key= | has no keyId",
                    "signature=\" | signature=\"! | no base64",
                    "keyId= | algorithm=\"x\",keyId= | has the parameter algorithm twice",
                    "algorithm=\"rsa-sha256\", | algorithm= , | no list of parameters",
                    "https://node-a.example.org | https://node-c.example.org | is none of node-a.example.org",
                    "#signature | #other | no such key",
                })
        void whenItsSignatureLineIsWrong_thenItIsRefusedForThat(String from, String to, String why) {
            assertThat(why(look(Desk.changed(right, "Signature", from, to))))
                    .startsWith("401 ")
                    .contains(why);
        }

        @Test
        void whenItIsOldOrOfNoTime_thenItIsRefused() {
            assertThat(why(look(Desk.replaced(right, "Date", "yesterday")))).contains("Date is no time");
            desk.now = desk.now.plusSeconds(301);
            assertThat(why(look(right))).contains("longer than 5 minutes ago");
        }

        @Test
        void whenItWasSignedForAnotherServer_thenItIsRefused() {
            var elsewhere = desk.signed(RSA, SignatureForm.CAVAGE, "https://node-c.example.org/ocm/shares");
            assertThat(why(look(elsewhere))).contains("for another server than this one");
        }

        @Test
        void whenTheBodyOrItsDigestIsAnother_thenItIsRefused() {
            var body = new byte[right.body().length];
            assertThat(why(look(new Arrived(right.at(), "POST", right.target(), right.headers(), body))))
                    .contains("the SHA-256 digest is that of another body");
            assertThat(why(look(Desk.replaced(right, "Digest", "MD5=1B2M2Y8AsgTpgAmY7PhCfg=="))))
                    .contains("no digest of the body");
        }

        @Test
        void whenTheKeyIsAnother_thenItIsRefused() {
            desk.pems.put(RSA.keyId(), KEY.publicKey());
            assertThat(why(look(right))).contains("is not that of the key");
        }

        @Test
        void whenTheKeyWasChangedUnderItsName_thenTheNewOneIsAskedForOnce() {
            var old = SigningKey.drawn(Vectors.NODE_A, 1, Kind.RSA, "before");
            desk.pems.put(RSA.keyId(), old.publicKey());
            desk.beforeAskingAnew = () -> desk.knows(RSA);
            assertThat(look(right)).isInstanceOf(Verified.class);
        }

        @Test
        void whenThereAreTwoSignatureLines_thenItIsRefused() {
            var line = right.headers().first("Signature").orElseThrow();
            assertThat(why(look(Desk.with(right, right.headers().and("Signature", line)))))
                    .contains("there are 2 Signature lines");
        }
    }

    /** The same request signed by {@code rsa-sha512}, with a SHA-512 digest. */
    private static final class Headers512 {
        static org.meshbed.nodes.protocol.Headers of(Arrived request, SigningKey key, String names) {
            try {
                var digest = java.security.MessageDigest.getInstance("SHA-512").digest(request.body());
                var headers = request.headers()
                        .without("Digest")
                        .without("Signature")
                        .and("Digest", "SHA-512=" + Base64.getEncoder().encodeToString(digest));
                var base = "(request-target): post /ocm/shares\ncontent-length: 341\ndate: "
                        + headers.first("Date").orElseThrow() + "\ndigest: "
                        + headers.first("Digest").orElseThrow() + "\nhost: "
                        + Origin.https(Vectors.NODE_B).authority();
                var signature = java.security.Signature.getInstance("SHA512withRSA");
                signature.initSign(key.privateKey());
                signature.update(Vectors.bytes(base));
                return headers.and(
                        "Signature",
                        "keyId=\"%s\",algorithm=\"rsa-sha512\",headers=\"%s\",signature=\"%s\""
                                .formatted(
                                        key.keyId(), names, Base64.getEncoder().encodeToString(signature.sign())));
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
