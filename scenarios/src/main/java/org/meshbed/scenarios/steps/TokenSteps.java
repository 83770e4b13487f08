package org.meshbed.scenarios.steps;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.scenarios.expect.Answers;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Asking;
import org.meshbed.scenarios.state.Heard;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.Stranger;
import org.meshbed.scenarios.state.Topic;
import org.meshbed.simulator.journal.Entry;
import org.meshbed.simulator.journal.export.Transcript;

/** Foreign servers that exchange secrets for tokens, or ask others for tokens. */
public final class TokenSteps {
    private final ScenarioState state;
    private final StrangerAccessSteps access;

    public TokenSteps(ScenarioState state) {
        this.state = state;
        this.access = new StrangerAccessSteps(state);
    }

    private Stranger stranger(String name) {
        return state.strangers().named(name);
    }

    /** What may be wrong in a request for a token. */
    @ParameterType("nothing wrong|another grant type|the grant type of version 1.2|no grant type|no client"
            + "|a client that is no server|no code|an empty code|a guessed code|the id of the share as code"
            + "|the code twice|a code of a megabyte|a percent sign that stands alone|ten thousand fields"
            + "|the form of version 1.2 instead of a form|plain text instead of a form|no word on its form|three megabytes"
            + "|fields that nobody needs")
    public Asking asking(String words) {
        return Asking.of(words);
    }

    @Given("{node} exchanges tokens")
    public void exchanges(String server) {
        stranger(server).tokens().opens(new Endpoint(stranger(server).origin(), "/ocm/token").toString());
    }

    @Given("{node} opens its files to tokens only")
    public void tokensOnly(String server) {
        exchanges(server);
        stranger(server).tokens().takesTokensOnly();
    }

    @Given("{node} exchanges tokens and does not say where")
    public void nowhere(String server) {
        stranger(server).tokens().opensNowhere();
    }

    @Given("{node} says that its tokens are to be had at {node}")
    public void elsewhere(String server, String other) {
        stranger(server).tokens().opens(new Endpoint(state.origin(other), "/ocm/token").toString());
    }

    @Given("{node} says that its tokens are to be had without encryption")
    public void plain(String server) {
        var host = stranger(server).origin().host();
        stranger(server).tokens().opens("http://" + host + "/ocm/token");
    }

    @Given("{node} gives tokens that live {duration}")
    public void live(String server, Duration duration) {
        exchanges(server);
        stranger(server).tokens().givesTokensThatLive(duration);
    }

    @When("{node} forgets the tokens that it gave")
    public void forgets(String server) {
        stranger(server).tokens().forgetsTokens();
    }

    @Then("{node} was asked for {int} token(s)")
    public void askedFor(String server, int count) {
        var client = stranger(server);
        state.now(
                client.heard(Topic.TOKENS),
                heard -> Expectation.unless(
                        heard.size() == count && heard.stream().allMatch(TokenSteps::right),
                        server + " should have been asked for " + count + " tokens in the right form, but was asked "
                                + heard.size() + " times"));
    }

    private static boolean right(Heard heard) {
        var body = new String(heard.body(), StandardCharsets.UTF_8);
        return heard.request().method().equals("POST")
                && heard.request()
                        .headers()
                        .first("Content-Type")
                        .orElse("")
                        .equals("application/x-www-form-urlencoded")
                && body.contains("grant_type=authorization_code")
                && body.contains("client_id=")
                && body.contains("code=");
    }

    @Then("{node} never saw the secret of {path} at its files")
    public void secretUnseen(String server, String file) {
        var secret = stranger(server).announced(file).secret();
        state.now(
                stranger(server).heard(Topic.FILES),
                heard -> Expectation.unless(
                        !heard.isEmpty()
                                && heard.stream()
                                        .noneMatch(h -> h.request().headers().all("Authorization").stream()
                                                .anyMatch(line -> line.contains(secret))),
                        server + " should have been asked for " + file + " without its secret"));
    }

    @Then("{node} was not asked for its files")
    public void filesUnasked(String server) {
        state.now(
                stranger(server).heard(Topic.FILES),
                heard -> Expectation.unless(
                        heard.isEmpty(), server + " should not have been asked for its files, but was"));
    }

    @When("{node} asks for a token for {path}")
    public void asks(String server, String file) {
        asks(server, file, Asking.RIGHT);
    }

    @When("{node} asks for a token for {path} with {asking}")
    public void asks(String server, String file, Asking asking) {
        ask(server, server, stranger(server).got(file), file, asking);
    }

    /** With a secret that was meant for another server. */
    @When("{node} asks for a token for {path} of {node}")
    public void asksForAnothers(String server, String file, String other) {
        ask(server, server, stranger(other).got(file), file, Asking.RIGHT);
    }

    @When("{node} asks for a token for {path} in the form of version 1.2")
    public void asksAs12(String server, String file) {
        var share = stranger(server).got(file);
        var document = document(server, share);
        var place =
                Endpoint.parse(document.text("endPoint").value().orElseThrow()).below("token");
        took(
                server,
                file,
                stranger(server)
                        .sends(place.origin(), Asking.inTheFormOf12(place.target(), client(server), code(share))));
    }

    private void ask(String server, String client, Heard share, String file, Asking asking) {
        var place = Endpoint.parse(document(server, share)
                .text("tokenEndPoint")
                .value()
                .orElseThrow(() -> state.failed("the sending server does not say where tokens are to be had")));
        var request = asking.request(place.target(), client(client), code(share), share.text("providerId"));
        took(server, file, stranger(server).sends(place.origin(), request));
    }

