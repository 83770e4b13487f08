package org.meshbed.nodes.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.vendor.quirk.DiscoveryQuirk.DiscoveryServes;

class VendorsTest {
    @Nested
    class GivenAColumn {
        @Test
        void whenASettingIsSwitched_thenItsQuirksAreThere() {
            var plain = Vendors.column("reference/1.5");
            var compat = Vendors.column("reference/1.5[mode=compat]");
            assertThat(plain.find(DiscoveryServes.class)).isEmpty();
            assertThat(compat.find(DiscoveryServes.class)).isPresent();
            assertThat(compat.setting("mode")).contains("compat");
            assertThat(plain.setting("mode")).contains("plain");
            assertThat(compat.column()).isEqualTo("reference/1.5[mode=compat]");
            assertThat(plain.column()).isEqualTo("reference/1.5");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "reference/1.6 | there is no vendor 'reference/1.6'; did you mean 'reference/1.",
                    "acme | there is no vendor 'acme'; there is reference/ocs, reference/1.0,",
                    "reference/1.5[mode=compt] | setting 'mode' of reference/1.5 has no value 'compt'; it has plain, compat, strict",
                    "reference/1.5[mood=compat] | reference/1.5 has no setting 'mood'; it has mode",
                    "reference/1.0[mode=compat] | reference/1.0 has no setting 'mode'; it has servers, places, network",
                    "reference/1.5[mode | column 'reference/1.5[mode' has no closing bracket",
                    "reference/1.5[mode] | 'mode' in column 'reference/1.5[mode]' is not <setting>=<value>",
                    "nowhere.yaml | the profile 'nowhere.yaml' cannot be read"
                })
        void whenItIsWrong_thenTheMessageSaysWhatWouldBeRight(String column, String message) {
            assertThatThrownBy(() -> Vendors.column(column))
                    .isInstanceOf(BadProfile.class)
                    .hasMessageContaining(message);
        }

