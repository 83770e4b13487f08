package org.meshbed.nodes.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SignatureException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VerifiedTest {
    private final PublicKey key = key();
    private final Verified verified = new Verified();
    private final AtomicInteger asked = new AtomicInteger();

    private static PublicKey key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private boolean ask(PublicKey by, String message, String made, boolean answer) throws GeneralSecurityException {
        return verified.ask(by, message.getBytes(), made.getBytes(), () -> {
            asked.incrementAndGet();
            return answer;
        });
    }

    @Nested
    class GivenSomethingThatWasFoundOut {
        @Test
        void whenTheSameIsAsked_thenTheAnswerIsTheSame() throws GeneralSecurityException {
            assertThat(ask(key, "m", "s", true)).isTrue();
            assertThat(ask(key, "m", "s", false)).isTrue();
            assertThat(asked).hasValue(1);
        }

        @Test
        void whenKeyMessageOrSignatureDiffer_thenItIsFoundOutAnew() throws GeneralSecurityException {
            assertThat(ask(key, "m", "s", true)).isTrue();
            assertThat(ask(key(), "m", "s", false)).isFalse();
            assertThat(ask(key, "ms", "", false)).isFalse();
            assertThat(ask(key, "m", "t", false)).isFalse();
            assertThat(asked).hasValue(4);
        }
    }

    @Nested
    class GivenAQuestionThatFailed {
        @Test
        void whenTheSameIsAsked_thenItIsAskedAnew() throws GeneralSecurityException {
            assertThatThrownBy(() -> verified.ask(key, new byte[1], new byte[1], () -> {
                        throw new SignatureException("no signature");
                    }))
                    .isInstanceOf(SignatureException.class);
            assertThat(verified.ask(key, new byte[1], new byte[1], () -> true)).isTrue();
        }
    }
}
