package org.meshbed.nodes.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.dialect.Notice.Type;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;

/** Every message of every version, to the byte: the order of members, the names, what is left out. */
class GoldenMessagesTest {
    private static final String ENDPOINT = "\"endPoint\":\"https://uni.example/ocm\"";
    private static final String SHARE_HEAD = "shares {\"shareWith\":\"kurt@lab.example:8443\",\"name\":\"notes.md\","
            + "\"providerId\":\"s-17\",\"owner\":\"ada@uni.example\",\"ownerDisplayName\":\"Ada\","
            + "\"sender\":\"ada@uni.example\",\"senderDisplayName\":\"Ada\",\"shareType\":\"user\","
            + "\"resourceType\":\"file\",";
    private static final String ENDS = "\"expiration\":1800000000,";

    private static String types(String protocols) {
        var type = "{\"name\":\"%s\",\"shareTypes\":[\"user\",\"group\"],\"protocols\":{\"webdav\":\"/dav/ocm\"%s}}";
        return "\"resourceTypes\":[" + type.formatted("file", protocols) + "," + type.formatted("folder", protocols)
                + "]";
    }

    @Nested
    class GivenADiscoveryDocument {
        @Test
        void whenItIs10_thenItHasNoMoreThanFourMembers() {
            assertThat(Golden.discovery("1.0"))
                    .isEqualTo(
                            "{\"enabled\":true,\"apiVersion\":\"1.0-proposal1\"," + ENDPOINT + "," + types("") + "}");
        }

        @Test
        void whenItIs11_thenCapabilitiesArePathsAndThereAreNoCriteria() {
            assertThat(Golden.discovery("1.1"))
                    .isEqualTo("{\"enabled\":true,\"apiVersion\":\"1.1.0\"," + ENDPOINT + ",\"provider\":\"Uni\","
                            + types(",\"datatx\":\"/dav/ocm\"")
                            + ",\"capabilities\":[\"/notifications\",\"/invite-accepted\"]}");
        }

        @Test
        void whenItIs12_thenTheWordsAreThoseOf12() {
            assertThat(Golden.discovery("1.2"))
                    .isEqualTo("{\"enabled\":true,\"apiVersion\":\"1.2.2\"," + ENDPOINT + ",\"provider\":\"Uni\","
                            + types(",\"datatx\":\"/dav/ocm\"")
                            + ",\"capabilities\":[\"webdav-uri\",\"protocol-object\",\"invites\"],"
                            + "\"criteria\":[\"invite\"]}");
        }

        @Test
        void whenItIs13_thenTransferIsNoProtocol() {
            assertThat(Golden.discovery("1.3"))
                    .isEqualTo("{\"enabled\":true,\"apiVersion\":\"1.3.0\"," + ENDPOINT + ",\"provider\":\"Uni\","
                            + types("")
                            + ",\"capabilities\":[\"invites\",\"notifications\",\"protocol-object\",\"webdav-uri\"],"
                            + "\"criteria\":[\"invite\"]}");
        }

        @ParameterizedTest
        @CsvSource({"1.4,1.4.0", "1.5,1.5.0"})
        void whenItIsLater_thenItSaysWhichUriItTakes(String dialect, String apiVersion) {
            assertThat(Golden.discovery(dialect))
                    .isEqualTo("{\"enabled\":true,\"apiVersion\":\"" + apiVersion + "\"," + ENDPOINT
                            + ",\"provider\":\"Uni\"," + types(",\"webdav-receive\":{\"uri\":\"relative\"}")
                            + ",\"capabilities\":[\"invites\",\"notifications\",\"protocol-object\"],"
                            + "\"criteria\":[\"must-invite\"]}");
        }
    }

    @Nested
    class GivenAShare {
        private String share(String dialect, UriForm takes) {
            return Golden.text(Golden.dialect(dialect).share(Golden.announcement(takes)));
        }

        @Test
        void whenItIs10_thenTheSecretStandsInTheOptionsAndItNeverEnds() {
            assertThat(share("1.0", UriForm.UNSAID))
                    .isEqualTo(
                            SHARE_HEAD + "\"protocol\":{\"name\":\"webdav\",\"options\":{\"sharedSecret\":\"geheim\","
                                    + "\"permissions\":\"{http://open-cloud-mesh.org/ns}share-permissions\"}}}");
        }

