package org.meshbed.nodes.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.vendor.quirk.Opening;

final class OutboundPolicyTest {
    private static java.util.Optional<String> objection(OutboundPolicy policy, String url) {
        return policy.objection(Endpoint.parse(url).origin());
    }

    @Nested
    class GivenNothingWasOpened {
        final OutboundPolicy strict = new OutboundPolicy(List.of());

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://cloud.example.org",
                    "https://cloud.example.org:8443",
                    "https://9.9.9.9/",
                    "https://[2620:fe::fe]/",
                    "https://xn--bcher-kva.example"
                })
        void whenAServerIsPublic_thenItIsCalled(String url) {
            assertThat(objection(strict, url)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "http://cloud.example.org | without TLS",
                    "https://cloud.example.org:22 | port 22 belongs to another service",
                    "https://cloud.example.org:80 | port 80",
                    "https://localhost | a name of a local network",
                    "https://cern.localhost:9401 | a name of a local network",
                    "https://printer.local | a name of a local network",
                    "https://vault | a name of a local network",
                    "https://metadata.google.internal | a name of a local network",
                    "https://metadata.google.internal. | a name of a local network",
                    "https://127.0.0.1 | a loopback address",
                    "https://169.254.169.254 | a link-local address",
                    "https://10.1.2.3 | a private address",
                    "https://172.31.255.255 | a private address",
                    "https://192.168.0.1 | a private address",
                    "https://100.64.0.1 | of a carrier",
                    "https://0.0.0.0 | of no host",
                    "https://255.255.255.255 | a reserved address",
                    "https://224.0.0.1 | a multicast address",
                    "https://[::1] | a loopback address",
                    "https://[::] | a loopback address",
                    "https://[fe80::1] | a link-local address",
                    "https://[fd00::1] | a private address",
                    "https://[::ffff:127.0.0.1] | a loopback address",
                    "https://[::127.0.0.1] | in disguise",
                    "https://[64:ff9b::7f00:1] | in disguise",
                    "https://[2002:7f00:1::] | in disguise",
                    "https://[::g] | is no address",
                    "https://2130706433 | in an unusual form",
                    "https://0x7f000001 | in an unusual form",
                    "https://0x7f.1 | in an unusual form",
                    "https://127.1 | in an unusual form",
                    "https://0177.0.0.1 | in an unusual form",
                    "https://127.0.0.1. | in an unusual form",
                    "https://999.1.1.1 | is no address"
                })
        void whenAServerIsNot_thenItIsSaidWhatItIs(String url, String words) {
            if (url.contains("::g"))
                assertThatThrownBy(() -> Endpoint.parse(url)).isInstanceOf(IllegalArgumentException.class);
            else
                assertThat(objection(strict, url))
                        .hasValueSatisfying(why -> assertThat(why).contains(words));
        }

        @Test
        void whenAPublicNameLeadsInside_thenThatAddressIsObjectedTo() {
            assertThat(strict.objection("evil.example", InetAddress.ofLiteral("10.0.0.7")))
                    .hasValue("evil.example leads to 10.0.0.7, a private address");
            assertThat(strict.objection("good.example", InetAddress.ofLiteral("9.9.9.9")))
                    .isEmpty();
        }
    }

    @Nested
    class GivenAHoleForATestNetwork {
        final OutboundPolicy open = new OutboundPolicy(List.of(
                Opening.of("*.localhost", "127.0.0.1", false), new Opening("box", "10.0.0.0/25", 80, 99, true)));

        @Test
        void whenANameIsOpened_thenItMayLeadThere() {
            assertThat(objection(open, "https://cern.localhost:9401")).isEmpty();
            assertThat(open.objection("cern.localhost", InetAddress.ofLiteral("127.0.0.1")))
                    .isEmpty();
            assertThat(objection(open, "http://box:80")).isEmpty();
            assertThat(open.objection("box", InetAddress.ofLiteral("10.0.0.127")))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://localhost",
                    "http://cern.localhost:9401",
                    "https://127.0.0.1:9401",
                    "http://box:22",
                    "https://otherbox"
                })
        void whenSomethingElseIsCalled_thenItIsAsStrictAsBefore(String url) {
            assertThat(objection(open, url)).isPresent();
        }

        @Test
        void whenANameLeadsElsewhere_thenItIsAsStrictAsBefore() {
            assertThat(open.objection("cern.localhost", InetAddress.ofLiteral("127.0.0.2")))
                    .isPresent();
            assertThat(open.objection("box", InetAddress.ofLiteral("10.0.0.128")))
                    .isPresent();
            assertThat(open.objection("other.example", InetAddress.ofLiteral("127.0.0.1")))
                    .isPresent();
        }

        @Test
        void whenARangeIsNone_thenThatIsSaid() {
            assertThatThrownBy(() -> AddressRange.of("10.0.0.0/33")).hasMessageContaining("for example 10.0.0.0/8");
        }
    }
}
