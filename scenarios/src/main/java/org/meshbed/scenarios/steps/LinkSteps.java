package org.meshbed.scenarios.steps;

import io.cucumber.java.en.When;
import org.meshbed.scenarios.state.ScenarioState;

/** Links between nodes, and what breaks on them. */
public final class LinkSteps {
    private final ScenarioState state;

    public LinkSteps(ScenarioState state) {
        this.state = state;
    }

    @When("the link between {node} and {node} is cut")
    public void cut(String a, String b) {
        up(a, b);
        state.mesh().cut(a, b);
    }

    @When("the link between {node} and {node} heals")
    public void heals(String a, String b) {
        state.mesh().heal(a, b);
    }

    @When("the next request from {node} to {node} is lost")
    public void requestLost(String from, String to) {
        up(from, to);
        state.mesh().loseNextRequest(from, to);
    }

    /** The reply travels from the server that was asked: to lose it is a matter of the request before it. */
    @When("the next reply from {node} to {node} is lost")
    public void replyLost(String from, String to) {
        up(from, to);
        state.mesh().loseNextReply(to, from);
    }

    @When("the next request from {node} to {node} arrives twice")
    public void arrivesTwice(String from, String to) {
        up(from, to);
        state.mesh().doubleNextRequest(from, to);
    }

    private void up(String a, String b) {
        state.nodes().slot(a);
        state.nodes().slot(b);
    }
}
