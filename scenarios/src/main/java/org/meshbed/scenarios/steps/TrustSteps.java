package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.scenarios.expect.Answers;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Heard;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.Stranger;
import org.meshbed.simulator.journal.Entry;

/** Whom nodes trust, why they refuse, and what others learn. */
public final class TrustSteps {
    private final ScenarioState state;

    public TrustSteps(ScenarioState state) {
        this.state = state;
    }

    @Given("{party} has a second factor")
    public void secondFactor(Party party) {
        state.nodes().secondFactor(state.nodeOf(party), party.name());
    }

    @When("{party} passes the second factor")
    public void passes(Party party) {
        state.told(party, "passes the second factor", state.driver(party).passSecondFactor());
    }

    /** The names of nodes and foreign servers stand for their hosts. */
    @When("{node} has {names} on its list of servers")
    public void list(String node, List<String> names) {
        edit(node, names.stream().map(name -> state.hostOf(name).orElse(name)).toList());
    }

    /** As an operator has written them down before; what runs is looked up for its host. */
    @Given("{node} starts with {names} on its list of servers")
    public void listAtStart(String node, List<String> names) {
        state.nodes()
                .servers(
                        node,
                        names.stream()
                                .map(name -> state.hostOf(name).orElse(name))
                                .toList());
    }

    @When("the list of servers of {node} is emptied")
    public void nobody(String node) {
        edit(node, List.of());
    }

    private void edit(String node, List<String> hosts) {
        Told<Nothing> told = state.operator(node).editProviderList(hosts);
        if (!told.happened()) throw state.failed(node + " did not edit its list: " + told.words());
    }

    @Then("{node} cannot have {names} on its list of servers")
    public void cannotList(String node, List<String> hosts) {
        state.now(state.operator(node).editProviderList(hosts), Answers.refused("the operator of " + node));
    }

    @Then("{node} refuses it as not trusted")
    public void notTrusted(String node) {
        state.now(state.strangers().lastAnswer(), Answers.refusedBy(node, 403));
    }

    @Then("{node} finds that {node} demands {word}")
    public void demands(String server, String node, String criterion) {
        var criteria = criteria(server);
        state.now(
                criteria,
                c -> Expectation.unless(
                        c.contains(criterion), node + " should say that it demands " + criterion + ", but says " + c));
    }

    @Then("{node} finds that {node} makes no demands")
    public void demandsNothing(String server, String node) {
        state.now(
                criteria(server),
                c -> Expectation.unless(c.isEmpty(), node + " should demand nothing, but demands " + c));
    }

    private List<String> criteria(String server) {
        return Stranger.document(state.strangers().named(server).lastAnswer())
                .texts("criteria")
                .value()
                .orElse(List.of());
    }

    /** The node has written into the journal why it decided so. */
    @Then("{node} gives the reason {string}")
    public void reason(String node, String words) {
        var decisions = new ArrayList<String>();
        for (var entry : state.mesh().journal().entries())
            if (entry instanceof Entry.Decision(var stamp, var what, var outcome, var why)
                    && stamp.node().equals(node)) decisions.add(what + ": " + outcome + ", " + why);
        state.now(
                decisions,
                list -> Expectation.unless(
                        list.stream()
                                .anyMatch(d -> d.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))),
                        node + " should have given the reason '" + words + "', but gave " + list));
    }

    /** Whatever was said to it held nothing that opens anything: no secret of anybody, no credentials. */
    @Then("{node} was shown no secret")
    public void noSecret(String name) {
        var secrets = state.strangers().secrets();
        state.now(
                state.strangers().named(name).heard(),
                heard -> Expectation.unless(
                        heard.stream().noneMatch(h -> shows(h, secrets)),
                        name + " should have been shown no secret, but was in "
                                + heard.stream()
                                        .filter(h -> shows(h, secrets))
                                        .map(h -> h.request().method() + " "
                                                + h.request().path())
                                        .toList()));
    }

    private static boolean shows(Heard heard, List<String> secrets) {
        if (heard.request().headers().first("Authorization").isPresent()) return true;
        var body = new String(heard.body(), StandardCharsets.UTF_8);
        return !heard.inner("protocol").equals(MessageView.empty()) && body.contains("sharedSecret")
                || secrets.stream()
                        .anyMatch(s ->
                                body.contains(s) || heard.request().target().contains(s));
    }

    /** No request was even tried. */
    @Then("nobody was called at {word}")
    public void nobodyCalled(String host) {
        state.now(
                state.mesh().journal().exchanges().stream()
                        .map(exchange -> exchange.started().origin())
                        .filter(origin -> origin.contains("//" + host))
                        .toList(),
                called -> Expectation.unless(called.isEmpty(), "nobody should have been called at " + called));
    }
}