        @ParameterizedTest
        @CsvSource({
            "1.1,UNSAID,https://uni.example/dav/ocm/s-17,''",
            "1.1,RELATIVE,https://uni.example/dav/ocm/s-17,''",
            "1.2,UNSAID,https://uni.example/dav/ocm/s-17,''",
            "1.2,RELATIVE,s-17,''",
            "1.3,UNSAID,https://uni.example/dav/ocm/s-17,',\"size\":42'",
            "1.3,RELATIVE,s-17,',\"size\":42'",
            "1.4,UNSAID,s-17,',\"size\":42'",
            "1.4,ABSOLUTE,https://uni.example/dav/ocm/s-17,',\"size\":42'",
            "1.5,UNSAID,s-17,',\"size\":42'",
            "1.5,ABSOLUTE,https://uni.example/dav/ocm/s-17,',\"size\":42'"
        })
        void whenItIsLater_thenTheUriIsWhatThePeerTakes(String dialect, UriForm takes, String uri, String more) {
            assertThat(share(dialect, takes))
                    .isEqualTo(SHARE_HEAD + ENDS + "\"protocol\":{\"name\":\"multi\",\"webdav\":{\"uri\":\"" + uri
                            + "\",\"sharedSecret\":\"geheim\",\"permissions\":[\"read\",\"write\"]" + more + "}}}");
        }

        @ParameterizedTest
        @CsvSource({
            "1.2,'use-code\",\"mfa-enforced'",
            "1.3,'must-exchange-token\",\"must-use-mfa'",
            "1.4,'must-exchange-token\",\"must-use-mfa'",
            "1.5,'must-exchange-token\",\"must-use-mfa'"
        })
        void whenItHasRequirements_thenTheyHaveTheNamesOfTheVersion(String dialect, String words) {
            var plain = Golden.announcement(UriForm.RELATIVE);
            var demanding = new ShareAnnouncement(
                    plain.shareWith(),
                    plain.name(),
                    plain.id(),
                    plain.owner(),
                    plain.ownerDisplayName(),
                    plain.shareType(),
                    plain.resourceType(),
                    plain.expiration(),
                    plain.secret(),
                    plain.permissions(),
                    plain.location(),
                    plain.peerTakes(),
                    plain.size(),
                    List.of(Requirement.MFA, Requirement.TOKEN_EXCHANGE),
                    false);
            assertThat(Golden.text(Golden.dialect(dialect).share(demanding)))
                    .contains("\"permissions\":[\"read\",\"write\"],\"requirements\":[\"" + words + "\"]");
        }

        @ParameterizedTest
        @CsvSource({"1.1", "1.2", "1.3", "1.4", "1.5"})
        void whenThePeerTakesNoProtocolObject_thenItIsTheFormOf10(String dialect) {
            assertThat(Golden.text(
                            Golden.dialect(dialect).withoutProtocolObject().share(Golden.announcement(UriForm.UNSAID))))
                    .isEqualTo(share("1.0", UriForm.UNSAID));
        }

        @Test
        void whenItWasReceived_thenTheAnswerNamesTheRecipientSince11() {
            assertThat(new String(Golden.dialect("1.0").shareReceived("Kurt").bytes()))
                    .isEqualTo("[]");
            for (var dialect : List.of("1.1", "1.2", "1.3", "1.4", "1.5"))
                assertThat(new String(
                                Golden.dialect(dialect).shareReceived("Kurt").bytes()))
                        .isEqualTo("{\"recipientDisplayName\":\"Kurt\"}");
        }

        @Test
        void whenItIsPosted_thenItGoesBelowTheEndPointAsJson() {
            var message = Golden.dialect("1.3").share(Golden.announcement(UriForm.RELATIVE));
            var request = message.request(Endpoint.parse("https://lab.example/api/"));
            assertThat(request.target()).isEqualTo("/api/shares");
            assertThat(request.headers().first("content-type")).contains("application/json");
            assertThat(message)
                    .isEqualTo(Golden.dialect("1.3").share(Golden.announcement(UriForm.RELATIVE)))
                    .hasSameHashCodeAs(Golden.dialect("1.3").share(Golden.announcement(UriForm.RELATIVE)))
                    .isNotEqualTo(Golden.dialect("1.3").share(Golden.announcement(UriForm.ABSOLUTE)));
        }
    }

