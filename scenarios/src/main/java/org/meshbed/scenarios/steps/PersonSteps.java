package org.meshbed.scenarios.steps;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Then;
import org.meshbed.nodes.party.Told;
import org.meshbed.scenarios.expect.Answers;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;

/** What people are told. */
public final class PersonSteps {
    private final ScenarioState state;

    public PersonSteps(ScenarioState state) {
        this.state = state;
    }

    @Then("{party} is told that it is done")
    public void done(Party party) {
        state.now(last(party), Answers.done(party.name()));
    }

    @Then("{party} is refused")
    public void refused(Party party) {
        state.now(last(party), Answers.refused(party.name()));
    }

    @Then("{party} is told that it is unclear")
    public void unclear(Party party) {
        state.now(last(party), Answers.unclear(party.name()));
    }

    /** A server is named by its host. */
    @Then("{party} is told about {word}")
    public void about(Party party, String something) {
        state.now(
                last(party), Answers.about(party.name(), state.hostOf(something).orElse(something)));
    }

    /** An error shows the right form. */
    @Then("{party} is told how an address looks")
    public void addressForm(Party party) {
        state.now(last(party), Answers.about(party.name(), "for example bob@"));
    }

    /** Nobody is refused unnoticed: a scenario that goes on after a refusal says that it was one. */
    @After
    public void noSurprises(Scenario scenario) {
        if (scenario.isFailed()) return;
        var surprises = state.outcomes().surprises();
        if (!surprises.isEmpty())
            throw new AssertionError("the scenario does not say that this fails: " + String.join("; ", surprises));
    }

    private Told<?> last(Party party) {
        return state.outcomes().last(party.name());
    }
}
