package org.meshbed.scenarios.steps;

import io.cucumber.java.en.When;
import java.util.Optional;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.scenarios.state.Asking;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.Sealing;
import org.meshbed.scenarios.state.Stranger;
import org.meshbed.scenarios.state.Topic;

/** Foreign servers that ask for something, for a share or a token, by messages that they sign in all ways. */
public final class SignedAskSteps {
    private static final String SOMEBODY = "mallory@";

    private final ScenarioState state;

    public SignedAskSteps(ScenarioState state) {
        this.state = state;
    }

    private Stranger stranger(String name) {
        return state.strangers().named(name);
    }

    @When("{node} requests {path} of {party}")
    public void requests(String server, String file, Party owner) {
        ask(server, file, owner, server, Optional.of(Sealing.RIGHTLY));
    }

    @When("{node} requests {path} of {party}, signed {sealing}")
    public void requests(String server, String file, Party owner, Sealing how) {
        ask(server, file, owner, server, Optional.of(how));
    }

    @When("{node} requests {path} of {party}, not signed")
    public void requestsUnsigned(String server, String file, Party owner) {
        ask(server, file, owner, server, Optional.empty());
    }

    /** For a person of the other server, which is said to be the one that asks. */
    @When("{node} requests {path} of {party} in the name of {node}, signed {sealing}")
    public void requestsForAnother(String server, String file, Party owner, String other, Sealing how) {
        ask(server, file, owner, other, Optional.of(how));
    }

    private void ask(String server, String file, Party owner, String as, Optional<Sealing> how) {
        var host = state.origin(as).host().toString();
        var message = Json.object()
                .put("notificationType", "REQUEST_SHARE")
                .put("senderDomain", host)
                .put("resourceType", "file");
        var wanted = message.putObject("notification").putObject("file");
        wanted.put("owner", state.address(owner))
                .put("shareWith", SOMEBODY + host)
                .put("shareId", file);
        wanted.putArray("permissions").add("read");
        tell(server, owner, Topic.NEWS, Json.bytes(message), how);
    }

    @When("{node} requests {path} of {party} by the call of version 1.4, signed {sealing}")
    public void calls(String server, String file, Party owner, Sealing how) {
        call(server, file, owner, server, Optional.of(how));
    }

    @When("{node} requests {path} of {party} by the call of version 1.4, not signed")
    public void callsUnsigned(String server, String file, Party owner) {
        call(server, file, owner, server, Optional.empty());
    }

    @When("{node} requests {path} of {party} by the call of version 1.4 in the name of {node}, signed {sealing}")
    public void callsForAnother(String server, String file, Party owner, String other, Sealing how) {
        call(server, file, owner, other, Optional.of(how));
    }

    private void call(String server, String file, Party owner, String as, Optional<Sealing> how) {
        var message = Json.object()
                .put("owner", state.address(owner))
                .put("shareWith", SOMEBODY + state.origin(as).host())
                .put("share", file);
        tell(server, owner, Topic.ASKS, Json.bytes(message), how);
    }

    private void tell(String server, Party owner, Topic topic, byte[] message, Optional<Sealing> how) {
        var there = state.origin(state.nodeOf(owner));
        if (how.isPresent()) stranger(server).tells(there, topic, message, how.get());
        else stranger(server).tellsUnsigned(there, topic, message);
    }

    @When("{node} asks for a token for {path}, signed {sealing}")
    public void asksForToken(String server, String file, Sealing how) {
        asksForToken(server, server, file, Optional.of(how));
    }

    @When("{node} asks for a token for {path}, not signed")
    public void asksForTokenUnsigned(String server, String file) {
        asksForToken(server, server, file, Optional.empty());
    }

    /** With what it has come to know: the secret of another server, and that server's name. */
    @When("{node} asks for a token for {path} of {node} in its name, signed {sealing}")
    public void asksInTheNameOf(String server, String file, String other, Sealing how) {
        asksForToken(server, other, file, Optional.of(how));
    }

    private void asksForToken(String server, String client, String file, Optional<Sealing> how) {
        var share = stranger(client).got(file);
        var sender = Origin.https(OcmAddress.parse(share.text("sender")).host());
        var place = Endpoint.parse(Stranger.document(stranger(server).looksUp(sender))
                .text("tokenEndPoint")
                .value()
                .orElseThrow(() -> state.failed("the sending server does not say where tokens are to be had")));
        var host = stranger(client).origin().host().toString();
        var request =
                Asking.RIGHT.request(place.target(), host, AnnouncementSteps.secret(share), share.text("providerId"));
        var exchange = how.isPresent()
                ? stranger(server).sends(place.origin(), request, how.get())
                : stranger(server).sends(place.origin(), request);
        Stranger.document(exchange)
                .text("access_token")
                .value()
                .ifPresent(token -> stranger(server).tokens().got(file, token));
    }
}
