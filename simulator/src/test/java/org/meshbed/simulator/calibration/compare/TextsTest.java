package org.meshbed.simulator.calibration.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class TextsTest {
    private static final String REAL_ID = "01a20a97-5ed5-71a7-8f1c-a1d31d2d8f43";
    private static final String OWN_ID = "01b20a97-5ed5-7aaa-8f1c-a1d31d2d8f99";

    private final Bonds bonds = new Bonds();
    private final Texts texts = new Texts(bonds);

    private boolean agree(Role role, String real, String own) {
        return texts.objection(role, real, own).isEmpty();
    }

    @Nested
    class GivenAMadeUpId {
        @Test
        void whenItComesAgain_thenOnlyTheOneItWasBoundToWillDo() {
            assertThat(agree(Role.MADE_UP, REAL_ID, OWN_ID)).isTrue();
            assertThat(agree(Role.EXACT, "/dav/" + REAL_ID + "/a", "/dav/" + OWN_ID + "/a"))
                    .isTrue();
            assertThat(texts.objection(Role.MADE_UP, REAL_ID, OWN_ID.replace('9', '8')))
                    .contains("was " + OWN_ID + " before");
            assertThat(texts.objection(Role.MADE_UP, REAL_ID.replace('4', '5'), OWN_ID))
                    .contains("stood for " + REAL_ID + " before");
        }

        @Test
        void whenItIsOfAnotherKind_thenItIsNotBound() {
            assertThat(texts.objection(Role.MADE_UP, REAL_ID, "abcdefghij"))
                    .contains("a UUID of version 7, not 10 characters of letters and digits");
            assertThat(agree(Role.MADE_UP, "12", "345")).isTrue();
            assertThat(agree(Role.MADE_UP, "abcdef0123456789", "fedcba9876543210"))
                    .isTrue();
            assertThat(agree(Role.MADE_UP, "abcdef0123456789", "FEDCBA9876543210"))
                    .isFalse();
        }

        @Test
        void whenItIsAName_thenOnlyAnIdStandsForAnother() {
            var id = "0d08539b-1619-48f8-9d41-fe4a22a93a2c";
            var other = "1e08539b-1619-48f8-9d41-fe4a22a93a2d";
            assertThat(agree(Role.NAME, "report.txt", "report.txt")).isTrue();
            assertThat(agree(Role.NAME, "report.txt", "budget.txt")).isFalse();
            assertThat(agree(Role.NAME, id, "report.txt")).isFalse();
            assertThat(agree(Role.NAME, id, other)).isTrue();
            assertThat(texts.objection(Role.NAME, id, other.replace('5', '6'))).contains("was " + other + " before");
        }

        @Test
        void whenItWasGivenByAPeer_thenNobodyMadeItUp() {
            bonds.given("{\"sharedSecret\":\"secret-of-P-1234\"}");
            assertThat(texts.objection(Role.MADE_UP, "secret-of-Q-1234", "secret-of-P-1234"))
                    .contains("which it had been given");
        }

        @Test
        void whenItStandsInBase64_thenItIsLookedAtInside() {
            var real =
                    java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(("tok12345@a.test:1").getBytes());
            var own =
                    java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(("kot54321@a.test:1").getBytes());
            assertThat(agree(Role.MADE_UP, real, own)).isTrue();
            assertThat(bonds.simulated("tok12345")).contains("kot54321");
            assertThat(bonds.body("{\"shareWith\":\"" + real + "@b.test\"}"))
                    .isEqualTo("{\"shareWith\":\"" + own + "@b.test\"}");
            assertThat(bonds.toRecorded(own)).isEqualTo(real);
        }
    }

    @Nested
    class GivenAShortId {
        @Test
        void whenItIsBound_thenItIsPutInWhereItCanOnlyBeThat() {
            assertThat(agree(Role.MADE_UP, "2", "17")).isTrue();
            assertThat(bonds.path("/ocs/v2.php/shares/2/accept")).isEqualTo("/ocs/v2.php/shares/17/accept");
            assertThat(bonds.body("{\"providerId\": \"2\", \"id\":2, \"permissions\":2}"))
                    .isEqualTo("{\"providerId\": \"17\", \"id\":17, \"permissions\":2}");
            assertThat(bonds.body("remoteId=2&permissions=2")).isEqualTo("remoteId=17&permissions=2");
            assertThat(agree(Role.EXACT, "2", "17")).isFalse();
        }
    }

    @Nested
    class GivenWhatNobodyMakesUp {
        @Test
        void whenHostPortOrWordDiffers_thenThatIsSeen() {
            assertThat(agree(Role.MADE_UP, "https://a.test:18101/x", "https://a.test:18102/x"))
                    .isFalse();
            assertThat(agree(Role.MADE_UP, "/webdav/x", "/remote/x")).isFalse();
            assertThat(agree(Role.MADE_UP, "read", "writ")).isFalse();
            assertThat(agree(Role.EXACT, REAL_ID, OWN_ID)).isFalse();
        }
    }

    @Nested
    class GivenMoments {
        @Test
        void whenTheyAreCloseAndOfOneFormat_thenTheyAgree() {
            assertThat(agree(Role.NOW, "2026-11-23T22:46:49Z", "2026-11-23T22:46:52Z"))
                    .isTrue();
            assertThat(agree(Role.NOW, "2026-11-23T22:46:49.123456Z", "2026-11-23T22:46:49.1Z"))
                    .isTrue();
            assertThat(agree(Role.NOW, "1795474009", "1795474011")).isTrue();
            assertThat(agree(Role.NOW, "1795474009", "1795474109")).isFalse();
            assertThat(agree(Role.NOW, "1795474009", "1795474009000")).isFalse();
            assertThat(agree(Role.MOMENT, "Mon, 23 Nov 2026 19:27:24 GMT", "Thu, 01 Jan 2026 00:00:00 GMT"))
                    .isTrue();
            assertThat(agree(Role.MOMENT, "Mon, 23 Nov 2026 19:27:24 GMT", "2026-11-23T22:46:49Z"))
                    .isFalse();
        }
    }

    @Nested
    class GivenTagsAndKeys {
        @Test
        void whenTheirFormIsTheSame_thenTheyAreBound() {
            assertThat(agree(Role.TAG, "\"abc\"", "\"1-2-3\"")).isTrue();
            assertThat(agree(Role.TAG, "W/\"x\"", "\"y\"")).isFalse();
            assertThat(agree(Role.TAG, "\"abc\"", "\"other\"")).isFalse();
            assertThat(agree(Role.KEY, "fHu7xExq0YHRS4der36rjmbgcWHDh0h7", "VTTjDCvTmNZDAoDhif5fhaD_5Svckl2M"))
                    .isTrue();
            assertThat(agree(Role.KEY, "-----BEGIN RSA PUBLIC KEY-----", "-----BEGIN PUBLIC KEY-----"))
                    .isFalse();
        }
    }
}
