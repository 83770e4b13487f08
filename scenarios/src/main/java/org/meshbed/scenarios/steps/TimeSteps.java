package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import org.meshbed.scenarios.sentence.Glue;
import org.meshbed.scenarios.state.ScenarioState;

/** Time that passes, and time that is given. */
public final class TimeSteps {
    private final ScenarioState state;

    public TimeSteps(ScenarioState state) {
        this.state = state;
    }

    @When("{duration} pass(es)")
    public void passes(Duration duration) {
        state.mesh().advance(duration);
    }

    @When("the mesh comes to rest")
    public void rest() {
        state.mesh().settle();
    }

    /** Another sentence, which has that much time to become true. */
    @Then("within {duration}, {}")
    public void within(Duration duration, String sentence) {
        var spoken = AllSteps.sentences().find(sentence);
        var step = spoken.in(new Glue(AllSteps.sentences().glue(), state));
        state.within(duration, step);
    }
}