        @Test
        void whenSeveralAreListed_thenCommasInsideBracketsDoNotPartThem() {
            assertThat(Vendors.columns("a/1[x=1,2;y=z], b/2")).containsExactly("a/1[x=1,2;y=z]", "b/2");
        }
    }

    @Nested
    class GivenAProfileFile {
        @TempDir
        Path folder;

        private Profile read(String text) throws Exception {
            var file = folder.resolve("acme.yaml");
            Files.writeString(file, text);
            return Vendors.column(file.toString());
        }

        private static final String HEAD = "vendor: acme\nline: \"1\"\ncovers: all\ndialect: \"1.5\"\n";

        @Test
        void whenItNamesEveryQuirkType_thenAllAreRead() throws Exception {
            var evidence = "evidence: {level: observed, in: here/now, step: now}";
            var when = "when: {of: header.Accept, is: [absent]}";
            var quirks = List.of(
                    "{quirk: api.serves, value: [shares, request-share], " + evidence + "}",
                    "{quirk: http.paths, value: {api: /x/ocm, data: /x/dav/}, " + evidence + "}",
                    "{quirk: http.routes, value: [{paths: [/a, /b/*], methods: [GET], answer: {status: 404, type: none, body: no}}], "
                            + evidence + "}",
                    "{quirk: http.not-found, value: [{paths: [/a, /b/*], methods: [GET], answer: {status: 404, type: none, body: no}}], "
                            + evidence + "}",
                    "{quirk: http.tidies, value: [doubled-slashes], " + evidence + "}",
                    "{quirk: http.maintenance, value: [{paths: [/a], to: discovery}], " + evidence + "}",
                    "{quirk: http.adds, value: [{paths: [/a/*], when: {of: reply.type, matches: json}, headers: {X-A: b}}], "
                            + evidence + "}",
                    "{quirk: legacy.receive.checks, value: [{check: own, each: [{when: {of: message.token, is: [absent]}, name: token}]}, user-known], "
                            + evidence + "}",
                    "{quirk: legacy.receive.answers, value: {share-known/accept: {status: 410, type: none, body: gone}}, "
                            + evidence + "}",
                    "{quirk: legacy.envelope, value: {success: none, counts: empty}, " + evidence + "}",
                    "{quirk: message.send.legacy-share, value: [{set: {name: a}}], " + evidence + "}",
                    "{quirk: notification.effects, value: {SHARE_DECLINED: removes}, " + evidence + "}",
                    "{quirk: send.schemes, value: [https, http], " + evidence + "}",
                    "{quirk: send.attempts, value: {times: 2, legacy: /ocs/v1.php/cloud/shares, stops: [500]}, "
                            + evidence + "}",
                    "{quirk: share.send.addresses, value: [scheme, slash], " + evidence + "}",
                    "{quirk: share.send.again, value: refused, " + evidence + "}",
                    "{quirk: share.reshares, value: tracked, " + evidence + "}",
                    "{quirk: discovery.serves, value: [/ocm-provider], " + evidence + "}",
                    "{quirk: discovery.asks, value: [/ocm-provider], " + evidence + "}",
                    "{quirk: discovery.document, value: [{set: {a.b: 1}, without: [c], rename: {d: e}, indent: 2, type: none}], "
                            + evidence + "}",
                    "{quirk: discovery.looks-up, value: {keeps: 15min, statuses: any, stops: on-200, needs: [endPoint], types: [shareTypes],"
                            + " refuses: [elsewhere, half-an-exchange, odd-members], schemes: own}, "
                            + evidence + "}",
                    "{quirk: discovery.finds, value: {from: list-and-document, api: /ocm/, asks: [share]}, " + evidence
                            + "}",
                    "{quirk: share.received.looks, value: [list], " + evidence + "}",
                    "{quirk: access.conditions, value: changes, " + evidence + "}",
                    "{quirk: share.send.changes, value: lowers, " + evidence + "}",
                    "{quirk: access.properties, value: {prefixes: {d: \"DAV:\"}, told: [{name: \"d:a\", value: \"${file.id}\", asked: by-name}], missing: [\"d:b\"]}, "
                            + evidence + "}",
                    "{quirk: share.send.heeds, value: [types], " + evidence + "}",
                    "{quirk: share.send.keeps, value: refused, " + evidence + "}",
                    "{quirk: invite.send.heeds, value: [], " + evidence + "}",
                    "{quirk: access.opens, value: {ways: [bearer-id, address], names: any, schemes: exact}, " + evidence
                            + "}",
                    "{quirk: access.asks, value: {file: slash, schemes: [bearer, basic], falls: on-failure,"
                            + " before: [PROPFIND], twice: [PUT]}, " + evidence + "}",
                    "{quirk: access.sessions, value: {keeps: 1h, first: 2, uploads: apart, exchanges: each}, "
                            + evidence + "}",
                    "{quirk: access.steps, value: {read: [{part: data, asks: it}]}, " + evidence + "}",
                    "{quirk: discovery.directories, value: at-start, " + evidence + "}",
                    "{quirk: trust.welcomes, value: listed, " + evidence + "}",
                    "{quirk: share.send.offers, value: [webapp], " + evidence + "}",
                    "{quirk: access.mounts, value: {looks: a, lists: b, space: c, touched: d, otherwise: /dav/, rests: 10min,"
                            + " fetches: [before-write], types: by-ending, gone: [/status.php]}, " + evidence + "}",
                    "{quirk: access.passes-on, value: {read: [{part: data, asks: look-root}]}, " + evidence + "}",
                    "{quirk: access.states, value: any, " + evidence + "}",
                    "{quirk: access.deletes, value: root, " + evidence + "}",
                    "{quirk: access.tokens, value: {lives: 24h, opens: as-given}, " + evidence + "}",
                    "{quirk: access.describes, value: {all: [oc:name], properties: [{name: oc:name, value: x}],"
                            + " files: doubled, tokens: bare, escapes: lower}, " + evidence + "}",
                    "{quirk: token.claims, value: {claims: [{json: {iss: x}}]}, " + evidence + "}",
                    "{quirk: token.send.heeds, value: [type], " + evidence + "}",
                    "{quirk: share.ends, value: never, " + evidence + "}",
                    "{quirk: share.follows, value: moves, " + evidence + "}",
                    "{quirk: state.forgets, value: [access-tokens], " + evidence + "}",
                    "{quirk: discovery.keys, value: application/json, " + evidence + "}",
                    "{quirk: signature.keys, value: {of: keyid, algorithms: any-case}, " + evidence + "}",
                    "{quirk: state.makes, value: {share-id: uuid-7}, " + evidence + "}",
                    "{quirk: share.send.to-itself, value: sent, " + evidence + "}",
                    "{quirk: share.receive.sender, value: [sender], " + evidence + "}",
                    "{quirk: share.answered.again, value: answer, " + evidence + "}",
                    "{quirk: share.receive.reads, value: {address: [protocol.webdav.url], secret: []}, " + evidence
                            + "}",
                    "{quirk: party.contacts, value: {ids: as-sent, recipients: contacts}, " + evidence + "}",
                    "{quirk: party.cannot, value: [read, accept-invite], " + evidence + "}",
                    "{quirk: party.addresses, value: first-at, " + evidence + "}",
                    "{quirk: discovery.receive.checks, value: [{check: own, " + when + "}], " + evidence + "}",
                    "{quirk: discovery.receive.answers, value: {own: {status: 400}}, " + evidence + "}",
                    "{quirk: message.send.share, value: [{json: {a: \"${message.name}\"}}], " + evidence + "}",
                    "{quirk: message.send.notification, value: [{set: {type: \"${notice.type}\"}, " + when + "}], "
                            + evidence + "}",
                    "{quirk: message.send.invite, value: [{without: [email]}], " + evidence + "}",
                    "{quirk: message.send.token, value: [{type: application/json, indent: 2}], " + evidence + "}",
                    "{quirk: share.receive.checks, value: [recipient-known, {check: own, " + when
                            + ", after: effect}, body-is-json, {check: odd, each: [{"
                            + when + ", name: it}]}], " + evidence + "}",
                    "{quirk: share.receive.answers, value: {accepted: {status: 200, type: text/plain, body: ok, headers: {X-A: b}}, recipient-known: {closes: after-effect}, own: {silence: after-effect}}, "
                            + evidence + "}",
                    "{quirk: share.receive.requires, value: [name], " + evidence + "}",
                    "{quirk: share.receive.calls-back, value: [discovery], bug: A01, bends: [OCM-SHARE-98], " + evidence
                            + "}",
                    "{quirk: share.receive.keeps, value: latest, " + evidence + "}",
                    "{quirk: share.receive.recipient, value: marie, " + evidence + "}",
                    "{quirk: notification.send.ids, value: both, " + evidence + "}",
                    "{quirk: notification.sends, value: [SHARE_ACCEPTED], " + evidence + "}",
                    "{quirk: notification.heeds, value: [], " + evidence + "}",
                    "{quirk: notification.retries, value: {first: 600s, times: 22}, " + evidence + "}",
                    "{quirk: notification.receive.checks, value: [type-known], " + evidence + "}",
                    "{quirk: notification.receive.answers, value: {share-known: {json: {message: \"${refusal.code}\"}}}, "
                            + evidence + "}",
                    "{quirk: invite.tokens, value: {lives: 24h, uses: any}, " + evidence + "}",
                    "{quirk: invite.send.to-itself, value: sent, " + evidence + "}",
                    "{quirk: invite.receive.requires, value: [token], " + evidence + "}",
                    "{quirk: invite.receive.checks, value: [token-known, contact-new], " + evidence + "}",
                    "{quirk: invite.receive.answers, value: {accepted: {status: 200}}, " + evidence + "}",
                    "{quirk: token.exchange, value: [offers, asks], " + evidence + "}",
                    "{quirk: token.demands, value: [senders], " + evidence + "}",
                    "{quirk: send.joins, value: as-text, " + evidence + "}",
                    "{quirk: token.asks, value: {at: behind-endpoint, takes: as-text}, " + evidence + "}",
                    "{quirk: token.receive.checks, value: [code-known], " + evidence + "}",
                    "{quirk: token.receive.answers, value: {code-known: {status: 403, type: none, body: no}}, "
                            + evidence + "}",
                    "{quirk: access.authorization, value: [bearer, basic], " + evidence + "}",
                    "{quirk: access.second-factor, value: enforced, " + evidence + "}",
                    "{quirk: access.replies, value: [{methods: [PUT], statuses: [403], answer: {status: 500, body: \"\"}}], "
                            + evidence + "}",
                    "{quirk: access.receive.checks, value: [secret-known], " + evidence + "}",
                    "{quirk: access.receive.answers, value: {secret-known/UNAUTHORIZED: {status: 500}}, " + evidence
                            + "}",
                    "{quirk: send.framing, value: chunked, " + evidence + "}",
                    "{quirk: send.headers, value: {User-Agent: acme}, " + evidence + "}",
                    "{quirk: send.redirects, value: 3, " + evidence + "}",
                    "{quirk: send.reach, value: [{names: \"*.site.example\", addresses: 10.0.0.0/8}], " + evidence
                            + "}",
                    "{quirk: send.places, value: own-host, " + evidence + "}",
                    "{quirk: send.lines, value: {discovery: {Accept: none, User-Agent: acme}}, " + evidence + "}",
                    "{quirk: send.waits, value: {share: 10s}, " + evidence + "}",
                    "{quirk: send.follows, value: {share: {at-most: 20, as-get: [301, 302], as-is: [307], elsewhere: true, without: [Authorization]}}, "
                            + evidence + "}",
                    "{quirk: send.counts, value: {share: {statuses: [200, 201], body: object}}, " + evidence + "}",
                    "{quirk: send.repeats, value: {share: {times: 2, after: [4]}}, " + evidence + "}",
                    "{quirk: send.calls, value: {invite: invites/accept}, " + evidence + "}",
                    "{quirk: trust.list, value: deny, " + evidence + "}",
                    "{quirk: trust.list.matches, value: substring, " + evidence + "}",
                    "{quirk: trust.list.finds, value: {by: [part, pattern], renames: pattern}, " + evidence + "}",
                    "{quirk: trust.exchanges, value: {looks: /s, calls: /c, book: /b, card: x, jobs: 5min, books: 1d, cards: [{text: y}], answers: {taken: {status: 202}}}, "
                            + evidence + "}",
                    "{quirk: trust.accepts, value: of-trusted, " + evidence + "}",
                    "{quirk: trust.invite, value: must, " + evidence + "}",
                    "{quirk: dialect.speaks, value: [\"1.5\"], " + evidence + "}",
                    "{quirk: dialect.reads, value: own, " + evidence + "}",
                    "{quirk: message.reads, value: {shares: [any-case, any-value]}, " + evidence + "}",
                    "{quirk: signature.sends, value: always, " + evidence + "}",
                    "{quirk: signature.demands, value: signers, " + evidence + "}",
                    "{quirk: signature.key, value: p256, " + evidence + "}",
                    "{quirk: signature.forms, value: [tagged, cavage], " + evidence + "}",
                    "{quirk: signature.covers, value: [share, token], " + evidence + "}",
                    "{quirk: signature.digests, value: always, " + evidence + "}",
                    "{quirk: share.receive.expiry, value: nothing, " + evidence + "}",
                    "{quirk: share.receive.compares, value: [name], " + evidence + "}",
                    "{quirk: share.receive.names, value: [\"${user.seed|uuid}\"], " + evidence + "}",
                    "{quirk: share.sends, value: {types: [file], permissions: [read]}, " + evidence + "}",
                    "{quirk: share.unshared.keeps, value: listed, " + evidence + "}",
                    "{quirk: notification.send.heeds, value: [capabilities], " + evidence + "}",
                    "{quirk: notification.receive.believes, value: {who: signer, unshared: senders, answers: final}, "
                            + evidence + "}",
                    "{quirk: invite.send.again, value: once, " + evidence + "}",
                    "{quirk: token.keeps, value: nothing, " + evidence + "}",
                    "{quirk: access.finds, value: {at: owner, path: file, whole: own-origin, below: joined, after: exchange}, "
                            + evidence + "}",
                    "{quirk: party.finds, value: looks-up, " + evidence + "}");
            var profile = read(HEAD + "quirks:\n  - " + String.join("\n  - ", quirks) + "\n");
            assertThat(profile.quirks().stream().map(d -> d.quirk().name()))
                    .containsExactlyInAnyOrderElementsOf(QuirkReader.names());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "quirk: send.framin, value: chunked | acme.yaml:6: 'send.framin' is no quirk type; did you mean 'send.framing'?",
                    "quirk: send.framing, value: choked | acme.yaml:6: 'choked' is no framing; did you mean 'chunked'?",
                    "quirk: send.framing, valu: chunked | acme.yaml:6: 'valu' is no key of a quirk; did you mean 'value'?",
                    "quirk: send.framing, value: chunked | acme.yaml:6: 'evidence' is missing",
                    "quirk: send.framing, value: [chunked] | acme.yaml:6: here should be framing, not a list",
                    "quirk: send.redirects, value: many | acme.yaml:6: 'many' is not a number of redirects from 0 to 10",
                    "quirk: send.redirects, value: 11 | acme.yaml:6: '11' is not a number of redirects from 0 to 10",
                    "quirk: discovery.asks, value: [ocm] | acme.yaml:6: path 'ocm' does not start with a slash",
                    "quirk: share.receive.checks, value: [user-nown] | acme.yaml:6: 'user-nown' is no share check",
                    "quirk: share.receive.answers, value: {accepted: {status: 99}} | '99' is not a status from 200 to 599",
                    "quirk: send.framing, value: chunked, evidence: {level: seen, in: x} | 'seen' is no level of evidence",
                    "quirk: send.framing, value: chunked, value: chunked | acme.yaml:6: 'value' stands here twice"
                })
        void whenAQuirkIsWrong_thenFileLineAndRightFormAreNamed(String quirk, String message) {
            assertThatThrownBy(() -> read(HEAD + "quirks:\n  - {" + quirk + "}\n"))
                    .isInstanceOf(BadProfile.class)
                    .hasMessageContaining(message);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "`` | the file is empty",
                    "vendor: acme | 'line' is missing",
                    "vendr: acme | 'vendr' is no key of a profile; did you mean 'vendor'?",
                    "[a, b] | here should be a profile, not a list",
                    "vendor: [ | acme.yaml:1"
                })
        void whenTheFileIsWrong_thenFileLineAndRightFormAreNamed(String text, String message) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(BadProfile.class).hasMessageContaining(message);
        }

        @Test
        void whenTheDialectIsUnknown_thenTheNearestIsNamed() {
            assertThatThrownBy(() -> read(HEAD.replace("1.5", "1.6")))
                    .hasMessageContaining("acme.yaml:4: '1.6' is no dialect; did you mean '1.");
        }

        @Test
        void whenADefaultIsNoValue_thenItIsRefused() {
            var setting = "settings: {mode: {default: c, values: {a: [], b: []}, evidence: {level: tests, in: x}}}\n";
            assertThatThrownBy(() -> read(HEAD + setting)).hasMessageContaining("'c' is no value");
        }

        @Test
        void whenItLacksSomething_thenTheRulesAreDeclaredAsLongAsThatIsSo() throws Exception {
            var text = HEAD + """
                    settings:
                      mode: {default: a, values: {a: [], b: []}, evidence: {level: tests, in: x}}
                    lacks:
                      - {bends: [OCM-DISC-37], why: "no page yet"}
                      - {bends: [OCM-INV-17], why: "not switched on", while: {setting: mode, value: a}}
                    """;
            assertThat(read(text).bends()).containsExactly("OCM-DISC-37", "OCM-INV-17");
            assertThat(read(text).with("mode", "b").bends()).containsExactly("OCM-DISC-37");
        }

        @Test
        void whenALackHasNoReason_thenItIsRefused() {
            assertThatThrownBy(() -> read(HEAD + "lacks:\n  - {bends: [OCM-DISC-37]}\n"))
                    .hasMessageContaining("'why' is missing");
        }
    }

    @Nested
    class GivenSomethingThatHasToBeSwitchedBeforeItFederates {
        private static Profile profile(Path folder) throws IOException {
            var file = folder.resolve("acme.yaml");
            Files.writeString(file, """
                    vendor: acme
                    line: "1"
                    covers: all of it
                    dialect: "1.1"
                    federated:
                      - {need: settings, settings: {ocm: "on"}, evidence: {level: tests, in: here}}
                    quirks: []
                    settings:
                      ocm: {default: "off", evidence: {level: tests, in: here}, values: {"off": [], "on": []}}
                    """);
            return Vendors.file(file);
        }

        @Test
        void whenItFederates_thenThatIsSwitched(@TempDir Path folder) throws IOException {
            assertThat(profile(folder).setting("ocm")).contains("off");
            assertThat(profile(folder).federating().setting("ocm")).contains("on");
        }

        @Test
        void whenSomebodyChose_thenTheChoiceStands(@TempDir Path folder) throws IOException {
            assertThat(profile(folder).with("ocm", "off").federating().setting("ocm"))
                    .contains("off");
        }
    }
}
