package org.meshbed.nodes.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.identity.Permissions;

/** Shares as every version may announce them, in all the forms its text allows, and what this server makes of them. */
class AnnouncementsTest {
    private static final String HEAD = "{\"shareWith\":\"%s@beta.example\",\"name\":\"paper.odt\","
            + "\"description\":\"a draft\",\"providerId\":\"p-7\",\"owner\":\"zoe@far.example\","
            + "\"sender\":\"eve@far.example\",\"shareType\":\"%s\",\"resourceType\":\"%s\",%s\"protocol\":%s}";
    private static final String WEBDAV =
            "\"webdav\":{\"uri\":\"p-7\",\"sharedSecret\":\"s\",\"permissions\":[\"read\"]}";

    private final TestMesh mesh = new TestMesh();

    @BeforeEach
    void start() {
        for (var dialect : new String[] {"1.0", "1.1", "1.2", "1.3", "1.4", "1.5"})
            mesh.node("beta" + dialect.charAt(2), "reference/" + dialect, "bob", "ben");
    }

    private String post(String dialect, String share) {
        var node = "beta" + dialect.charAt(2);
        var reply = mesh.postReply(node, "/ocm/shares", share.replace("@beta.", "@" + node + "."));
        return reply.status() + " " + TestMesh.text(reply);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // 1.1: three protocols at once, of which one can be used
                "1.1 | {\"name\":\"multi\",\"webdav\":{\"uri\":\"https://far.example/d/p-7\",\"sharedSecret\":\"s\",\"permissions\":[\"read\"]},\"webapp\":{\"uriTemplate\":\"https://far.example/a/{relative-path-to-shared-resource}\",\"viewMode\":\"read\"},\"datatx\":{\"srcUri\":\"https://far.example/d/p-7\",\"sharedSecret\":\"x\",\"size\":9}} | 201",
                "1.1 | {\"name\":\"multi\",\"datatx\":{\"srcUri\":\"https://far.example/d/p-7\",\"sharedSecret\":\"x\",\"size\":9}} | 501 {\"message\":\"PROTOCOL_NOT_SUPPORTED\"}",
                "1.1 | {\"name\":\"multi\",\"webdav\":{\"sharedSecret\":\"s\",\"permissions\":[\"read\"]}} | 400",
                // 1.2: a code instead of a secret
                "1.2 | {\"name\":\"multi\",\"webdav\":{\"uri\":\"p-7\",\"permissions\":[\"read\"],\"requirements\":[\"use-code\",\"mfa-enforced\"]}} | 400",
                // 1.3: transfer, and ssh beside it
                "1.3 | {\"name\":\"multi\",\"webdav\":{\"accessTypes\":[\"remote\",\"datatx\"],\"uri\":\"p-7\",\"sharedSecret\":\"s\",\"permissions\":[\"read\"],\"size\":9},\"ssh\":{\"accessTypes\":[\"datatx\"],\"uri\":\"u@far.example:2222/p\"}} | 201",
                "1.3 | {\"name\":\"multi\",\"ssh\":{\"uri\":\"u@far.example:2222/p\"}} | 501",
                // 1.4: web app beside webdav, both behind token exchange
                "1.4 | {\"name\":\"multi\",\"webdav\":{\"uri\":\"p-7\",\"sharedSecret\":\"s\",\"permissions\":[\"read\"],\"requirements\":[\"must-exchange-token\"]},\"webapp\":{\"uri\":\"https://far.example/o\",\"targets\":[\"blank\"],\"permissions\":[\"read\"],\"requirements\":[\"must-exchange-token\"],\"sharedSecret\":\"w\"}} | 501 {\"message\":\"REQUIREMENT_NOT_SUPPORTED\"}",
                // 1.5: one protocol under its own name, without permissions
                "1.5 | {\"name\":\"webdav\",\"webdav\":{\"uri\":\"https://far.example/d/p-7\",\"sharedSecret\":\"s\"}} | 201",
                "1.5 | {\"name\":\"multi\",\"options\":{},\"webdav\":{\"uri\":\"p-7\",\"sharedSecret\":\"s\"}} | 201",
                "1.5 | {\"name\":\"multi\",\"embedded\":{\"@graph\":[]}} | 501",
                "1.5 | {\"webdav\":{\"uri\":\"p-7\",\"sharedSecret\":\"s\"}} | 201",
                "1.0 | {\"name\":\"webdav\",\"options\":{\"sharedSecret\":\"s\",\"permissions\":\"{http://open-cloud-mesh.org/ns}share-permissions\"}} | 201 []",
                "1.0 | {\"name\":\"webdav\",\"options\":{}} | 400",
                "1.0 | {\"name\":\"multi\",\"webdav\":{\"uri\":\"p-7\",\"sharedSecret\":\"s\"}} | 501"
            })
    void whenItComesInAFormOfItsVersion_thenItIsTakenOrRefusedWithAReason(
            String dialect, String protocol, String answer) {
        assertThat(post(dialect, HEAD.formatted("bob", "user", "file", "", protocol)))
                .startsWith(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1.2 | team | group | folder | `` | 201 {\"recipientDisplayName\":\"team\"}",
                "1.5 | team | group | folder | `` | 201 {\"recipientDisplayName\":\"team\"}",
                "1.1 | team | federation | file | `` | 501 {\"message\":\"SHARE_TYPE_NOT_SUPPORTED\"}",
                "1.4 | bob | user | ro-crate | `` | 501 {\"message\":\"RESOURCE_TYPE_NOT_SUPPORTED\"}",
                "1.3 | bob | user | file | \"expiration\":1795000000, | 201",
                "1.5 | bob | user | file | \"encryption\":{\"resourceId\":\"r\",\"scheme\":\"ocm-pgp\",\"ocm-pgp\":{\"fingerprints\":[]}}, | 201",
                "1.5 | bob | user | file | \"x-unknown\":{\"a\":[1]}, | 201"
            })
    void whenItIsForOthersOrOfOtherThings_thenItIsTakenOrRefusedWithAReason(
            String dialect, String recipient, String shareType, String resourceType, String more, String answer) {
        var share = HEAD.formatted(recipient, shareType, resourceType, more, "{\"name\":\"multi\"," + WEBDAV + "}");
        assertThat(post(dialect, share)).startsWith(answer);
    }

    @ParameterizedTest
    @CsvSource({"1.1,1", "1.2,2", "1.3,3", "1.4,4", "1.5,5"})
    void whenPermissionsAreLeftOut_thenEverythingSeemsAllowedAndTheSenderDecides(String dialect, String node) {
        var share = HEAD.formatted(
                "bob", "user", "file", "", "{\"name\":\"multi\",\"webdav\":{\"uri\":\"p-7\",\"sharedSecret\":\"s\"}}");
        assertThat(post(dialect, share)).startsWith("201 {\"recipientDisplayName\":\"Bob\"}");
        assertThat(mesh.party("bob@beta" + node)
                        .received()
                        .value()
                        .orElseThrow()
                        .getFirst()
                        .permissions())
                .isEqualTo(Permissions.ALL);
    }
}
