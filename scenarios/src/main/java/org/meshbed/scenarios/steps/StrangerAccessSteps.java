package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.scenarios.expect.Answers;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Bomb;
import org.meshbed.scenarios.state.Heard;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.Stranger;
import org.meshbed.scenarios.state.UnsupportedHere;

/** Foreign servers that try what was shared with their people, and what was not. */
public final class StrangerAccessSteps {
    private final ScenarioState state;

    public StrangerAccessSteps(ScenarioState state) {
        this.state = state;
    }

    private Stranger stranger(String name) {
        return state.strangers().named(name);
    }

    @Then("{node} can read {path} with its secret")
    public void canRead(String server, String file) {
        canRead(server, file, secret(stranger(server).got(file)).orElseThrow());
    }

    /** With a secret or a token. */
    void canRead(String server, String file, String credential) {
        var share = stranger(server).got(file);
        var exchange = ask(server, share, "GET", "", Optional.of(credential), Body.NONE);
        state.now(exchange, Answers.taken(server + "'s peer"));
        var owner = OcmAddress.parse(share.text("owner")).identifier();
        var expected = state.files().now(owner, file).orElseThrow();
        state.now(
                exchange,
                e -> Expectation.unless(
                        e instanceof Exchange.Replied(var reply)
                                && Arrays.equals(Stranger.bytes(reply.body()), expected),
                        server + " should have read what " + file + " holds"));
    }

    @Then("{node} cannot read {path} with its secret")
    public void cannotRead(String server, String file) {
        var share = stranger(server).got(file);
        cannot(server, share, secret(share));
    }

    @Then("{node} cannot read {path} with another secret")
    public void cannotReadWithAnother(String server, String file) {
        cannot(server, stranger(server).got(file), Optional.of("another"));
    }

    @Then("{node} cannot read {path} with the secret of {path}")
    public void cannotReadWithThatOf(String server, String file, String other) {
        if (stranger(server).got(file).inner("protocol", "webdav").names().isEmpty())
            throw new UnsupportedHere("a share as in 1.0 has no place of its own: its secret is all that tells it");
        cannot(server, stranger(server).got(file), secret(stranger(server).got(other)));
    }

    @Then("{node} cannot read {path} without a secret")
    public void cannotReadWithout(String server, String file) {
        cannot(server, stranger(server).got(file), Optional.empty());
    }

    void cannot(String server, Heard share, Optional<String> secret) {
        var exchange = ask(server, share, "GET", "", secret, Body.NONE);
        state.now(exchange, Answers.refusedBy(owner(share) + "'s server"));
    }

    /** A path as it stands in the request, appended to the share. */
    @When("{node} asks for {path} inside of {path}")
    public void asksInside(String server, String path, String folder) {
        var share = stranger(server).got(folder);
        ask(server, share, "GET", "/" + path, secret(share), Body.NONE);
    }

    @When("{node} writes {path} with its secret")
    public void writes(String server, String file) {
        var share = stranger(server).got(file);
        ask(server, share, "PUT", "", secret(share), Body.of("written by a stranger"));
    }

    void write(String server, Heard share, String credential) {
        ask(server, share, "PUT", "", Optional.of(credential), Body.of("written by a stranger"));
    }

    @When("{node} deletes {path} with its secret")
    public void deletes(String server, String file) {
        var share = stranger(server).got(file);
        ask(server, share, "DELETE", "", secret(share), Body.NONE);
    }

    @When("{node} asks about {path} with {bomb}, from {node}")
    public void asksWithBomb(String server, String file, Bomb bomb, String elsewhere) {
        var share = stranger(server).got(file);
        var right =
                "<?xml version=\"1.0\"?><d:propfind xmlns:d=\"DAV:\"><d:prop><d:resourcetype/></d:prop></d:propfind>";
        var place = new Endpoint(state.origin(elsewhere), "/bomb").toString();
        ask(server, share, "PROPFIND", "", secret(share), Body.of(bomb.in(right, place)));
    }

    private Exchange ask(String server, Heard share, String method, String inside, Optional<String> secret, Body body) {
        var sender = Origin.https(OcmAddress.parse(share.text("sender")).host());
        var prefix = Stranger.document(stranger(server).looksUp(sender))
                .objects("resourceTypes")
                .value()
                .map(types -> types.getFirst().object("protocols").value().orElse(MessageView.empty()))
                .flatMap(protocols -> protocols.text("webdav").value())
                .orElseThrow(() -> state.failed("the sending server does not say where its files are"));
        var webdav = share.inner("protocol", "webdav");
        var uri = webdav.text("uri").value().orElse("");
        var old = webdav.names().isEmpty();
        var target = target(prefix.replaceFirst("/$", ""), uri) + inside;
        var headers = secret.map(s -> Headers.of("Authorization", old ? basic(s) : "Bearer " + s))
                .orElse(Headers.NONE);
        var framing = body instanceof Body.None ? Framing.NONE : Framing.LENGTH;
        return stranger(server).sends(sender, new WireRequest(method, target, headers, body, framing));
    }

    /** A uri is whole, or a part to be put behind the sender's path; in 1.0 there is none. */
    private static String target(String prefix, String uri) {
        if (uri.contains("://")) return Endpoint.parse(uri).target();
        return uri.isEmpty() ? prefix : prefix + "/" + uri;
    }

    /** As in 1.0: the secret is the user, and there is no password. */
    private static String basic(String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((secret + ":").getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> secret(Heard share) {
        return Optional.of(AnnouncementSteps.secret(share));
    }

    private static String owner(Heard share) {
        return share.text("owner");
    }

    @Then("{node} was asked for {path} with its secret")
    public void asked(String server, String file) {
        var secret = state.strangers().announced(file).secret();
        state.now(
                stranger(server).heard(),
                heard -> Expectation.unless(
                        heard.stream().anyMatch(h -> shows(h, secret)),
                        server + " should have been asked for " + file + " with its secret"));
    }

    @Then("{node} never saw the secret of {path} in an address")
    public void neverInAddress(String server, String file) {
        var secret = stranger(server).announced(file).secret();
        state.now(
                stranger(server).heard(),
                heard -> Expectation.unless(
                        heard.stream().noneMatch(h -> h.request().target().contains(secret)),
                        server + " should not have seen the secret of " + file + " in an address"));
    }

    /** In the header that is for it. */
    private static boolean shows(Heard heard, String secret) {
        var shown = heard.request().headers().all("Authorization");
        return shown.contains("Bearer " + secret) || shown.contains(basic(secret));
    }
}