    private MessageView document(String server, Heard share) {
        return Stranger.document(stranger(server).looksUp(sender(share)));
    }

    private static Origin sender(Heard share) {
        return Origin.https(OcmAddress.parse(share.text("sender")).host());
    }

    private String client(String server) {
        return stranger(server).origin().host().toString();
    }

    private static String code(Heard share) {
        return share.text("code").isEmpty() ? AnnouncementSteps.secret(share) : share.text("code");
    }

    private void took(String server, String file, Exchange exchange) {
        token(exchange).ifPresent(token -> stranger(server).tokens().got(file, token));
    }

    private static Optional<String> token(Exchange exchange) {
        return Stranger.document(exchange).text("access_token").value();
    }

    @Then("{node} gets a token")
    public void getsToken(String server) {
        var exchange = stranger(server).lastAnswer();
        state.now(exchange, Answers.taken(server + "'s peer"));
        var answer = Stranger.document(exchange);
        state.now(
                answer,
                a -> Expectation.unless(
                        a.text("access_token")
                                        .value()
                                        .filter(t -> t.length() >= 16)
                                        .isPresent()
                                && a.text("token_type").value().orElse("").equalsIgnoreCase("Bearer")
                                && a.integer("expires_in").value().orElse(0L) > 0
                                && header(exchange, "Cache-Control").contains("no-store"),
                        server + " should have got a bearer token and the seconds that it lives"));
    }

    private static String header(Exchange exchange, String name) {
        return exchange instanceof Exchange.Replied(var reply)
                ? reply.headers().first(name).orElse("")
                : "";
    }

    /** In the words of OAuth; the reason is in the node's journal, and none of it is told to whoever asked. */
    @Then("{node} refuses the exchange as {word}")
    public void refusesExchange(String node, String error) {
        state.now(
                state.strangers().lastAnswer(),
                exchange -> Expectation.unless(
                        exchange instanceof Exchange.Replied(var reply)
                                && (reply.status() == 400 || reply.status() == 413)
                                && body(exchange).equals("{\"error\":\"" + error + "\"}"),
                        node + " should have refused the exchange as " + error + ", but " + exchange.words() + ": "
                                + body(exchange)));
        var reasons = new ArrayList<String>();
        for (var entry : state.mesh().journal().entries())
            if (entry instanceof Entry.Decision(var stamp, var what, var outcome, var why)
                    && stamp.node().equals(node)
                    && what.equals("token")
                    && outcome.startsWith("refused by")
                    && !why.isBlank()) reasons.add(why);
        state.now(
                reasons,
                r -> Expectation.unless(!r.isEmpty(), node + " should have written down why it refused the exchange"));
    }

    private static String body(Exchange exchange) {
        return exchange instanceof Exchange.Replied(var reply)
                ? new String(Stranger.bytes(reply.body()), StandardCharsets.UTF_8)
                : "";
    }

    @Then("{node} can read {path} with its token")
    public void canRead(String server, String file) {
        access.canRead(server, file, last(server, file));
    }

    @Then("{node} cannot read {path} with its token")
    public void cannotRead(String server, String file) {
        access.cannot(server, stranger(server).got(file), Optional.of(last(server, file)));
    }

    @Then("{node} cannot read {path} with the token of {path}")
    public void cannotReadWithThatOf(String server, String file, String other) {
        access.cannot(server, stranger(server).got(file), Optional.of(last(server, other)));
    }

    /** All of them, each alone. */
    @Then("{node} can read {path} with each of its {int} tokens")
    public void canReadWithEach(String server, String file, int count) {
        var tokens = new LinkedHashSet<>(stranger(server).tokens().tokens(file));
        state.now(
                tokens,
                t -> Expectation.unless(
                        t.size() == count,
                        server + " should have " + count + " different tokens, but has " + t.size()));
        tokens.forEach(token -> access.canRead(server, file, token));
    }

    private String last(String server, String file) {
        var tokens = stranger(server).tokens().tokens(file);
        if (tokens.isEmpty()) throw state.failed(server + " has got no token for " + file);
        return tokens.getLast();
    }

    @When("{node} writes {path} with its token")
    public void writes(String server, String file) {
        access.write(server, stranger(server).got(file), last(server, file));
    }

    @Then("{node} has got {path} to be exchanged")
    public void toBeExchanged(String server, String file) {
        state.now(
                requirements(server, file),
                r -> Expectation.unless(
                        r.contains("must-exchange-token"),
                        file + " should require that its secret be exchanged, but requires " + r));
    }

    @Then("{node} has got {path} with no requirement")
    public void noRequirement(String server, String file) {
        state.now(
                requirements(server, file),
                r -> Expectation.unless(r.isEmpty(), file + " should require nothing, but requires " + r));
    }

    private List<String> requirements(String server, String file) {
        return stranger(server)
                .got(file)
                .inner("protocol", "webdav")
                .texts("requirements")
                .value()
                .orElse(List.of());
    }

    @Then("no secret and no token of {node} stands in the journal")
    public void masked(String server) {
        var secrets = new ArrayList<>(stranger(server).tokens().known());
        stranger(server).heard(Topic.SHARES).forEach(share -> secrets.add(code(share)));
        var text = Transcript.of(state.mesh().journal().entries());
        state.now(
                secrets,
                list -> Expectation.unless(
                        !list.isEmpty() && list.stream().noneMatch(text::contains),
                        "the journal should hold no secret of " + server + ", but does"));
    }
}
