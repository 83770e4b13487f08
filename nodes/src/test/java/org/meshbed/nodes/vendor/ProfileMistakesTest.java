package org.meshbed.nodes.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendFraming;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendHeaders;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReceiveAnswers;

/** Each kind of mistake in a profile is told once, with file, line, value and what would be right. */
class ProfileMistakesTest {
    private static final String HEAD = "vendor: acme\nline: \"1\"\ncovers: all\ndialect: \"1.5\"\n";
    private static final String SEEN = "evidence: {level: observed, in: acme-1/01, step: now}";

    @TempDir
    Path folder;

    private Profile read(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return Vendors.column(folder.resolve(name).toString());
    }

    private Profile read(String more) throws IOException {
        return read("acme.yaml", HEAD + more);
    }

    private static String quirk(String type, String value) {
        return "quirks:\n  - {quirk: " + type + ", value: " + value + ", " + SEEN + "}\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "extend: reference/1.5 | acme.yaml:5: 'extend' is no key of a profile; did you mean 'extends'?",
                "extends: refernce/1.5 | acme.yaml:5: 'refernce/1.5' is no vendor; did you mean 'reference/1.5'?",
                "without: [send.framing] | acme.yaml:5: 'without' says nothing in a profile that extends no other",
                "dialects: {shares: \"1.0\"} | acme.yaml:5: 'shares' is no key of a map of dialects; did you mean 'share'?",
                "dialects: {share: \"1.9\"} | acme.yaml:5: '1.9' is no dialect; did you mean '1.",
                "unknown: [{quirk: send.wait, why: x}] | acme.yaml:5: 'send.wait' is no quirk type; did you mean 'send.waits'?",
                "unknown: [{quirk: send.waits}] | acme.yaml:5: 'why' is missing",
                "federated: [{need: provider-list}] | acme.yaml:5: 'provider-list' is no need; did you mean 'server-list'?",
                "federated: [{need: ocm}] | acme.yaml:5: 'evidence' is missing",
                "differences: [{in: x}] | acme.yaml:5: 'why' is missing",
                "settings: {a: {default: x, evidence: {level: tests, in: y}, values: {x: {ads: []}}}} | acme.yaml:5: 'ads' is no key of a value of a setting; did you mean 'adds'?",
                "settings: {a: {default: x, evidence: {level: tests, in: y}, values: {x: {sets: {b: c}}}}} | setting 'a' sets 'b', which is no setting",
                "settings: {a: {default: x, evidence: {level: tests, in: y}, values: {x: {without: [send.framin]}}}} | 'send.framin' is no quirk type; did you mean 'send.framing'?"
            })
    void whenAPartIsWrong_thenTheMessageSaysWhatWouldBeRight(String line, String message) {
        assertThatThrownBy(() -> read(line + "\n"))
                .isInstanceOf(BadProfile.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "send.framing | length | acme.yaml:6: 'send.framing' is what the dialect does anyway; leave it out",
                "discovery.serves | [/.well-known/ocm] | is what the dialect does anyway",
                "api.serves | [shares, notifications, invite-accepted] | is what the dialect does anyway",
                "share.receive.requires | [shareWith, name, providerId, owner, sender, shareType, resourceType, protocol] | is what the dialect does anyway",
                "http.paths | {api: /ocm} | is what the dialect does anyway",
                "token.receive.checks | [form-taken, body-readable, fields-present, grant-type-supported, client-well-formed, signature-valid, code-known, code-of-the-client, code-of-the-form, share-open] | is what the dialect does anyway",
                "share.receive.answers | {recipient-unknown: {status: 404}} | acme.yaml:6: 'recipient-unknown' is no share check; did you mean 'recipient-known'?",
                "notification.receive.checks | [share-known] | acme.yaml:6: 'share-known' is no notification check",
                "share.receive.checks | [{check: odd, when: {off: message.name}}] | 'off' is no key of a condition; did you mean 'of'?",
                "share.receive.checks | [{check: odd, when: {of: message.name}}] | nothing is said of 'message.name': add is, in, matches or the like",
                "share.receive.checks | [{check: odd, when: {of: message.name, is: [emty]}}] | 'emty' is no is; did you mean 'empty'?",
                "share.receive.checks | [{check: odd, when: {of: message.name, matches: \"(\"}}] | '(' is no regular expression",
                "share.receive.answers | {accepted: {body: \"${mesage.name}\"}} | 'mesage' is no fact; there is message, request",
                "share.receive.answers | {accepted: {body: a, json: {b: c}}} | an answer has a body or json, not both",
                "share.receive.answers | {accepted: {closes: before-effect, silence: after-effect}} | closes the connection or keeps silence, not both",
                "share.receive.answers | {accepted: {closes: later}} | 'later' is no closes",
                "http.routes | [{paths: [x], to: shares}] | path 'x' does not start with a slash",
                "http.routes | [{paths: [/x]}] | a row leads 'to' a place or gives an 'answer', one of the two",
                "http.routes | [{paths: [/x], to: share}] | 'share' is no place; did you mean 'shares'?",
                "send.waits | {share: 10 s} | '10 s' is not a time such as 500ms, 10s, 15min, 24h or 7d",
                "send.waits | {shares: 10s} | 'shares' is no key of a map of requests; did you mean 'share'?",
                "send.follows | {share: {at-most: 99}} | '99' is not a number of redirects from 0 to 50",
                "message.reads | {shares: [forms]} | 'forms' is no way to read a message; there is form",
                "access.opens | {ways: [bearer-ids]} | 'bearer-ids' is no way to open a share; did you mean 'bearer-id'?",
                "party.cannot | [unshares] | 'unshares' is no verb; did you mean 'unshare'?"
            })
    void whenAQuirkIsWrong_thenTheMessageSaysWhatWouldBeRight(String type, String value, String message) {
        assertThatThrownBy(() -> read(quirk(type, value)))
                .isInstanceOf(BadProfile.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{level: observed, in: somewhere, step: now} | 'somewhere' is no folder and flow of a recording; for example ocm-stub-1/01-discovery",
                "{level: observed, in: acme-1/01} | 'step' is missing: what was being done when that was observed",
                "{level: observd, in: acme-1/01} | 'observd' is no level of evidence; did you mean 'observed'?",
                "{level: source} | 'in' is missing"
            })
    void whenEvidenceIsWeak_thenItIsRefused(String evidence, String message) {
        assertThatThrownBy(
                        () -> read("quirks:\n  - {quirk: send.framing, value: chunked, evidence: " + evidence + "}\n"))
                .isInstanceOf(BadProfile.class)
                .hasMessageContaining("acme.yaml:6: ")
                .hasMessageContaining(message);
    }

    @Test
    void whenNothingCanBeMadeOfAFact_thenWhatCanIsListed() {
        assertThatThrownBy(() -> read(quirk("share.receive.recipient", "\"${message.name|base46}\"")))
                .hasMessageContaining("acme.yaml:6: 'base46' makes nothing of a fact; there is base64");
    }

    @Test
    void whenAQuirkWithoutPartsStandsTwice_thenItIsRefused() {
        var twice = quirk("send.framing", "chunked") + "  - {quirk: send.framing, value: length, " + SEEN + "}\n";
        assertThatThrownBy(() -> read(twice)).hasMessageContaining("acme.yaml:7: 'send.framing' stands here twice");
    }

    @Test
    void whenSomethingIsUnknownAndDeclared_thenItIsRefused() {
        var both = quirk("send.framing", "chunked") + "unknown: [{quirk: send.framing, why: nobody looked}]\n";
        assertThatThrownBy(() -> read(both)).hasMessageContaining("'send.framing' is unknown and declared at once");
    }

    @Nested
    class GivenAProfileThatExtendsAnother {
        private static final String PARENT = """
                vendor: acme
                line: "1"
                covers: first
                dialect: "1.1"
                settings:
                  mode: {default: a, values: {a: [], b: []}, evidence: {level: tests, in: x}}
                quirks:
                  - {quirk: send.framing, value: chunked, evidence: {level: source, in: x}}
                  - {quirk: send.headers, value: {User-Agent: acme}, evidence: {level: source, in: x}}
                  - {quirk: share.receive.answers, value: {accepted: {status: 200}, recipient-known: {status: 404}}, evidence: {level: source, in: x}}
                unknown:
                  - {quirk: send.waits, why: nobody waited}
                """;

        private Profile child(String more) throws IOException {
            Files.writeString(folder.resolve("parent.yaml"), PARENT);
            return read("child.yaml", "vendor: acme\nline: \"2\"\ncovers: second\nextends: parent.yaml\n" + more);
        }

        @Test
        void whenItSaysNothingElse_thenItIsLikeItsParent() throws IOException {
            var child = child("");
            assertThat(child.name()).isEqualTo("acme/2");
            assertThat(child.speaks()).isEqualTo("1.1");
            assertThat(child.find(SendFraming.class)).isPresent();
            assertThat(child.setting("mode")).contains("a");
            assertThat(child.ground().parent()).contains("acme/1");
            assertThat(child.ground().unknown()).hasSize(1);
        }

        @Test
        void whenItTakesAwayAndChanges_thenPartsAreChanged() throws IOException {
            var child = child("""
                    without: [send.framing]
                    quirks:
                      - {quirk: share.receive.answers, value: {accepted: {status: 201}}, evidence: {level: inferred, in: x}}
                      - {quirk: send.headers, value: {X-A: b}, evidence: {level: source, in: x}}
                      - {quirk: send.waits, value: {share: 10s}, evidence: {level: source, in: x}}
                    """);
            assertThat(child.find(SendFraming.class)).isEmpty();
            var answers = (ShareReceiveAnswers)
                    child.find(ShareReceiveAnswers.class).orElseThrow().quirk();
            assertThat(answers.answers()).containsOnlyKeys("accepted", "recipient-known");
            assertThat(answers.answers().get("accepted").status()).contains(201);
            assertThat(child.weakest()).contains(Evidence.Level.INFERRED);
            var headers =
                    (SendHeaders) child.find(SendHeaders.class).orElseThrow().quirk();
            assertThat(headers.headers()).containsOnlyKeys("X-A");
            assertThat(child.ground().unknown()).isEmpty();
        }

        @Test
        void whenItTakesAwayWhatIsNotThere_thenTheNearestIsNamed() {
            assertThatThrownBy(() -> child("without: [send.framin]\n"))
                    .hasMessageContaining(
                            "child.yaml:5: 'send.framin' is no quirk of acme/1; did you mean 'send.framing'?");
        }

        @Test
        void whenTheyExtendInACircle_thenTheCircleIsShown() throws IOException {
            Files.writeString(
                    folder.resolve("a.yaml"), "vendor: a\nline: \"1\"\ncovers: a\nextends: b.yaml\ndialect: \"1.5\"\n");
            assertThatThrownBy(() -> read("b.yaml", "vendor: b\nline: \"1\"\ncovers: b\nextends: a.yaml\n"))
                    .isInstanceOf(BadProfile.class)
                    .hasMessageContaining("a.yaml:4: 'b.yaml' extends in a circle: ")
                    .hasMessageContaining("b.yaml extends");
        }
    }

    @Nested
    class GivenSettingsThatCombine {
        private static final String PRESETS = """
                settings:
                  preset:
                    default: strict
                    evidence: {level: source, in: x}
                    values: {strict: [], relaxed: {sets: {sign: "no", invite: optional}}}
                  sign:
                    default: "yes"
                    evidence: {level: source, in: x}
                    values:
                      "yes": [{quirk: send.framing, value: chunked, evidence: {level: source, in: x}}]
                      "no": {without: [send.headers]}
                  invite:
                    default: must
                    evidence: {level: source, in: x}
                    values: {must: [], optional: []}
                """ + quirk("send.headers", "{X-A: b}");

        @Test
        void whenAPresetIsChosen_thenTheOthersFollowUnlessTheyAreSwitchedThemselves() throws IOException {
            var strict = read(PRESETS);
            assertThat(strict.values().values()).containsExactly("strict", "yes", "must");
            assertThat(strict.find(SendFraming.class)).isPresent();
            assertThat(strict.find(SendHeaders.class)).isPresent();
            var relaxed = strict.with("preset", "relaxed");
            assertThat(relaxed.values().values()).containsExactly("relaxed", "no", "optional");
            assertThat(relaxed.find(SendFraming.class)).isEmpty();
            assertThat(relaxed.find(SendHeaders.class)).isEmpty();
            assertThat(relaxed.with("sign", "yes").find(SendFraming.class)).isPresent();
        }
    }
}