    @Nested
    class GivenANotification {
        private String notification(String dialect, Notice notice) {
            return Golden.text(Golden.dialect(dialect).notification(notice));
        }

        @ParameterizedTest
        @CsvSource({
            "1.0,SHARE_ACCEPTED",
            "1.0,SHARE_DECLINED",
            "1.0,SHARE_UNSHARED",
            "1.1,SHARE_ACCEPTED",
            "1.1,SHARE_DECLINED",
            "1.1,SHARE_UNSHARED",
            "1.2,SHARE_ACCEPTED",
            "1.2,SHARE_DECLINED",
            "1.2,SHARE_UNSHARED",
            "1.3,SHARE_ACCEPTED",
            "1.3,SHARE_DECLINED",
            "1.3,SHARE_UNSHARED",
            "1.4,SHARE_ACCEPTED",
            "1.4,SHARE_DECLINED",
            "1.4,SHARE_UNSHARED"
        })
        void whenItIsAboutAShareBefore15_thenTheIdStandsAtTheTop(String dialect, Type type) {
            assertThat(notification(dialect, Golden.notice(type)))
                    .isEqualTo("notifications {\"notificationType\":\"" + type + "\",\"resourceType\":\"folder\","
                            + "\"providerId\":\"s-17\",\"notification\":{\"sharedSecret\":\"geheim\","
                            + "\"message\":\"Kurt has looked\"}}");
        }

        @ParameterizedTest
        @CsvSource({"SHARE_ACCEPTED", "SHARE_DECLINED", "SHARE_UNSHARED"})
        void whenItIsAboutAShareIn15_thenTheIdStandsInside(Type type) {
            assertThat(notification("1.5", Golden.notice(type)))
                    .isEqualTo("notifications {\"notificationType\":\"" + type
                            + "\",\"senderDomain\":\"lab.example:8443\",\"resourceType\":\"folder\","
                            + "\"shareType\":\"user\",\"notification\":{\"message\":\"Kurt has looked\","
                            + "\"file\":{\"providerId\":\"s-17\"}}}");
        }

        @Test
        void whenItIsForAMeshOfManyVersions_thenTheIdStandsInBothPlaces() {
            var compatible = Golden.dialect("1.5").compatible();
            assertThat(Golden.text(compatible.notification(Golden.notice(Type.SHARE_UNSHARED))))
                    .isEqualTo("notifications {\"notificationType\":\"SHARE_UNSHARED\","
                            + "\"senderDomain\":\"lab.example:8443\",\"resourceType\":\"folder\","
                            + "\"shareType\":\"user\",\"providerId\":\"s-17\",\"notification\":"
                            + "{\"sharedSecret\":\"geheim\",\"message\":\"Kurt has looked\","
                            + "\"file\":{\"providerId\":\"s-17\"}}}");
            assertThat(Golden.text(compatible.requestReshare(Golden.reshare())))
                    .contains("\"providerId\":\"s-17\",\"notification\":{\"sharedSecret\":\"geheim\",\"message\"");
            assertThat(Golden.text(compatible.requestShare(Golden.request())))
                    .isEqualTo(Golden.text(Golden.dialect("1.5").requestShare(Golden.request())));
            assertThat(Golden.dialect("1.4").compatible()).isSameAs(Golden.dialect("1.4"));
        }

