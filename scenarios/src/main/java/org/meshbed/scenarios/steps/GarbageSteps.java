package org.meshbed.scenarios.steps;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.scenarios.state.BrokenContent;
import org.meshbed.scenarios.state.Garbage;
import org.meshbed.scenarios.state.Report;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.Stranger;
import org.meshbed.scenarios.state.Topic;

/** Requests that are no messages. */
public final class GarbageSteps {
    private static final Headers JSON = Headers.of("Content-Type", "application/json");

    private final ScenarioState state;

    public GarbageSteps(ScenarioState state) {
        this.state = state;
    }

    private Stranger stranger(String name) {
        return state.strangers().named(name);
    }

    /** What foreign servers hear and say. */
    @ParameterType("a share|shares|news|invites|an acceptance|token requests")
    public Topic topic(String words) {
        return switch (words) {
            case "a share", "shares" -> Topic.SHARES;
            case "news" -> Topic.NEWS;
            case "token requests" -> Topic.TOKENS;
            default -> Topic.INVITES;
        };
    }

    /** A right message of that kind. */
    private byte[] right(String server, String node, Topic topic) {
        var host = state.origin(node).host();
        return switch (topic) {
            case SHARES ->
                stranger(server).announces("garbage.txt", "bob@" + host).bytes();
            case NEWS -> new Report(stranger(server).origin(), "SHARE_UNSHARED", "some-share").bytes();
            case DISCOVERY, INVITES, FILES, TOKENS, ASKS, KEYS, OTHER ->
                Json.bytes(Json.object()
                        .put(
                                "recipientProvider",
                                stranger(server).origin().host().toString())
                        .put("token", "a1b2c3")
                        .put("userID", "mallory")
                        .put("email", "mallory@mail.example")
                        .put("name", "Mallory"));
        };
    }

    private void send(String server, String node, WireRequest request) {
        stranger(server).sends(state.origin(node), request);
    }

    private String place(String server, String node, Topic topic) {
        return stranger(server).placeOf(state.origin(node), topic);
    }

    @When("{node} sends {node} {garbage} as {topic}")
    public void garbage(String server, String node, Garbage garbage, Topic topic) {
        var bytes = garbage.insteadOf(right(server, node, topic));
        stranger(server).tells(state.origin(node), topic, bytes);
    }

    @When("{node} sends {node} a share with headers of {int} kilobytes")
    public void headers(String server, String node, int kilobytes) {
        var place = place(server, node, Topic.SHARES);
        var headers = JSON;
        for (var i = 0; i < kilobytes; i++) headers = headers.and("X-Padding-" + i, "x".repeat(1000));
        send(server, node, WireRequest.post(place, headers, right(server, node, Topic.SHARES)));
    }

    @When("{node} sends {node} half of what it promised as a share")
    public void half(String server, String node) {
        broken(server, node, BrokenContent.endsEarly(right(server, node, Topic.SHARES)));
    }

    @When("{node} sends {node} a share that stops in the middle for {duration}")
    public void slow(String server, String node, Duration duration) {
        var world = state.mesh().world();
        Runnable pause = () -> world.perform(server + " waits", () -> {
            world.time().pause(duration);
            return true;
        });
        broken(server, node, BrokenContent.stops(right(server, node, Topic.SHARES), pause));
    }

    private void broken(String server, String node, BrokenContent content) {
        var place = place(server, node, Topic.SHARES);
        send(server, node, new WireRequest("POST", place, JSON, new Body.Stream(content), Framing.LENGTH));
    }

    @When("{node} sends {node} a question for nothing")
    public void nothing(String server, String node) {
        send(server, node, WireRequest.get("/there/is/nothing/here", Headers.NONE));
    }

    @When("{node} sends {node} a question for shares")
    public void questionForShares(String server, String node) {
        send(server, node, WireRequest.get(place(server, node, Topic.SHARES), Headers.NONE));
    }

    @When("{node} sends {node} a message to nowhere")
    public void nowhere(String server, String node) {
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        send(server, node, WireRequest.post("/ocm/nowhere", JSON, body));
    }

    @When("{node} sends {node} a verb that nobody knows")
    public void verb(String server, String node) {
        var place = place(server, node, Topic.SHARES);
        send(server, node, new WireRequest("BREW", place, Headers.NONE, Body.NONE, Framing.NONE));
    }
}
