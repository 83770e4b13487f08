package org.meshbed.scenarios.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.state.Bindings;
import org.meshbed.scenarios.steps.AllSteps;
import org.meshbed.simulator.mesh.Mesh;

final class ConversationTest {
    private static final Profile REFERENCE = Vendors.column("reference/1.5");

    private final Mesh mesh =
            Mesh.inVirtualTime(7).node("cern", REFERENCE, "alice").node("surf", REFERENCE, "bob");
    private Conversation talk;

    @BeforeEach
    void begin() {
        Bindings.use(new Bindings(() -> mesh, _ -> REFERENCE));
        talk = new Conversation(AllSteps.sentences());
    }

    @AfterEach
    void end() {
        Bindings.clear();
        mesh.close();
    }

    private Answer.Kind say(String sentence) {
        return talk.say(sentence).kind();
    }

    @Nested
    class GivenNodesThatAreUp {
        @Test
        void whenAFlowIsSaid_thenEachSentenceIsAnswered() {
            assertThat(talk.say("alice at cern has a file report.txt").lines()).containsExactly("done");
            assertThat(talk.say("alice at cern shares report.txt with bob at surf")
                            .lines())
                    .containsExactly("report.txt is shared with bob@surf.example");
            assertThat(say("When bob accepts report.txt")).isEqualTo(Answer.Kind.DONE);
            assertThat(talk.say("Then bob can read report.txt").kind()).isEqualTo(Answer.Kind.DONE);
            assertThat(talk.say("Then bob sees report.txt as pending").kind()).isEqualTo(Answer.Kind.FAILED);
        }

        @Test
        void whenSomethingIsRefused_thenTheAnswerSaysSo() {
            say("alice at cern has a file report.txt");

            var answer = talk.say("alice shares report.txt with nobody-there at surf");

            assertThat(answer.kind()).isEqualTo(Answer.Kind.FAILED);
            assertThat(answer.lines()).hasSize(1);
        }

        @Test
        void whenANodeStops_thenItIsGoneUntilItStarts() {
            say("alice at cern has a file report.txt");
            assertThat(say("surf stops")).isEqualTo(Answer.Kind.DONE);
            assertThat(say("alice shares report.txt with bob at surf")).isEqualTo(Answer.Kind.FAILED);
            assertThat(say("surf starts")).isEqualTo(Answer.Kind.DONE);
            assertThat(say("alice shares report.txt with bob at surf")).isEqualTo(Answer.Kind.DONE);
        }
    }

    @Nested
    class GivenSomethingThatCannotBeSaid {
        @Test
        void whenItIsNoSentence_thenTheNearestIsNamed() {
            var answer = talk.say("alice at cern sharez report.txt with bob at surf");

            assertThat(answer.kind()).isEqualTo(Answer.Kind.NOT_UNDERSTOOD);
            assertThat(answer.lines().getFirst()).contains("no step answers", "nearest: '{party} shares");
        }

        @Test
        void whenANodeIsNotThere_thenTheOthersAreNamed() {
            var answer = talk.say("sunet stops");

            assertThat(answer.kind()).isEqualTo(Answer.Kind.NOT_UNDERSTOOD);
            assertThat(answer.lines().getFirst()).contains("sunet");
        }
    }
}
