package org.meshbed.nodes.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example/ocm,shares,https://a.example/ocm/shares",
        "https://a.example/ocm/,/shares,https://a.example/ocm/shares",
        "https://a.example,shares,https://a.example/shares",
        "HTTPS://A.example:8443/x%2Fy,z,https://a.example:8443/x%2Fy/z",
        "http://a.example/ocm,shares,http://a.example/ocm/shares",
        "https://[::1]:9401/ocm,shares,https://[::1]:9401/ocm/shares"
    })
    void whenAPathIsPutBelow_thenExactlyOneSlashStandsBetween(String base, String path, String result) {
        assertThat(Endpoint.parse(base).below(path)).hasToString(result);
    }

    @Test
    void whenThePortIsTheSchemes_thenTheAuthorityLeavesItOut() {
        assertThat(Endpoint.parse("http://a.example:80/x").origin().authority()).isEqualTo("a.example");
        assertThat(Endpoint.parse("http://a.example:443/x").origin().authority())
                .isEqualTo("a.example:443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/ocm",
                "ftp://a.example/",
                "https://",
                "https://u:p@a.example/",
                "https://a b/",
                "file:///etc"
            })
    void whenItIsNoAbsoluteHttpUrl_thenTheMessageShowsTheRightForm(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text)).isInstanceOf(NotWellFormed.class);
    }

    @Test
    void whenValuesAreSecret_thenTheyAreNotPrinted() {
        assertThat(new SharedSecret("topsecret").toString()).doesNotContain("topsecret");
        assertThat(new InviteToken("topsecret").toString()).doesNotContain("topsecret");
        assertThatThrownBy(() -> new SharedSecret("x".repeat(1025)))
                .hasMessageContaining("1025 characters")
                .message()
                .doesNotContain("xxx");
    }

    @Test
    void whenPermissionsHoldUnknownWords_thenTheyGrantNothing() {
        assertThat(Permissions.of(java.util.List.of("read", "dance"))).isEqualTo(Permissions.READ);
        assertThat(Permissions.ALL.words()).containsExactly("read", "write", "share");
    }
}
