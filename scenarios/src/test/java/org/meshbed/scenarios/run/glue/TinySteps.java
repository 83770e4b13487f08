package org.meshbed.scenarios.run.glue;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.meshbed.scenarios.state.UnsupportedHere;

/** Steps that end in every way a step can end. */
public final class TinySteps {
    @Given("all is well")
    @When("all goes well")
    @Then("all was well")
    public void well() {}

    @Given("the house is closed")
    @Then("the door is open")
    public void closed() {
        throw new AssertionError("expected: open\nfound: closed");
    }

    @When("somebody flies")
    public void fly() {
        throw new UnsupportedHere("nobody can fly here");
    }

    @When("a step has a bug")
    public void bug() {
        throw new IllegalStateException("the step's own fault");
    }

    @When("it is {word}")
    public void oneWord(String word) {}

    @When("it {word} late")
    public void another(String word) {}
}
