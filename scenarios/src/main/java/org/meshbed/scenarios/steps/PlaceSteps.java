package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Garbage;
import org.meshbed.scenarios.state.Hostile;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.Stranger;
import org.meshbed.scenarios.state.Topic;

/** Foreign servers that lead those who want their keys or tokens astray, or wear them out. */
public final class PlaceSteps {
    private static final long ENDLESS = 128L << 20;
    private static final Headers JSON = Headers.of("Content-Type", "application/json");

    private final ScenarioState state;
    private final AtomicLong sent = new AtomicLong();

    public PlaceSteps(ScenarioState state) {
        this.state = state;
    }

    private Stranger stranger(String name) {
        return state.strangers().named(name);
    }

    @Given("{node} says that its keys are at the address {path}")
    public void keysAt(String server, String address) {
        stranger(server).keepsItsKeysAt(Endpoint.parse(address));
    }

    @Given("{node} says that its tokens are to be had at the address {path}")
    public void tokensAt(String server, String address) {
        stranger(server).tokens().opens(address);
    }

    @Given("{node} sends those who want its keys to the address {path}")
    public void keysElsewhere(String server, String address) {
        stranger(server).answers(Topic.KEYS, _ -> WireReply.of(302, Headers.of("Location", address), Body.NONE));
    }

    @Given("{node} sends those who want a token to {node}")
    public void tokensElsewhere(String server, String other) {
        tokensElsewhereAt(server, new Endpoint(state.origin(other), "/ocm/token").toString());
    }

    /** With a status that asks for the same request again, code and all. */
    @Given("{node} sends those who want a token to the address {path}")
    public void tokensElsewhereAt(String server, String address) {
        stranger(server).answers(Topic.TOKENS, _ -> WireReply.of(307, Headers.of("Location", address), Body.NONE));
    }

    @Given("{node} shows its keys without end")
    public void endlessKeys(String server) {
        endless(server, Topic.KEYS, "{\"keys\":[],\"padding\":\"");
    }

    @Given("{node} shows its keys one byte a second")
    public void slowKeys(String server) {
        slow(server, Topic.KEYS, stranger(server).keys());
    }

    @Given("{node} answers token requests without end")
    public void endlessTokens(String server) {
        endless(server, Topic.TOKENS, "{\"access_token\":\"");
    }

    @Given("{node} answers token requests one byte a second")
    public void slowTokens(String server) {
        slow(
                server,
                Topic.TOKENS,
                "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Given("{node} answers those who bring it a share without end")
    public void endlessShares(String server) {
        endless(server, Topic.SHARES, "{\"recipientDisplayName\":\"");
    }

    @Given("{node} answers those who bring it a share one byte a second")
    public void slowShares(String server) {
        slow(
                server,
                Topic.SHARES,
                Json.bytes(Json.object().put("recipientDisplayName", "Mallory, who takes her time")));
    }

    @Given("{node} answers those who accept its invites without end")
    public void endlessInvites(String server) {
        endless(server, Topic.INVITES, "{\"userID\":\"");
    }

    @Given("{node} answers those who accept its invites one byte a second")
    public void slowInvites(String server) {
        slow(server, Topic.INVITES, identity());
    }

    @Given("{node} answers those who accept its invites by {garbage}")
    public void garbledInvites(String server, Garbage garbage) {
        stranger(server).answers(Topic.INVITES, _ -> WireReply.json(200, garbage.insteadOf(identity())));
    }

    private static byte[] identity() {
        return Json.bytes(Json.object()
                .put("userID", "mallory")
                .put("email", "mallory@mail.example")
                .put("name", "Mallory"));
    }

    @Then("less than {int} megabytes were taken of the answer")
    public void tookLess(int megabytes) {
        state.now(
                sent.get(),
                bytes -> Expectation.unless(
                        bytes < (long) megabytes << 20,
                        "less than %d megabytes should have been taken, but %d bytes were"
                                .formatted(megabytes, bytes)));
    }

    private void endless(String server, Topic topic, String start) {
        stranger(server)
                .answers(
                        topic,
                        _ -> new WireReply(
                                200, JSON, new Body.Stream(Hostile.endless(start, ENDLESS, sent)), Framing.CHUNKED));
    }

    private void slow(String server, Topic topic, byte[] bytes) {
        var time = state.mesh().world().time();
        stranger(server)
                .answers(
                        topic,
                        _ -> new WireReply(200, JSON, new Body.Stream(Hostile.slow(bytes, time)), Framing.CHUNKED));
    }
}
