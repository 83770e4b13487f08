package org.meshbed.scenarios.steps;

import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Bomb;
import org.meshbed.scenarios.state.Hostile;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.Stranger;
import org.meshbed.scenarios.state.Topic;

/** Foreign servers that mean harm, by what they say of themselves and where they lead. */
public final class HostileSteps {
    private static final long MEGABYTE = 1 << 20;
    private static final long ENDLESS = 128 * MEGABYTE;
    private static final Headers JSON = Headers.of("Content-Type", "application/json");
    private static final InetAddress PRIVATE = InetAddress.ofLiteral("10.0.0.7");

    private final ScenarioState state;
    private final AtomicLong sent = new AtomicLong();

    public HostileSteps(ScenarioState state) {
        this.state = state;
    }

    private Stranger stranger(String name) {
        return state.strangers().named(name);
    }

    private void describes(String name, Function<WireRequest, WireAnswer> answer) {
        stranger(name).answers(Topic.DISCOVERY, answer);
    }

    private static WireReply redirect(int status, String to) {
        return WireReply.of(status, Headers.of("Location", to), Body.NONE);
    }

    /** XML that harms. */
    @ParameterType("entities that grow a billionfold|an entity that is a file of the reader"
            + "|an entity that is fetched from elsewhere|a document type from elsewhere"
            + "|ten thousand elements inside each other|elements that never end")
    public Bomb bomb(String words) {
        return Bomb.of(words);
    }

    /** Its address is a private one: nodes that are open to the world must not be led there. */
    @Given("a server {node} inside the private network")
    public void inside(String name) {
        state.strangers().begin(name);
        names().stands(host(name), PRIVATE);
    }

    private org.meshbed.simulator.network.Names names() {
        return state.mesh().world().network().names();
    }

    private String host(String name) {
        return state.origin(name).host().name();
    }

    @When("the name of {node} leads to the address {word}")
    public void leads(String name, String address) {
        names().lead(host(name), List.of(InetAddress.ofLiteral(address)));
    }

    @When("the name of {node} leads to {node} the second time")
    public void leadsElsewhere(String name, String other) {
        var there = names().home(host(other)).orElseThrow();
        var own = names().home(host(name)).orElse(InetAddress.ofLiteral("127.0.0.1"));
        names().lead(host(name), List.of(own, there));
    }

    @Given("{node} sends those who look it up to the address {path}")
    public void sendsTo(String name, String address) {
        describes(name, _ -> redirect(302, address));
    }

    @Given("{node} sends those who look it up to the path {path}")
    public void sendsToPath(String name, String path) {
        var right = Json.bytes(stranger(name).document());
        describes(name, request -> request.path().equals(path) ? WireReply.json(200, right) : redirect(308, path));
    }

    @Given("{node} sends those who look it up to itself without TLS")
    public void sendsToPlain(String name) {
        var there = state.origin(name).toString().replaceFirst("^https", "http") + "/.well-known/ocm";
        describes(name, _ -> redirect(307, there));
    }

    @Given("{node} sends those who look it up from place to place")
    public void sendsOnAndOn(String name) {
        describes(name, request -> redirect(301, request.path() + "/on"));
    }

    @Given("{node} describes itself without end")
    public void endless(String name) {
        var document = new String(Json.bytes(stranger(name).document()), java.nio.charset.StandardCharsets.UTF_8);
        var start = "{\"padding\":\"" + document.replace('"', ' ');
        describes(name, _ -> streamed(200, JSON, Hostile.endless(start, ENDLESS, sent)));
    }

    @Given("{node} describes itself one byte a second")
    public void slow(String name) {
        var bytes = Json.bytes(stranger(name).document());
        describes(
                name,
                _ -> streamed(
                        200, JSON, Hostile.slow(bytes, state.mesh().world().time())));
    }

    @Given("{node} describes itself in compressed form")
    public void compressed(String name) {
        var bytes = Hostile.compressed(Json.bytes(stranger(name).document()));
        describes(name, _ -> WireReply.of(200, JSON.and("Content-Encoding", "gzip"), Body.of(bytes)));
    }

    @Given("{node} describes itself behind {int} kilobytes of headers")
    public void headers(String name, int kilobytes) {
        var headers = JSON;
        for (var i = 0; i < kilobytes; i++) headers = headers.and("X-Padding-" + i, "x".repeat(1000));
        var reply = WireReply.of(200, headers, Body.of(Json.bytes(stranger(name).document())));
        describes(name, _ -> reply);
    }

