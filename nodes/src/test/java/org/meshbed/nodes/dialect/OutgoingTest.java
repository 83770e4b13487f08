package org.meshbed.nodes.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.protocol.Headers;

final class OutgoingTest {
    private static final Outgoing SHARE = new Outgoing("shares", Headers.NONE, new byte[0]);

    @ParameterizedTest
    @CsvSource({
        "https://a.test/ocm, /ocm/shares, /ocm/shares",
        "https://a.test/ocm/, /ocm/shares, /ocm/shares",
        "https://a.test/ocm//, /ocm//shares, /ocm//shares",
        "https://a.test/ocm?x=1, /ocm/shares?x=1, /ocm?x=1/shares"
    })
    void whenItGoesToAnEndpoint_thenItsPathIsBelowItOrWrittenBehindIt(String endPoint, String below, String behind) {
        assertThat(SHARE.at(Endpoint.parse(endPoint)).target()).isEqualTo(below);
        assertThat(SHARE.behind(Endpoint.parse(endPoint)).target()).isEqualTo(behind);
    }
}
