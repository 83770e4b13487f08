package org.meshbed.nodes.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OcmAddressTest {
    @Nested
    class GivenTheStrictForm {
        @Test
        void whenTheIdentifierHoldsAnAt_thenTheLastOneSeparates() {
            var address = OcmAddress.parse("bob@mail.example@beta.example:8443");
            assertThat(address.identifier()).isEqualTo("bob@mail.example");
            assertThat(address.host()).isEqualTo(new ServerHost("beta.example", 8443));
        }

        @Test
        void whenTheHostIsInCapitals_thenItIsTheSameHost_butTheIdentifierKeepsItsCase() {
            assertThat(OcmAddress.parse("Bob@BETA.example")).isEqualTo(OcmAddress.parse("Bob@beta.example"));
            assertThat(OcmAddress.parse("Bob@beta.example")).isNotEqualTo(OcmAddress.parse("bob@beta.example"));
        }

        @ParameterizedTest
        @CsvSource({
            "bob@[::1]:9401,[::1],9401",
            "bob@127.0.0.1,127.0.0.1,443",
            "bob@cern.localhost:9401,cern.localhost,9401"
        })
        void whenTheHostIsOfAnyKind_thenItIsRead(String text, String name, int port) {
            assertThat(OcmAddress.parse(text).host()).isEqualTo(new ServerHost(name, port));
        }

        @Test
        void whenItHasTheDefaultPort_thenThePortIsNotWritten() {
            assertThat(OcmAddress.parse("bob@beta.example:443")).hasToString("bob@beta.example");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "alice",
                    "@beta.example",
                    "alice@",
                    "alice@https://beta.example",
                    "alice@beta.example/cloud",
                    "alice@beta.example:0",
                    "alice@beta.example:70000",
                    "al\u0007ice@beta.example",
                    "alice@be ta.example",
                    "alice@-beta",
                    "@@beta.example",
                    "@@@@beta.example",
                    " @ @beta.example"
                })
        void whenItIsNone_thenTheMessageShowsTheRightForm(String text) {
            assertThatThrownBy(() -> OcmAddress.parse(text))
                    .isInstanceOf(NotWellFormed.class)
                    .hasMessageStartingWith("OCM address '")
                    .hasMessageContaining("is not <identifier>@<host>[:port]; for example bob@beta.example");
        }

        @Test
        void whenTheIdentifierIsTooLong_thenItIsRefusedAndTheQuoteIsCut() {
            assertThatThrownBy(() -> OcmAddress.parse("a".repeat(256) + "@beta.example"))
                    .isInstanceOf(NotWellFormed.class)
                    .satisfies(e ->
                            assertThat(String.valueOf(e.getMessage()).length()).isLessThan(250));
        }
    }

    @Nested
    class GivenWhatDeployedServersSend {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "bob@https://beta.example",
                    "bob@http://beta.example/",
                    "bob@beta.example/",
                    "bob@beta.example"
                })
        void whenReadLeniently_thenSchemeAndSlashAreTakenOff(String text) {
            assertThat(OcmAddress.parseLeniently(text)).isEqualTo(OcmAddress.parse("bob@beta.example"));
        }

        @ParameterizedTest
        @CsvSource({
            "bob@beta.example, bob@beta.example",
            "bob@https://beta.example/, bob@beta.example",
            "bob@mail.example@beta.example, bob@beta.example"
        })
        void whenItIsSplitAtTheFirstAt_thenTheServerIsTheRestAsInAUrl(String text, String address) {
            assertThat(OcmAddress.parseAtFirst(text)).isEqualTo(OcmAddress.parse(address));
        }

        @Test
        void whenNothingStandsBeforeTheFirstAt_thenItIsRefused() {
            assertThatThrownBy(() -> OcmAddress.parseAtFirst("@beta.example")).isInstanceOf(NotWellFormed.class);
            assertThatThrownBy(() -> OcmAddress.parseAtFirst("beta.example")).isInstanceOf(NotWellFormed.class);
        }

        @Test
        void whenThereIsAPath_thenItIsStillRefused() {
            assertThatThrownBy(() -> OcmAddress.parseLeniently("bob@https://beta.example/cloud"))
                    .isInstanceOf(NotWellFormed.class);
        }
    }
}
