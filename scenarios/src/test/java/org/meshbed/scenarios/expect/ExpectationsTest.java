package org.meshbed.scenarios.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.WireReply;

final class ExpectationsTest {
    @Nested
    class GivenWhatAPersonWasTold {
        @Test
        void whenItIsWhatWasExpected_thenThereIsNoMismatch() {
            assertThat(Answers.done("bob").mismatch(Told.done("x", "done"))).isEmpty();
            assertThat(Answers.refused("bob").mismatch(Told.refused("no"))).isEmpty();
            assertThat(Answers.unclear("bob").mismatch(new Told.Unclear<>("perhaps")))
                    .isEmpty();
            assertThat(Answers.about("bob", "BETA").mismatch(Told.refused("beta is down")))
                    .isEmpty();
        }

        @Test
        void whenItIsNot_thenTheMismatchSaysWhoAndWhat() {
            assertThat(Answers.done("bob").mismatch(Told.refused("no such share")))
                    .contains("bob should have been told that it is done, but it was refused (no such share)");
            assertThat(Answers.refused("bob").mismatch(new Told.Unclear<>("no reply")))
                    .contains("bob should have been refused, but it was left unclear (no reply)");
            assertThat(Answers.about("bob", "beta").mismatch(Told.refused("no")))
                    .contains("bob should have been told about 'beta', but was told: no");
        }
    }

    @Nested
    class GivenTheAnswerOfAServer {
        private final Exchange broken = new Exchange.Replied(WireReply.text(500, "oops"));

        @Test
        void whenItBrokeDown_thenItHasNotRefused() {
            assertThat(Answers.refusedBy("beta").mismatch(broken))
                    .contains("beta should have refused the message, but answered 500");
        }

        @Test
        void whenItDidNotAnswer_thenItHasNeitherTakenNorRefused() {
            var reset = new Exchange.Reset(false, "gone");

            assertThat(Answers.taken("beta").mismatch(reset)).isPresent();
            assertThat(Answers.refusedBy("beta").mismatch(reset)).isPresent();
        }

        @Test
        void whenAnotherStatusWasExpected_thenBothAreNamed() {
            var wrong = new Exchange.Replied(WireReply.empty(400));

            assertThat(Answers.refusedBy("beta", 501).mismatch(wrong))
                    .contains("beta should have refused the message with 501, but answered 400");
        }
    }

    @Nested
    class GivenBytes {
        @Test
        void whenTheyPart_thenTheMismatchSaysWhere() {
            assertThat(Bytes.equalTo("a.txt", new byte[] {1, 2, 3}).mismatch(new byte[] {1, 9}))
                    .contains("a.txt should hold 3 bytes, but holds 2 that part from them at byte 1");
        }

        @Test
        void whenTheyAreOneOfTheChoicesWhole_thenThereIsNoMismatch() {
            var choices = List.of(new byte[] {1, 2}, new byte[] {3, 4});

            assertThat(Bytes.oneOf("a.txt", choices).mismatch(new byte[] {3, 4}))
                    .isEmpty();
            assertThat(Bytes.oneOf("a.txt", choices).mismatch(new byte[] {1, 4}))
                    .isPresent();
        }
    }

    @Nested
    class GivenLists {
        @Test
        void whenNamesAreMissing_thenBothListsAreShown() {
            var entries = List.of(new Entry("a.txt", false, 1));

            assertThat(Lists.names("bob", "plans", List.of("a.txt", "b.txt")).mismatch(entries))
                    .contains("bob should see [a.txt, b.txt] in plans, but sees [a.txt]");
        }

        @Test
        void whenAContactIsThere_thenItIsFoundByItsAddress() {
            var contacts = List.of(new Contact("bob@beta.example", "Bob", ""));

            assertThat(Lists.contact("alice", "bob@beta.example", "Robert").mismatch(contacts))
                    .isEmpty();
            assertThat(Lists.noContact("alice", "bob@beta.example", "Robert").mismatch(contacts))
                    .isPresent();
        }

        @Test
        void whenAContactHasAnAddressThatNobodyReads_thenItIsFoundByNameAndServer() {
            var contacts = List.of(new Contact("bTFhMg@beta.example", "Bob", ""));

            assertThat(Lists.contact("alice", "bob@beta.example", "Bob").mismatch(contacts))
                    .isEmpty();
            assertThat(Lists.contact("alice", "bob@gamma.example", "Bob").mismatch(contacts))
                    .isPresent();
            assertThat(Lists.noContact("alice", "bob@beta.example", "Dave").mismatch(contacts))
                    .isEmpty();
        }

        @Test
        void whenAShareIsNotThere_thenItIsNotSeen() {
            assertThat(Lists.notReceived("bob", "a.txt").mismatch(Optional.empty()))
                    .isEmpty();
        }
    }
}