        @Test
        void whenPermissionsChange_thenTheNameIsThatOfTheVersion() {
            var notice = Golden.notice(Type.SHARE_CHANGE_PERMISSION).with(Permissions.READ);
            assertThat(notification("1.0", notice)).isEqualTo("-");
            assertThat(notification("1.1", notice)).isEqualTo("-");
            for (var dialect : List.of("1.2", "1.3", "1.4"))
                assertThat(notification(dialect, notice))
                        .isEqualTo("notifications {\"notificationType\":\"RESHARE_CHANGE_PERMISSION\","
                                + "\"resourceType\":\"folder\",\"providerId\":\"s-17\",\"notification\":"
                                + "{\"sharedSecret\":\"geheim\",\"permission\":[\"read\"],"
                                + "\"message\":\"Kurt has looked\"}}");
            assertThat(notification("1.5", notice))
                    .isEqualTo("notifications {\"notificationType\":\"SHARE_CHANGE_PERMISSION\","
                            + "\"senderDomain\":\"lab.example:8443\",\"resourceType\":\"folder\","
                            + "\"shareType\":\"user\",\"notification\":{\"message\":\"Kurt has looked\","
                            + "\"file\":{\"providerId\":\"s-17\",\"permissions\":[\"read\"]}}}");
        }

        @Test
        void whenARecipientIsRemoved_thenOnlyVersionsWithAWordForItSaySo() {
            var user = Notice.removed(Golden.KURT, ShareType.USER, "gone");
            var group = Notice.removed(OcmAddress.parse("physics@lab.example:8443"), ShareType.GROUP, "gone");
            for (var dialect : List.of("1.0", "1.1"))
                assertThat(notification(dialect, user)).isEqualTo("-");
            for (var dialect : List.of("1.2", "1.3", "1.4"))
                assertThat(notification(dialect, user))
                        .isEqualTo("notifications {\"notificationType\":\"USER_REMOVED\",\"resourceType\":\"user\","
                                + "\"providerId\":\"kurt\",\"notification\":{\"message\":\"gone\"}}");
            for (var dialect : List.of("1.0", "1.1", "1.2", "1.3", "1.4"))
                assertThat(notification(dialect, group)).isEqualTo("-");
            assertThat(notification("1.5", user))
                    .isEqualTo("notifications {\"notificationType\":\"USER_REMOVED\","
                            + "\"senderDomain\":\"lab.example:8443\",\"shareType\":\"user\",\"notification\":"
                            + "{\"message\":\"gone\",\"user\":{\"userId\":\"kurt@lab.example:8443\"}}}");
            assertThat(notification("1.5", group))
                    .isEqualTo("notifications {\"notificationType\":\"GROUP_REMOVED\","
                            + "\"senderDomain\":\"lab.example:8443\",\"shareType\":\"group\",\"notification\":"
                            + "{\"message\":\"gone\",\"group\":{\"groupId\":\"physics\"}}}");
        }

        @Test
        void whenAReshareIsUndone_then15HasNoWordForIt() {
            assertThat(notification("1.5", Golden.notice(Type.RESHARE_UNDO))).isEqualTo("-");
        }
    }

    @Nested
    class GivenAWishForMore {
        @Test
        void whenAReshareIsAskedFor_thenTheThirdPartyIsNamed() {
            for (var dialect : List.of("1.0", "1.1", "1.2", "1.3", "1.4"))
                assertThat(Golden.text(Golden.dialect(dialect).requestReshare(Golden.reshare())))
                        .isEqualTo("notifications {\"notificationType\":\"REQUEST_RESHARE\",\"resourceType\":\"file\","
                                + "\"providerId\":\"s-17\",\"notification\":{\"sharedSecret\":\"geheim\","
                                + "\"shareWith\":\"emmy@home.example\",\"senderId\":\"uni.example/s-17\","
                                + "\"shareType\":\"user\",\"permissions\":[\"read\"],\"message\":\"for Emmy too\"}}");
            assertThat(Golden.text(Golden.dialect("1.5").requestReshare(Golden.reshare())))
                    .isEqualTo("notifications {\"notificationType\":\"REQUEST_RESHARE\","
                            + "\"senderDomain\":\"lab.example:8443\",\"resourceType\":\"file\",\"notification\":"
                            + "{\"message\":\"for Emmy too\",\"file\":{\"providerId\":\"s-17\","
                            + "\"shareWith\":\"emmy@home.example\",\"permissions\":[\"read\"]}}}");
        }

