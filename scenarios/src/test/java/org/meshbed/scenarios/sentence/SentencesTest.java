package org.meshbed.scenarios.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class SentencesTest {
    /** The state that the step classes below share. */
    public static final class Diary {
        final List<String> lines = new ArrayList<>();
    }

    public record Guest(String name, String house) {}

    public static final class Visits {
        private final Diary diary;

        public Visits(Diary diary) {
            this.diary = diary;
        }

        @ParameterType("(\\w+) at (\\w+)")
        public Guest guest(String name, String house) {
            if (house.equals("nowhere")) throw new IllegalArgumentException("there is no house 'nowhere'");
            return new Guest(name, house);
        }

        @Given("{guest} has a key")
        @When("{guest} is given a key")
        public void key(Guest guest) {
            diary.lines.add(guest.name() + " holds a key of " + guest.house());
        }

        @When("{guest} knocks {int} time(s)")
        public void knocks(Guest guest, int times) {
            diary.lines.add(guest.name() + " knocked " + times);
        }

        @Then("the door is locked")
        public void locked() {
            throw new AssertionError("the door is open");
        }
    }

    public static final class Parties {
        public Parties(Diary diary, Visits visits) {}

        @Given("these guests:")
        public void guests(DataTable table) {}

        @When("anna is given a {word}")
        public void gift(String gift) {}

        @When("{word} is given a cake")
        public void cake(String who) {}
    }

    private final Sentences sentences = Sentences.of(List.of(Visits.class, Parties.class));
    private final Diary diary = new Diary();

    private void say(String sentence) {
        sentences.find(sentence).in(new Glue(sentences.glue(), diary)).run();
    }

    @Nested
    class GivenAKnownSentence {
        @Test
        void whenSaid_thenTheStepRunsWithItsArguments() {
            say("bob at surf knocks 3 times");

            assertThat(diary.lines).containsExactly("bob knocked 3");
        }

        @Test
        void whenSaidWithAKeyword_thenTheKeywordIsIgnored() {
            say("  Given bob at surf has a key ");
            say("* bob at surf is given a key");
            say("And bob at surf knocks 1 time");

            assertThat(diary.lines)
                    .containsExactly("bob holds a key of surf", "bob holds a key of surf", "bob knocked 1");
        }

        @Test
        void whenTheStepFails_thenItsOwnErrorComesOut() {
            assertThatThrownBy(() -> say("Then the door is locked"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("the door is open");
        }

        @Test
        void whenAnArgumentIsRefused_thenItsOwnErrorComesOut() {
            assertThatThrownBy(() -> say("bob at nowhere has a key"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there is no house 'nowhere'");
        }
    }

    @Nested
    class GivenSomethingElse {
        @Test
        void whenUnknown_thenTheNearestSentenceIsNamedFirst() {
            assertThatThrownBy(() -> say("bob at surf knock 3 times"))
                    .isInstanceOf(NotASentence.class)
                    .hasMessageStartingWith("no step answers 'bob at surf knock 3 times'")
                    .hasMessageContaining("nearest: '{guest} knocks {int} time(s)'");
        }

        @Test
        void whenAmbiguous_thenBothAreNamed() {
            assertThatThrownBy(() -> say("anna is given a cake"))
                    .isInstanceOf(NotASentence.class)
                    .hasMessageContaining("'anna is given a {word}' (Parties.gift)")
                    .hasMessageContaining("'{word} is given a cake' (Parties.cake)");
        }

        @Test
        void whenItNeedsATable_thenThatIsSaid() {
            assertThatThrownBy(() -> say("these guests:"))
                    .isInstanceOf(NotASentence.class)
                    .hasMessageContaining("in a feature file only");
        }
    }

    @Test
    void whenListed_thenAMethodWithTwoSentencesIsListedTwice() {
        assertThat(sentences.all())
                .extracting(Sentence::text)
                .startsWith("the door is locked", "{guest} has a key", "{guest} is given a key");
        assertThat(sentences.all()).filteredOn(Sentence::needsMore).hasSize(1);
    }
}
