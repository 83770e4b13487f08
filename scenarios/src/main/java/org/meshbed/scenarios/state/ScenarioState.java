package org.meshbed.scenarios.state;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.party.OperatorDriver;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.oracle.Version;

/** All that the sentences of one scenario have in common: its mesh, who is where, and what was told to whom. */
public final class ScenarioState {
    /** How long a sentence without a time waits for what it claims: enough for a message that is sent a second time. */
    private static final Duration SOON = Duration.ofSeconds(90);

    private final Bindings bindings = Bindings.current();
    private final Nodes nodes = new Nodes(bindings);
    private final Strangers strangers = new Strangers(this::mesh);
    private final Outcomes outcomes = new Outcomes();
    private final Files files = new Files();
    private final Shares shares = new Shares();
    private final Invites invites = new Invites();
    private final Map<String, String> places = new ConcurrentSkipListMap<>();
    private volatile Duration patience = SOON;

    public Mesh mesh() {
        return bindings.mesh();
    }

    public Nodes nodes() {
        return nodes;
    }

    public Strangers strangers() {
        return strangers;
    }

    public Outcomes outcomes() {
        return outcomes;
    }

    public Files files() {
        return files;
    }

    public Shares shares() {
        return shares;
    }

    public Invites invites() {
        return invites;
    }

    /** The node this party is at; naming it once is enough. */
    public String nodeOf(Party party) {
        party.node().ifPresent(node -> places.put(party.name(), node));
        var node = places.get(party.name());
        if (node == null)
            throw new IllegalStateException("it was not said where '" + party.name() + "' is; for example '"
                    + party.name() + " is at alpha', or '" + party.name() + " at alpha' in place of '" + party.name()
                    + "'");
        return node;
    }

    public PartyDriver driver(Party party) {
        var node = nodeOf(party);
        nodes.slot(node);
        return mesh().party(party.name(), node);
    }

    public OperatorDriver operator(String node) {
        nodes.slot(node);
        return mesh().operator(node);
    }

    /** Where a node or a foreign server is reached. */
    public Origin origin(String server) {
        return strangers
                .find(server)
                .map(Stranger::origin)
                .orElseGet(() -> nodes.slot(server).node().settings().origin());
    }

    /** The version that a node speaks among its like: {@code ocs}, {@code 1.0}, and so on. */
    public Version speaks(String node) {
        return version(nodes.profile(node));
    }

    /** The version that whoever is cast for the node speaks; none where the scenario itself says who plays it. */
    public Optional<Version> cast(String node) {
        return nodes.isChosen(node) ? Optional.empty() : Optional.of(version(bindings.profile(node)));
    }

    private static Version version(Profile profile) {
        var word = profile.speaks();
        return Version.named(word).orElseThrow(() -> new IllegalStateException("'" + word + "' is no version of OCM"));
    }

    /** Ends the scenario as unsupported where the node speaks a version that has no such thing. */
    public void needs(String node, Version since, String what) {
        if (speaks(node).compareTo(since) < 0)
            throw new UnsupportedHere(node + " speaks " + "OCM " + speaks(node).word() + ", which has no " + what);
    }

    /** The name that others see of this party; of somebody at a foreign server the word that sentences use. */
    public String displayName(Party party) {
        var node = nodeOf(party);
        if (strangers.find(node).isPresent()) return party.name();
        return nodes.slot(node).node().settings().people().stream()
                .filter(person -> person.user().equals(party.name()))
                .findFirst()
                .map(Person::displayName)
                .orElse(party.name());
    }

    public String address(Party party) {
        return party.name() + "@" + origin(nodeOf(party)).host();
    }

    /** Takes down what somebody was told after an action; what a product cannot do at all ends the scenario. */
    public <T> Told<T> told(Party party, String what, Told<T> told) {
        if (told instanceof Told.Unsupported<T>(var words)) throw new UnsupportedHere(words);
        outcomes.add(party.name(), what, told);
        return told;
    }

    /** What a look at a node showed; a look that fails ends the scenario. */
    public <T> T shown(Party party, Told<T> told) {
        return switch (told) {
            case Told.Done<T>(var it, var _) -> it;
            case Told.Refused<T>(var words) -> throw failed(party + " cannot look: " + words);
            case Told.Unclear<T>(var words) -> throw failed(party + " cannot look: " + words);
            case Told.Unsupported<T>(var words) -> throw new UnsupportedHere(words);
        };
    }

    /** What is asked for is so at this moment. */
    public <T> void now(T actual, Expectation<? super T> expected) {
        expected.mismatch(actual).ifPresent(mismatch -> {
            throw failed(mismatch);
        });
    }

    /** It becomes so within the time that the sentence gives. */
    public <T> void soon(Supplier<T> actual, Expectation<? super T> expected) {
        if (mesh().world().await(() -> expected.mismatch(actual.get()).isEmpty(), patience)) return;
        now(actual.get(), expected);
    }

    /** It is so when the mesh has come to rest, or the time that the sentence gives has passed. */
    public <T> void finallyIs(Supplier<T> actual, Expectation<? super T> expected) {
        mesh().settle(patience);
        now(actual.get(), expected);
    }

    /** Sentences said meanwhile wait that long. */
    public void within(Duration duration, Runnable sentence) {
        patience = duration;
        try {
            sentence.run();
        } finally {
            patience = SOON;
        }
    }

    /** The failure of an expectation, with everything that people were told before. */
    public AssertionError failed(String mismatch) {
        var text = new StringBuilder(mismatch);
        outcomes.lines()
                .forEach(line ->
                        text.append(System.lineSeparator()).append("  before: ").append(line));
        return new AssertionError(text.toString());
    }

    /** Everybody looks at their lists, and remembers what they see. */
    public void lookAround() {
        places.forEach((name, node) -> {
            if (strangers.find(node).isPresent() || !nodes.slot(node).running()) return;
            var driver = mesh().party(name, node);
            driver.received().value().ifPresent(seen -> shares.sees(name, seen));
            driver.shared().value().ifPresent(sent -> shares.sent(name, sent));
        });
    }

    /** The host of a node or foreign server of that name, where there is one. */
    public Optional<String> hostOf(String name) {
        return strangers.find(name).isPresent() || nodes.has(name)
                ? Optional.of(origin(name).host().toString())
                : Optional.empty();
    }

    /** Text whose server is written by its name, {@code mallory@omega} or {@code mallory@omega/x}, with its host. */
    public String withHost(String text) {
        var at = text.lastIndexOf('@');
        if (at < 0) return text;
        var end = text.indexOf('/', at) < 0 ? text.length() : text.indexOf('/', at);
        var name = text.substring(at + 1, end);
        return text.substring(0, at + 1) + hostOf(name).orElse(name) + text.substring(end);
    }
}