        @Test
        void whenAShareIsAskedFor_thenItIsACallIn14AndANotificationIn15() {
            for (var dialect : List.of("1.0", "1.1", "1.2", "1.3"))
                assertThat(Golden.dialect(dialect).requestShare(Golden.request()))
                        .isEmpty();
            assertThat(Golden.text(Golden.dialect("1.4").requestShare(Golden.request())))
                    .isEqualTo("request-share {\"owner\":\"ada@uni.example\",\"shareWith\":\"kurt@lab.example:8443\","
                            + "\"share\":\"https://uni.example/notes.md\"}");
            assertThat(Golden.text(Golden.dialect("1.5").requestShare(Golden.request())))
                    .isEqualTo("notifications {\"notificationType\":\"REQUEST_SHARE\","
                            + "\"senderDomain\":\"lab.example:8443\",\"resourceType\":\"file\",\"notification\":"
                            + "{\"message\":\"found it\",\"file\":{\"owner\":\"ada@uni.example\","
                            + "\"shareWith\":\"kurt@lab.example:8443\",\"shareId\":\"https://uni.example/notes.md\","
                            + "\"permissions\":[\"read\"]}}}");
        }
    }

    @Nested
    class GivenAnInvite {
        @ParameterizedTest
        @CsvSource({
            "1.1,https://lab.example:8443,404,BASE64",
            "1.2,lab.example:8443,400,BASE64",
            "1.3,lab.example:8443,400,BASE64",
            "1.4,lab.example:8443,400,BASE64",
            "1.5,lab.example:8443,400,BASE64URL"
        })
        void whenItIsAccepted_thenTheServerNamesItselfAsTheVersionDoes(
                String dialect, String provider, int unknown, InviteForm form) {
            var invites = Golden.dialect(dialect).invites().orElseThrow();
            assertThat(Golden.text(invites.accepted(Golden.acceptance())))
                    .isEqualTo("invite-accepted {\"recipientProvider\":\"" + provider + "\",\"token\":\"tok-1\","
                            + "\"userID\":\"kurt\",\"email\":\"kurt@mail.example\",\"name\":\"Kurt\"}");
            assertThat(invites.unknownToken()).isEqualTo(unknown);
            assertThat(invites.form()).isEqualTo(form);
        }

        @Test
        void whenTheVersionIs10_thenThereAreNone() {
            assertThat(Golden.dialect("1.0").invites()).isEmpty();
        }
    }

    @Nested
    class GivenARefusal {
        @Test
        void whenFieldsAreWrong_thenEachIsNamedInEveryVersion() {
            var refusal = new Refusal(
                    "fields-present",
                    400,
                    "INVALID_REQUEST",
                    List.of(new Refusal.Invalid("shareWith", "NOT_FOUND"), new Refusal.Invalid("protocol", "MISSING")),
                    "why");
            for (var dialect : Dialects.all()) {
                if (dialect.name().equals("ocs")) continue;
                assertThat(new String(dialect.refused(refusal).bytes()))
                        .isEqualTo("{\"message\":\"INVALID_REQUEST\",\"validationErrors\":["
                                + "{\"name\":\"shareWith\",\"message\":\"NOT_FOUND\"},"
                                + "{\"name\":\"protocol\",\"message\":\"MISSING\"}]}");
            }
        }
    }

    @Nested
    class GivenTheLegacyCalls {
        private String text(java.util.Optional<Outgoing> message) {
            return Golden.text(message);
        }

        @Test
        void whenTheDocumentIsAskedFor_thenItTellsTwoPaths() {
            assertThat(Golden.discovery("ocs"))
                    .isEqualTo("{\"version\":2,\"services\":{\"FEDERATED_SHARING\":{\"version\":1,\"endpoints\":"
                            + "{\"share\":\"/ocs/v2.php/cloud/shares\",\"webdav\":\"/dav/ocm/\"}}}}");
        }

        @Test
        void whenAShareIsAnnounced_thenItIsAFormAtTheEndpointItself() {
            var message = Golden.dialect("ocs").share(Golden.announcement(UriForm.UNSAID));
            assertThat(Golden.text(message))
                    .isEqualTo("?format=json shareWith=kurt&token=geheim&name=%2Fnotes.md&remoteId=s-17&owner=ada"
                            + "&ownerFederatedId=ada%40uni.example&sharedBy=ada"
                            + "&sharedByFederatedId=ada%40uni.example&remote=https%3A%2F%2Funi.example%2F");
            var request = message.request(Endpoint.parse("https://lab.example/ocs/v2.php/cloud/shares"));
            assertThat(request.target()).isEqualTo("/ocs/v2.php/cloud/shares?format=json");
            assertThat(request.headers().first("OCS-APIREQUEST")).contains("true");
            assertThat(request.headers().first("Content-Type")).contains("application/x-www-form-urlencoded");
        }

