package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Then;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.simulator.journal.RecordedExchange;

/** What two nodes did with each other, as it stands in the journal. */
public final class PairSteps {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final ScenarioState state;

    public PairSteps(ScenarioState state) {
        this.state = state;
    }

    @Then("{node} has opened {path} by a token")
    public void byToken(String node, String file) {
        opened(node, file, true);
    }

    @Then("{node} has opened {path} by its secret")
    public void bySecret(String node, String file) {
        opened(node, file, false);
    }

    /** The last time that it was asked for anything of it. */
    private void opened(String node, String file, boolean byToken) {
        var tokens = tokens(node);
        var shown = new ArrayList<String>();
        for (var exchange : of(node))
            if (headers(exchange).first("Authorization").isPresent() && succeeded(exchange))
                shown.add(headers(exchange).first("Authorization").orElseThrow());
        state.now(
                shown,
                lines -> Expectation.unless(
                        !lines.isEmpty() && tokens.contains(lines.getLast()) == byToken,
                        node + " should have opened " + file + (byToken ? " by a token" : " by its secret")
                                + ", but opened it " + (lines.isEmpty() ? "not at all" : "by the other")));
    }

    private List<RecordedExchange> of(String node) {
        return state.mesh().journal().exchanges().stream()
                .filter(exchange -> exchange.started().from().equals(node))
                .toList();
    }

    private static Headers headers(RecordedExchange exchange) {
        return exchange.started().headers();
    }

    private static boolean succeeded(RecordedExchange exchange) {
        return exchange.ended().filter(e -> e.status() >= 200 && e.status() < 300).isPresent();
    }

    /** The credentials that this node was given for secrets; masked, and still told apart. */
    private Set<String> tokens(String node) {
        var tokens = new LinkedHashSet<String>();
        for (var exchange : of(node)) {
            var given = TOKEN.matcher(exchange.reply().text());
            if (succeeded(exchange) && given.find()) tokens.add("Bearer " + given.group(1));
        }
        return tokens;
    }

    /** Each message of a node that signs, to one that looks at signatures, and no other. */
    @Then("what both could sign is signed")
    public void signed() {
        var wrong = new ArrayList<String>();
        for (var exchange : state.mesh().journal().exchanges()) {
            if (!exchange.started().method().equals("POST")) continue;
            var signed = headers(exchange).first("Signature").isPresent();
            var from = exchange.started().from();
            var to = exchange.started().to();
            if (signed != (says(from, "sign") && (says(to, "sign") || says(to, "demand-signatures"))))
                wrong.add(exchange.started().target() + " of " + from + (signed ? " is signed" : " is not signed"));
        }
        state.now(wrong, list -> Expectation.unless(list.isEmpty(), "this should be otherwise: " + list));
    }

    private boolean says(String node, String setting) {
        return state.nodes()
                .slot(node)
                .node()
                .manner()
                .profile()
                .setting(setting)
                .filter("yes"::equals)
                .isPresent();
    }
}
