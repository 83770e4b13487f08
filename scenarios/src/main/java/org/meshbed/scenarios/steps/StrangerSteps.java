package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.scenarios.expect.Answers;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Flaw;
import org.meshbed.scenarios.state.Garbage;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.Stranger;
import org.meshbed.scenarios.state.Topic;
import org.meshbed.scenarios.state.UnsupportedHere;
import org.meshbed.simulator.oracle.Version;

/** Foreign servers: what they say of themselves, and what they learn of others. */
public final class StrangerSteps {
    /** What 1.1 calls what later versions can do. */
    private static final Map<String, String> OLD_WORDS =
            Map.of("invites", "/invite-accepted", "notifications", "/notifications");

    private final ScenarioState state;

    public StrangerSteps(ScenarioState state) {
        this.state = state;
    }

    private Stranger stranger(String name) {
        return state.strangers().named(name);
    }

    @Given("a foreign server {node}")
    public void foreign(String name) {
        for (var node : List.of("alpha", "beta", "gamma"))
            if (state.speaks(node) == Version.OCS)
                throw new UnsupportedHere(node + " speaks OCS, and the foreign servers of scenarios speak OCM");
        state.strangers().begin(name);
    }

    @When("{node} is gone")
    public void gone(String name) {
        stranger(name).goes();
    }

    @Given("{node} takes its messages at an unusual place")
    public void unusualPlace(String name) {
        stranger(name).takesMessagesAt("/some/where//else/~ocm");
    }

    @When("{node} describes itself rightly")
    public void rightly(String name) {
        stranger(name).answersRightly(Topic.DISCOVERY);
    }

    @Given("{node} describes itself by {garbage}")
    public void garbage(String name, Garbage garbage) {
        var bytes = garbage.insteadOf(Json.bytes(stranger(name).document()));
        describes(name, _ -> WireReply.json(200, bytes));
    }

    @Given("{node} describes itself in the encoding {word}")
    public void encoding(String name, String encoding) {
        var text = new String(Json.bytes(stranger(name).document()), java.nio.charset.StandardCharsets.UTF_8);
        var bytes = text.getBytes(java.nio.charset.Charset.forName(encoding));
        describes(name, _ -> WireReply.json(200, bytes));
    }

    @Given("{node} describes itself by an error")
    public void error(String name) {
        describes(name, _ -> WireReply.text(500, "something went wrong"));
    }

    @Given("{node} describes itself by no answer")
    public void noAnswer(String name) {
        describes(name, _ -> new NoAnswer(false));
    }

    @Given("{node} describes itself with {flaw}")
    public void flaw(String name, Flaw flaw) {
        var bytes = Json.bytes(flaw.in(stranger(name).document()));
        describes(name, _ -> WireReply.json(200, bytes));
    }

    @Given("{node} sends those who look it up in a circle")
    public void circle(String name) {
        describes(name, request -> redirect(request.target()));
    }

    @Given("{node} sends those who look it up to {node}")
    public void sendsOn(String name, String other) {
        var there = new Endpoint(state.origin(other), "/.well-known/ocm").toString();
        describes(name, _ -> redirect(there));
    }

    private void describes(String name, Function<WireRequest, WireAnswer> answer) {
        stranger(name).answers(Topic.DISCOVERY, answer);
    }

    private static WireReply redirect(String to) {
        return WireReply.of(302, Headers.of("Location", to), Body.NONE);
    }

    @When("{node} looks up {node}")
    public void looksUp(String name, String node) {
        stranger(name).looksUp(state.origin(node));
    }

    @Then("{node} finds {node} open for messages")
    public void open(String name, String node) {
        var document = found(name);
        var place = document.text("endPoint").value().orElse("");
        state.now(
                document,
                d -> Expectation.unless(
                        d.bool("enabled").value().orElse(false)
                                && d.text("apiVersion").value().orElse("").startsWith("1.")
                                && place.startsWith(state.origin(node).toString() + "/"),
                        name + " should find " + node + " open for messages, but found a document with " + d.names()));
    }

    @Then("{node} does not find {node}")
    public void notFound(String name, String node) {
        state.now(
                stranger(name).lastAnswer(),
                exchange -> Expectation.unless(
                        !(exchange instanceof Exchange.Replied),
                        name + " should not reach " + node + ", which " + exchange.words()));
    }

    @Then("{node} is told that {node} is in maintenance")
    public void maintenance(String name, String node) {
        state.now(stranger(name).lastAnswer(), Answers.refusedBy(node, 503));
    }

    @Then("{node} finds that {node} takes {word} for {word}")
    public void takes(String name, String node, String things, String recipients) {
        var kind = things.replaceFirst("s$", "");
        var recipient = recipients.replaceFirst("s$", "");
        state.now(
                kinds(name),
                kinds -> Expectation.unless(
                        kinds.stream()
                                .anyMatch(type ->
                                        type.text("name").value().orElse("").equals(kind)
                                                && type.texts("shareTypes")
                                                        .value()
                                                        .orElse(List.of())
                                                        .contains(recipient)
                                                && overWebdav(type, state.speaks(node))),
                        node + " should say that it takes " + things + " for " + recipients));
    }

    /** What is received by webdav, and how, is said since 1.4. */
    private static boolean overWebdav(MessageView type, Version version) {
        var protocols = type.object("protocols").value().orElse(MessageView.empty());
        var receives = protocols.object("webdav-receive").value().orElse(MessageView.empty());
        return protocols.text("webdav").value().orElse("").startsWith("/")
                && (version.compareTo(Version.V1_4) < 0
                        || List.of("absolute", "relative")
                                .contains(receives.text("uri").value().orElse("")));
    }

    @Then("{node} finds each kind of thing named once by {node}")
    public void once(String name, String node) {
        state.now(
                kinds(name),
                kinds -> Expectation.unless(
                        !kinds.isEmpty()
                                && kinds.stream()
                                                .map(k -> k.text("name").value().orElse(""))
                                                .distinct()
                                                .count()
                                        == kinds.size(),
                        node + " should name each kind of thing once"));
    }

    @Then("{node} finds that {node} can do {word}")
    public void can(String name, String node, String capability) {
        state.needs(node, Version.V1_1, "capabilities");
        var capabilities = found(name).texts("capabilities").value().orElse(List.of());
        state.now(
                capabilities,
                c -> Expectation.unless(
                        c.contains(capability) || c.contains(OLD_WORDS.get(capability)),
                        node + " should say that it can do " + capability + ", but says " + c));
    }

    private MessageView found(String name) {
        var exchange = stranger(name).lastAnswer();
        state.now(exchange, Answers.taken("the server that was looked up"));
        return Stranger.document(exchange);
    }

    private List<MessageView> kinds(String name) {
        return found(name).objects("resourceTypes").value().orElse(List.of());
    }

    @Then("{node} was looked up {int} time(s)")
    public void lookedUp(String name, int times) {
        state.now(
                stranger(name).heard(Topic.DISCOVERY),
                heard -> Expectation.unless(
                        heard.size() == times,
                        name + " should have been looked up " + times + " times, but was " + heard.size() + " times"));
    }

    @Then("{node} was asked nothing")
    public void askedNothing(String name) {
        state.now(
                stranger(name).heard(),
                heard -> Expectation.unless(
                        heard.isEmpty(),
                        name + " should not have been asked anything, but was asked "
                                + heard.stream().map(h -> h.request().target()).toList()));
    }
}
