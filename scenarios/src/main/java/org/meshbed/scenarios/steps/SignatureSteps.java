package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.scenarios.expect.Answers;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Announcement;
import org.meshbed.scenarios.state.Garbage;
import org.meshbed.scenarios.state.Heard;
import org.meshbed.scenarios.state.KeyFlaw;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.Report;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.Sealing;
import org.meshbed.scenarios.state.ShareField;
import org.meshbed.scenarios.state.Stranger;
import org.meshbed.scenarios.state.Topic;
import org.meshbed.scenarios.state.UnsupportedHere;
import org.meshbed.simulator.journal.Entry;

/** Signed messages: how foreign servers sign, what they show of their keys, and whom nodes believe. */
public final class SignatureSteps {
    private final ScenarioState state;

    public SignatureSteps(ScenarioState state) {
        this.state = state;
    }

    private Stranger stranger(String name) {
        return state.strangers().named(name);
    }

    @Given("{node} signs its messages")
    public void signs(String server) {
        stranger(server).signsAs("1.5");
    }

    @Given("{node} signs its messages as version {word} does")
    public void signsAs(String server, String version) {
        stranger(server).signsAs(version);
    }

    @When("{node} announces {path} to {party}, signed {sealing}")
    public void announcesSigned(String server, String file, Party recipient, Sealing how) {
        tell(server, recipient, announcement(server, file, recipient), how);
    }

    @When("{node} announces {path} to {party}, not signed")
    public void announcesUnsigned(String server, String file, Party recipient) {
        var announcement = announcement(server, file, recipient);
        stranger(server).tellsUnsigned(state.origin(state.nodeOf(recipient)), Topic.SHARES, announcement.bytes());
    }

    /** The sender of the message, and so its owner, is said to be a person of the other server. */
    @When("{node} announces {path} to {party} in the name of {node}, signed {sealing}")
    public void announcesForAnother(String server, String file, Party recipient, String other, Sealing how) {
        var somebody = "somebody@" + state.origin(other).host();
        var announcement = announcement(server, file, recipient)
                .with(ShareField.OWNER, somebody)
                .with(ShareField.SENDER, somebody);
        tell(server, recipient, announcement, how);
    }

    @When("{node} announces {path} of a person at {node} to {party}, signed {sealing}")
    public void announcesOfAnother(String server, String file, String other, Party recipient, Sealing how) {
        var somebody = "somebody@" + state.origin(other).host();
        tell(server, recipient, announcement(server, file, recipient).with(ShareField.OWNER, somebody), how);
    }

    private Announcement announcement(String server, String file, Party recipient) {
        return stranger(server).announces(file, state.address(recipient));
    }

    private void tell(String server, Party recipient, Announcement announcement, Sealing how) {
        stranger(server).tells(state.origin(state.nodeOf(recipient)), Topic.SHARES, announcement.bytes(), how);
        state.shares().made("mallory", announcement.file());
    }

    @When("{node} tells {node} that {path} was {news}, signed {sealing}")
    public void tells(String server, String node, String file, String news, Sealing how) {
        var id = stranger(server)
                .announcement(file)
                .map(Announcement::id)
                .orElseGet(() -> stranger(server).got(file).text("providerId"));
        var report = new Report(stranger(server).origin(), Report.type(news), id);
        stranger(server).tells(state.origin(node), Topic.NEWS, report.bytes(), how);
    }

    @When("{node} accepts the invite {string} at {node}, signed {sealing}")
    public void acceptsInvite(String server, String token, String node, Sealing how) {
        var message = Json.object()
                .put("recipientProvider", stranger(server).origin().host().toString())
                .put("token", token)
                .put("userID", "mallory")
                .put("email", "mallory@mail.example")
                .put("name", "Mallory");
        stranger(server).tells(state.origin(node), Topic.INVITES, Json.bytes(message), how);
    }

    @When("{node} sends the same once more")
    public void again(String server) {
        stranger(server).sendsAgain();
    }

    /** Byte by byte what a node had signed for the foreign server itself. */
    @When("{node} hands the share of {path} on to {node} as its own message")
    public void handsOn(String server, String file, String node) {
        var request = stranger(server).got(file).request();
        var bytes = stranger(server).got(file).body();
        var headers = request.headers().without("Host");
        stranger(server)
                .sends(
                        state.origin(node),
                        new WireRequest(
                                request.method(), request.target(), headers, Body.of(bytes), request.framing()));
    }

    @When("{node} changes its key")
    public void changesItsKey(String server) {
        stranger(server).changesItsKey();
    }

    @When("the operator of {node} changes its key")
    public void rotates(String node) {
        switch (state.operator(node).rotateKey()) {
            case Told.Done<?> _ -> {}
            case Told.Unsupported<?>(var words) -> throw new UnsupportedHere(words);
            case Told<?> other -> throw state.failed(node + " did not change its key: " + other.words());
        }
    }

    @Given("{node} shows its keys with {keyflaw}")
    public void shows(String server, KeyFlaw flaw) {
        var bytes = stranger(server).keysWith(flaw);
        stranger(server).answers(Topic.KEYS, _ -> WireReply.json(200, bytes));
    }

    @Given("{node} shows its keys by {garbage}")
    public void shows(String server, Garbage garbage) {
        var bytes = garbage.insteadOf(stranger(server).keys());
        stranger(server).answers(Topic.KEYS, _ -> WireReply.json(200, bytes));
    }

    @Given("{node} shows its keys by an error")
    public void showsError(String server) {
        stranger(server).answers(Topic.KEYS, _ -> WireReply.text(500, "something went wrong"));
    }

    @Given("{node} shows its keys by no answer")
    public void showsNothing(String server) {
        stranger(server).answers(Topic.KEYS, _ -> new NoAnswer(false));
    }

