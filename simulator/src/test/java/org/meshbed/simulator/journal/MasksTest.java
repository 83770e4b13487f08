package org.meshbed.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.protocol.Headers;

/** Secrets never leave, in whatever form they stand in a message. */
final class MasksTest {
    private static final String SECRET = "kTz3bPq0WmXv9Ls";
    private static final String ODD_SECRET = "a+b/c=d \"é\\?>~";
    private final Masks masks = new Masks();

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class GivenOneSecret {
        GivenOneSecret() {
            masks.learn(SECRET);
        }

        @Test
        void whenItStandsPlain_thenItIsReplaced() {
            assertThat(masks.mask("x" + SECRET + "y " + SECRET)).isEqualTo("xsecret#1y secret#1");
        }

        @Test
        void whenItIsTheUserOfBasicCredentials_thenTheFormStaysVisible() {
            assertThat(masks.mask("Basic " + base64(SECRET + ":"))).isEqualTo("Basic base64(secret#1:)");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "al", "ali", "alice@cern.localhost:9401"})
        void whenItIsThePasswordOfBasicCredentials_thenTheUserStaysVisible(String user) {
            assertThat(masks.mask("Basic " + base64(user + ":" + SECRET)))
                    .isEqualTo("Basic base64(" + user + ":secret#1)");
        }

        @Test
        void whenItIsTheTokenOfAnInviteString_thenTheStringIsReplacedAsAWhole() {
            var invite = base64url(SECRET + "@cern.localhost:9401");
            assertThat(masks.mask("accepts " + invite + " now"))
                    .isEqualTo("accepts base64(secret#1@cern.localhost:9401) now");
            assertThat(masks.mask(base64(SECRET + "@cern.example"))).isEqualTo("base64(secret#1@cern.example)");
        }

        @Test
        void whenAnotherTextIsJustAsRandom_thenItIsUntouched() {
            var other = "kTz3bPq0WmXv9Lt xTz3bPq0WmXv9Ls " + base64("kTz3bPq0WmXv9Lt:") + " aGVsbG8gd29ybGQ";
            assertThat(masks.mask(other)).isSameAs(other);
        }

        @Test
        void whenTextIsShort_thenItIsUntouched() {
            assertThat(masks.mask("kTz3")).isEqualTo("kTz3");
            assertThat(masks.mask("")).isEmpty();
        }

        @Test
        void whenAHeaderHoldsIt_thenNameAndOrderStay() {
            var headers = Headers.of("accept", "*/*", "Authorization", "Bearer " + SECRET, "authorization", "Bearer ");
            assertThat(masks.mask(headers))
                    .isEqualTo(Headers.of(
                            "accept", "*/*", "Authorization", "Bearer secret#1", "authorization", "Bearer "));
        }
    }

    @Nested
    class GivenASecretOfOddCharacters {
        GivenASecretOfOddCharacters() {
            masks.learn(ODD_SECRET);
        }

        @Test
        void whenPercentEncoded_thenItIsReplaced() {
            var form = URLEncoder.encode(ODD_SECRET, StandardCharsets.UTF_8).replace("~", "%7E");
            assertThat(masks.mask("token=" + form.replace("%7E", "~") + "&x=1")).isEqualTo("token=secret#1&x=1");
            assertThat(masks.mask("/s/" + form.replace("+", "%20").replace("%7E", "~")))
                    .isEqualTo("/s/secret#1");
        }

        @Test
        void whenPercentEncodedInLowerCase_thenItIsReplaced() {
            assertThat(masks.mask("a%2bb%2fc%3dd%20%22%c3%a9%5c%3f%3e~")).isEqualTo("secret#1");
        }

        @Test
        void whenEscapedInJson_thenItIsReplaced() {
            assertThat(masks.mask("{\"sharedSecret\":\"a+b/c=d \\\"é\\\\?>~\"}"))
                    .isEqualTo("{\"sharedSecret\":\"secret#1\"}");
        }

        @Test
        void whenEscapedInJsonAsPhpDoes_thenItIsReplaced() {
            assertThat(masks.mask("{\"token\":\"a+b\\/c=d \\\"\\u00e9\\\\?>~\"}"))
                    .isEqualTo("{\"token\":\"secret#1\"}");
        }

        @Test
        void whenEscapedInXml_thenItIsReplaced() {
            assertThat(masks.mask("<t>a+b/c=d &quot;é\\?&gt;~</t>")).isEqualTo("<t>secret#1</t>");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "u:", "us:", "use:"})
        void whenInsideBase64OfEitherAlphabet_thenNothingOfItIsLeft(String before) {
            var standard = masks.mask("v=" + base64(before + ODD_SECRET));
            var url = masks.mask("v=" + base64url(before + ODD_SECRET));
            assertThat(standard).startsWith("v=").contains("secret#1");
            assertThat(url).isEqualTo("v=base64(secret#1)");
        }

        @Test
        void whenBase64IsPercentEncoded_thenItIsReplaced() {
            var masked = masks.mask("?c=" + URLEncoder.encode(base64(ODD_SECRET + "!"), StandardCharsets.UTF_8));
            assertThat(masked).isEqualTo("?c=base64(secret#1)");
        }
    }

    @Nested
    class GivenManySecrets {
        @Test
        void whenTheyAppear_thenTheyAreNumberedInThatOrder() {
            masks.learn("first-drawn");
            masks.learn("second-drawn");
            assertThat(masks.mask("second-drawn, first-drawn, second-drawn")).isEqualTo("secret#1, secret#2, secret#1");
        }

        @Test
        void whenOneBeginsLikeAnother_thenTheLongestIsMeant() {
            masks.learn("secret-1");
            masks.learn("secret-12");
            masks.learn("secret-123");
            assertThat(masks.mask("secret-12 secret-1234 secret-1")).isEqualTo("secret#1 secret#24 secret#3");
        }

        @Test
        void whenThousandsAreKnown_thenEachIsFound() {
            for (var i = 0; i < 5_000; i++) masks.learn("drawn" + i * 7919 + "x");
            for (var i = 4_999; i >= 0; i -= 619)
                assertThat(masks.mask("a drawn" + i * 7919 + "x b")).matches("a secret#\\d+ b");
        }

        @Test
        void whenTooShort_thenItIsNotMasked() {
            masks.learn("token");
            assertThat(masks.mask("the token is here")).isEqualTo("the token is here");
        }

        @Test
        void whenForgotten_thenNothingIsMaskedAndNumbersBeginAnew() {
            masks.learn(SECRET);
            assertThat(masks.mask(SECRET + " ")).isEqualTo("secret#1 ");
            masks.forget();
            assertThat(masks.mask(SECRET + " ")).isEqualTo(SECRET + " ");
            masks.learn("another-secret");
            assertThat(masks.mask("another-secret")).isEqualTo("secret#1");
        }
    }
}