    private static WireReply streamed(int status, Headers headers, Content content) {
        return new WireReply(status, headers, new Body.Stream(content), Framing.CHUNKED);
    }

    @Then("less than {int} megabytes were taken of it")
    public void tookLess(int megabytes) {
        state.now(
                sent.get(),
                bytes -> Expectation.unless(
                        bytes < megabytes * MEGABYTE,
                        "less than %d megabytes should have been taken, but %d bytes were"
                                .formatted(megabytes, bytes)));
    }

    @Given("{node} takes its messages at {node}")
    public void messagesAt(String name, String other) {
        messagesAtAddress(name, new Endpoint(state.origin(other), "/ocm").toString());
    }

    @Given("{node} takes its messages at the address {path}")
    public void messagesAtAddress(String name, String address) {
        var bytes = Json.bytes(stranger(name).document().put("endPoint", address));
        describes(name, _ -> WireReply.json(200, bytes));
    }

    @Given("{node} takes its messages at itself without TLS")
    public void messagesInTheClear(String name) {
        messagesAtAddress(name, state.origin(name).toString().replaceFirst("^https", "http") + "/ocm");
    }

    @Given("{node} sends those who ask for its files to {node}")
    public void filesElsewhere(String name, String other) {
        stranger(name)
                .answers(
                        Topic.FILES,
                        request -> redirect(307, new Endpoint(state.origin(other), request.path()).toString()));
    }

    @Given("{node} sends those who ask for its files to the address {path}")
    public void filesAtAddress(String name, String address) {
        stranger(name).answers(Topic.FILES, _ -> redirect(302, address));
    }

    @Given("{node} sends those who bring it a share to {node}")
    public void sharesElsewhere(String name, String other) {
        stranger(name)
                .answers(
                        Topic.SHARES,
                        request -> redirect(307, new Endpoint(state.origin(other), request.path()).toString()));
    }

    @Given("{node} lists its files with {bomb}, from {node}")
    public void bomb(String name, Bomb bomb, String elsewhere) {
        var place = new Endpoint(state.origin(elsewhere), "/bomb").toString();
        listing(name, request -> bomb.in(Stranger.listing(request.path(), List.of("/b.txt")), place));
    }

    @Given("{node} lists its files with a file called {string}")
    public void strangeName(String name, String href) {
        listing(name, request -> Stranger.listing(request.path(), List.of("/b.txt", href)));
    }

    @Given("{node} lists its files without end")
    public void endlessListing(String name) {
        stranger(name)
                .answers(
                        Topic.FILES,
                        request -> streamed(
                                207,
                                Headers.of("Content-Type", "application/xml"),
                                Hostile.endless("<d:multistatus xmlns:d=\"DAV:\"><d:x>", ENDLESS, sent)));
    }

    @Given("{node} lists its files one byte a second")
    public void slowListing(String name) {
        stranger(name)
                .answers(
                        Topic.FILES,
                        request -> streamed(
                                207,
                                Headers.of("Content-Type", "application/xml"),
                                Hostile.slow(
                                        Stranger.listing(request.path(), List.of("/b.txt"))
                                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                        state.mesh().world().time())));
    }

    private void listing(String name, Function<WireRequest, String> xml) {
        stranger(name)
                .answers(
                        Topic.FILES,
                        request -> WireReply.of(
                                207,
                                Headers.of("Content-Type", "application/xml; charset=utf-8"),
                                Body.of(xml.apply(request))));
    }

    @When("{node} sends {node} a compressed share")
    public void compressedShare(String name, String node) {
        var share = stranger(name)
                .announces("packed.txt", "bob@" + state.origin(node).host());
        var bytes = Hostile.compressed(share.bytes());
        var place = stranger(name).placeOf(state.origin(node), Topic.SHARES);
        stranger(name).sends(state.origin(node), WireRequest.post(place, JSON.and("Content-Encoding", "gzip"), bytes));
    }

    @Then("it took less than {duration}")
    public void took(Duration duration) {
        var began = state.mesh().journal().entries().getFirst().stamp().time();
        var now = state.mesh().world().time().now();
        state.now(
                Duration.between(began, now),
                d -> Expectation.unless(
                        d.compareTo(duration) < 0, "it should have taken less than " + duration + ", but took " + d));
    }
}
