package org.meshbed.nodes.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenReplyTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    class GivenSomebodyWhoTakesTheTokenAsAText {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {"access_token":"abc","token_type":"mac"} | abc
                {}                                        | undefined
                []                                        | undefined
                5                                         | undefined
                {"access_token":null}                     | null
                {"access_token":5}                        | 5
                {"access_token":true}                     | true
                {"access_token":{}}                       | [object Object]
                {"access_token":["a",null,"b"]}           | a,,b
                """)
        void whenAnyJsonIsAnswered_thenThatIsTheToken(String answer, String token) {
            assertThat(TokenReply.readAsText(bytes(answer))).isEqualTo(new TokenReply.Given(token, Duration.ZERO));
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "", "<html></html>", "{\"access_token\":\"a\\nb\"}"})
        void whenItIsNoJsonOrFitsNoHeader_thenThereIsNone(String answer) {
            assertThat(TokenReply.readAsText(bytes(answer))).isInstanceOf(TokenReply.Wrong.class);
        }
    }

    @Nested
    class GivenSomebodyWhoReadsWhatTheDraftSays {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"access_token\":\"abc\",\"token_type\":\"mac\",\"expires_in\":60}",
                    "{\"access_token\":\"abc\",\"token_type\":\"Bearer\"}",
                    "{\"access_token\":\"a b\",\"token_type\":\"Bearer\",\"expires_in\":60}",
                    "[]"
                })
        void whenSomethingIsMissingOrWrong_thenThereIsNone(String answer) {
            assertThat(TokenReply.read(bytes(answer))).isInstanceOf(TokenReply.Wrong.class);
        }
    }
}