    @Given("{node} shows no keys")
    public void showsNoKeys(String server) {
        stranger(server).answers(Topic.KEYS, _ -> WireReply.text(404, "not here"));
    }

    @Given("{node} sends those who want its keys to {node}")
    public void redirects(String server, String other) {
        var there = new Endpoint(state.origin(other), "/.well-known/jwks.json").toString();
        stranger(server).answers(Topic.KEYS, _ -> WireReply.of(302, Headers.of("Location", there), Body.NONE));
    }

    @When("{node} shows its keys rightly")
    public void showsRightly(String server) {
        stranger(server).answersRightly(Topic.KEYS);
    }

    /** The other server keeps the keys of this one for it. */
    @Given("{node} keeps the keys of {node}")
    public void keeps(String keeper, String server) {
        stranger(keeper)
                .answers(Topic.KEYS, _ -> WireReply.json(200, stranger(server).keys()));
        stranger(server).keepsItsKeysAt(new Endpoint(state.origin(keeper), "/.well-known/jwks.json"));
    }

    @Given("{node} says that its keys are at {node}")
    public void keysAt(String server, String other) {
        stranger(server).keepsItsKeysAt(new Endpoint(state.origin(other), "/.well-known/jwks.json"));
    }

    @Then("{node} was asked for its keys {int} time(s)")
    public void asked(String server, int times) {
        state.now(
                stranger(server).heard(Topic.KEYS),
                heard -> Expectation.unless(
                        heard.size() == times,
                        server + " should have been asked for its keys " + times + " times, but was " + heard.size()
                                + " times"));
    }

    @Then("{node} does not believe it")
    public void unbelieved(String node) {
        state.now(state.strangers().lastAnswer(), Answers.refusedBy(node, 401));
        reasoned(node);
    }

    @Then("{node} does not believe it for now")
    public void unbelievedForNow(String node) {
        state.now(state.strangers().lastAnswer(), Answers.refusedBy(node, 503));
        reasoned(node);
    }

    @Then("{node} does not let it speak for others")
    public void notForOthers(String node) {
        state.now(state.strangers().lastAnswer(), Answers.refusedBy(node, 403));
        reasoned(node);
    }

    /** The journal says why; what the other server is told says nothing of keys. */
    private void reasoned(String node) {
        var reasons = decisions(node).stream()
                .filter(d -> d.outcome().equals("refused by signature-valid")
                        && !d.why().isBlank())
                .toList();
        state.now(
                reasons,
                found -> Expectation.unless(!found.isEmpty(), node + " should have written down why it refused"));
    }

    @Then("{node} has written down that {string}")
    public void wroteDown(String node, String words) {
        var why = decisions(node).stream().map(Entry.Decision::why).toList();
        state.now(
                why,
                all -> Expectation.unless(
                        all.stream().anyMatch(w -> w.contains(words)),
                        node + " should have written down '" + words + "', but wrote " + all));
    }

    private List<Entry.Decision> decisions(String node) {
        return state.mesh().journal().entries().stream()
                .filter(e -> e instanceof Entry.Decision && e.stamp().node().equals(node))
                .map(Entry.Decision.class::cast)
                .toList();
    }

    @Then("{node} has got {path} signed")
    public void gotSigned(String server, String file) {
        signed(server, Optional.of(stranger(server).got(file)), true);
    }

    @Then("{node} has got {path} unsigned")
    public void gotUnsigned(String server, String file) {
        signed(server, Optional.of(stranger(server).got(file)), false);
    }

    private void signed(String server, Optional<Heard> heard, boolean expected) {
        state.now(
                heard,
                h -> Expectation.unless(
                        h.filter(m -> m.request().headers().first("Signature").isPresent() == expected)
                                .isPresent(),
                        server + " should have got it " + (expected ? "signed" : "unsigned")));
    }

    @Then("{node} finds a key of {node} that signs")
    public void findsKey(String server, String node) {
        var document = Stranger.document(stranger(server).looksUp(state.origin(node)));
        var at = document.text("jwksUri")
                .value()
                .map(Endpoint::parse)
                .orElseGet(() -> new Endpoint(state.origin(node), "/.well-known/jwks.json"));
        var exchange = stranger(server).sends(at.origin(), WireRequest.get(at.target(), Headers.NONE));
        state.now(exchange, SignatureSteps::hasKey);
    }

    @Then("{node} finds a key of {node} in the form of version 1.2")
    public void findsOldKey(String server, String node) {
        var key =
                Stranger.document(stranger(server).looksUp(state.origin(node))).object("publicKey");
        var host = state.origin(node).host().toString();
        state.now(
                key.value().orElse(MessageView.empty()),
                k -> Expectation.unless(
                        k.text("keyId").value().orElse("").contains(host)
                                && k.text("publicKeyPem").value().orElse("").contains("BEGIN PUBLIC KEY"),
                        node + " should show a key with a name and a PEM, but shows " + k));
    }

    private static Optional<String> hasKey(Exchange exchange) {
        var keys = Stranger.document(exchange).objects("keys").value().orElse(List.of());
        return Expectation.unless(
                !keys.isEmpty()
                        && keys.stream()
                                .allMatch(k -> k.text("kid").value().isPresent()
                                        && k.text("alg").value().isPresent()),
                "there should be keys with name and algorithm, but there are " + keys.size());
    }

    @Then("{node} finds no keys of {node}")
    public void findsNoKey(String server, String node) {
        var request = WireRequest.get("/.well-known/jwks.json", Headers.NONE);
        state.now(stranger(server).sends(state.origin(node), request), Answers.refusedBy(node, 404));
    }
}
