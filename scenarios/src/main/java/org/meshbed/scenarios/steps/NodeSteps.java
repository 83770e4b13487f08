package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.vendor.Limits;
import org.meshbed.scenarios.expect.Answers;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.UnsupportedHere;
import org.meshbed.simulator.oracle.Version;

/** Nodes: what they are, and what their operators do. */
public final class NodeSteps {
    private final ScenarioState state;

    public NodeSteps(ScenarioState state) {
        this.state = state;
    }

    @Given("{word} is at {node}")
    public void isAt(String name, String node) {
        state.nodes().person(node, name);
        state.nodeOf(new Party(name, java.util.Optional.of(node)));
    }

    @Given("{node} runs {path}")
    public void runs(String node, String column) {
        state.nodes().column(node, column);
    }

    @Given("{node} has a group {word} with {names}")
    public void group(String node, String name, List<String> members) {
        state.nodes().group(node, name, members);
    }

    @Given("{node} keeps at most {int} share(s) waiting for each person")
    public void pendingLimit(String node, int most) {
        state.nodes()
                .limits(
                        node,
                        usual -> new Limits(
                                usual.messageBytes(),
                                usual.headerBytes(),
                                usual.nameCharacters(),
                                usual.requestTime(),
                                most));
    }

    @Given("{node} waits at most {duration} for a message")
    public void timeLimit(String node, Duration most) {
        state.nodes()
                .limits(
                        node,
                        usual -> new Limits(
                                usual.messageBytes(),
                                usual.headerBytes(),
                                usual.nameCharacters(),
                                most,
                                usual.pendingShares()));
    }

    @When("{node} stops")
    public void stops(String node) {
        operated(node, "stop", state.operator(node).stop());
    }

    @When("{node} starts")
    public void starts(String node) {
        operated(node, "start", state.operator(node).start());
    }

    @When("{node} goes into maintenance")
    public void maintenance(String node) {
        operated(node, "go into maintenance", state.operator(node).maintenance(true));
    }

    @When("{node} comes back from maintenance")
    public void noMaintenance(String node) {
        operated(node, "come back from maintenance", state.operator(node).maintenance(false));
    }

    @When("the setting {word} of {node} is changed to {word}")
    public void setting(String name, String node, String value) {
        operated(node, "change " + name, state.operator(node).changeSetting(name, value));
    }

    @When("the group {word} at {node} has {names} only")
    public void members(String group, String node, List<String> members) {
        operated(node, "change the group " + group, state.operator(node).changeMembers(group, members));
    }

    @When("the account of {party} is deleted")
    public void deleted(Party party) {
        var node = state.nodeOf(party);
        operated(node, "delete " + party.name(), state.operator(node).deleteUser(party.name()));
    }

    @When("the group {word} at {node} is deleted")
    public void groupDeleted(String group, String node) {
        operated(node, "delete the group " + group, state.operator(node).deleteGroup(group));
    }

    @Then("{node} still serves")
    public void serves(String node) {
        if (state.strangers().find("somebody").isEmpty()) state.strangers().begin("somebody");
        var exchange = state.strangers().named("somebody").looksUp(state.origin(node));
        if (state.speaks(node) != Version.OCS) state.now(exchange, Answers.taken(node));
        else // whoever speaks OCS alone is not found by looking it up, but answers
        state.now(
                    exchange,
                    e -> Expectation.unless(e instanceof Exchange.Replied, node + " should serve, but " + e.words()));
    }

    /** What the scenario needs: where the node speaks an older version, it is unsupported and not failed. */
    @Given("{node} speaks OCM {word} or newer")
    public void speaks(String node, String version) {
        var since = Version.named(version)
                .orElseThrow(() -> new IllegalArgumentException("'" + version + "' is no version of OCM"));
        state.needs(node, since, "words for this scenario");
    }

    private void operated(String node, String what, Told<Nothing> told) {
        switch (told) {
            case Told.Done<Nothing> _ -> {}
            case Told.Unsupported<Nothing>(var words) -> throw new UnsupportedHere(words);
            case Told.Refused<Nothing>(var words) -> throw state.failed(node + " did not " + what + ": " + words);
            case Told.Unclear<Nothing>(var words) -> throw state.failed(node + " may not " + what + ": " + words);
        }
    }
}
