package org.meshbed.scenarios.steps;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Heard;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.Stranger;
import org.meshbed.scenarios.state.Topic;
import org.meshbed.simulator.oracle.Version;

/** Invites between a node and a foreign server. */
public final class StrangerInviteSteps {
    private final ScenarioState state;

    public StrangerInviteSteps(ScenarioState state) {
        this.state = state;
    }

    private Stranger stranger(String name) {
        return state.strangers().named(name);
    }

    @When("{node} accepts the invite of {party} for {word}")
    public void accepts(String server, Party inviter, String user) {
        tell(server, state.nodeOf(inviter), acceptance(server, tokenOf(inviter), user));
    }

    @When("{node} accepts the invite of {party} for {word}, without {}")
    public void acceptsWithout(String server, Party inviter, String user, String part) {
        var field = switch (part) {
            case "the server" -> "recipientProvider";
            case "the token" -> "token";
            case "the user" -> "userID";
            default -> throw new IllegalArgumentException("an acceptance has no part called '" + part + "'");
        };
        var message = acceptance(server, tokenOf(inviter), user);
        message.remove(field);
        tell(server, state.nodeOf(inviter), message);
    }

    @When("{node} accepts the invite {string} of {node} for {word}")
    public void acceptsToken(String server, String token, String node, String user) {
        tell(server, node, acceptance(server, token, user));
    }

    /** It says that it is the very server that made the invite. */
    @When("{node} accepts the invite of {party} for {word} in the name of {node}")
    public void acceptsAs(String server, Party inviter, String user, String other) {
        var message = acceptance(server, tokenOf(inviter), user)
                .put("recipientProvider", state.origin(other).host().toString());
        tell(server, state.nodeOf(inviter), message);
    }

    private void tell(String server, String node, ObjectNode message) {
        stranger(server).tells(state.origin(node), Topic.INVITES, Json.bytes(message));
    }

    private ObjectNode acceptance(String server, String token, String user) {
        return Json.object()
                .put("recipientProvider", stranger(server).origin().host().toString())
                .put("token", token)
                .put("userID", user)
                .put("email", user + "@mail.example")
                .put("name", user);
    }

    private String tokenOf(Party inviter) {
        var text = state.invites()
                .last(inviter.name())
                .inviteString()
                .replace('+', '-')
                .replace('/', '_');
        var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        return plain.substring(0, plain.lastIndexOf('@'));
    }

    @Then("{node} is told that {party} accepted the invite {string}")
    public void isTold(String server, Party user, String token) {
        var origin = state.origin(state.nodeOf(user));
        var url = state.speaks(state.nodeOf(user)) == Version.V1_1;
        var provider = url ? origin.toString() : origin.host().toString();
        state.soon(
                () -> stranger(server).heard(Topic.INVITES),
                heard -> Expectation.unless(
                        heard.stream().anyMatch(h -> isAcceptance(h, user.name(), token, provider)),
                        "%s should have been told that %s accepted the invite, but was told %d times otherwise"
                                .formatted(server, user, heard.size())));
    }

    private static boolean isAcceptance(Heard heard, String user, String token, String provider) {
        return heard.text("userID").equals(user)
                && heard.text("token").equals(token)
                && heard.text("recipientProvider").equals(provider)
                && heard.message().text("email").value().isPresent()
                && heard.message().text("name").value().isPresent()
                && heard.request().method().equals("POST")
                && heard.request().headers().first("Content-Type").orElse("").startsWith("application/json");
    }
}