        @Test
        void whenThereIsNews_thenItIsACallOfItsOwn() {
            var ocs = Golden.dialect("ocs");
            var endPoint = Endpoint.parse("https://lab.example/ocs/v2.php/cloud/shares");
            assertThat(text(ocs.notification(Golden.notice(Type.SHARE_ACCEPTED))))
                    .isEqualTo("/s-17/accept?format=json token=geheim");
            assertThat(text(ocs.notification(Golden.notice(Type.SHARE_DECLINED))))
                    .isEqualTo("/s-17/decline?format=json token=geheim");
            assertThat(text(ocs.notification(Golden.notice(Type.SHARE_UNSHARED))))
                    .isEqualTo("/s-17/unshare?format=json token=geheim");
            assertThat(text(ocs.notification(Golden.notice(Type.RESHARE_UNDO))))
                    .isEqualTo("/s-17/revoke?format=json token=geheim");
            assertThat(text(ocs.notification(
                            Golden.notice(Type.SHARE_CHANGE_PERMISSION).with(Permissions.READ_WRITE))))
                    .isEqualTo("/s-17/permissions?format=json token=geheim&permissions=15");
            assertThat(text(ocs.requestReshare(Golden.reshare())))
                    .isEqualTo("/s-17/reshare?format=json token=geheim&shareWith=emmy%40home.example&permission=1"
                            + "&remoteId=uni.example%2Fs-17");
            assertThat(ocs.requestShare(Golden.request())).isEmpty();
            assertThat(ocs.notification(Notice.removed(Golden.KURT, ShareType.USER, "gone")))
                    .isEmpty();
            assertThat(ocs.notification(Golden.notice(Type.SHARE_ACCEPTED))
                            .orElseThrow()
                            .at(endPoint))
                    .hasToString("https://lab.example/ocs/v2.php/cloud/shares/s-17/accept?format=json");
        }

        @Test
        void whenACallIsAnswered_thenTheEnvelopeSaysHow() {
            var ocs = Golden.dialect("ocs");
            assertThat(new String(ocs.shareReceived("Kurt").bytes()))
                    .isEqualTo("{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":200,\"message\":\"OK\"},"
                            + "\"data\":[]}}");
            var refusal = ocs.refused(Refusal.of("recipient-known", 400, "X", "nobody <here>"));
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(new String(refusal.bytes()))
                    .isEqualTo("{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":400,"
                            + "\"message\":\"nobody <here>\"},\"data\":[]}}");
            var envelope = OcsEnvelope.in(refusal).orElseThrow();
            assertThat(new String(envelope.xml(false).bytes()))
                    .isEqualTo("<?xml version=\"1.0\"?>\n<ocs>\n <meta>\n  <status>failure</status>\n"
                            + "  <statuscode>400</statuscode>\n  <message>nobody &lt;here&gt;</message>\n </meta>\n"
                            + " <data/>\n</ocs>\n");
            assertThat(envelope.json(true).status()).isEqualTo(200);
            assertThat(ocs.succeeded(envelope.json(true))).isFalse();
            assertThat(ocs.succeeded(
                            OcsEnvelope.ok(java.util.Map.of("token", "t")).json(true)))
                    .isTrue();
            assertThat(new String(OcsEnvelope.ok(java.util.Map.of("token", "t"))
                            .xml(true)
                            .bytes()))
                    .contains("<statuscode>100</statuscode>", "<data>\n  <token>t</token>\n </data>");
            assertThat(ocs.succeeded(org.meshbed.nodes.protocol.WireReply.text(200, "login")))
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource({"1,read", "15,read+write", "19,read+write+share", "31,read+write+share", "17,read+share", "8,''"})
        void whenPermissionsAreBits_thenToUpdateOrToCreateIsToWrite(int bits, String words) {
            assertThat(OcsPermissions.of(bits)).hasToString(words);
        }
    }
}
