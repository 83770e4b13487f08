package org.meshbed.scenarios.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.scenarios.mutants.HostileMutants;
import org.meshbed.scenarios.mutants.Mutant;
import org.meshbed.scenarios.mutants.TokenMutants;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.world.loopback.Addresses;
import org.meshbed.simulator.world.loopback.LoopbackPlan;
import org.meshbed.simulator.world.virtual.VirtualPlan;

/** The nodes that the scenarios of hostile peers and of tokens see to be wrong: conformance names them too. */
class HostileMutantsTest {
    private static final String PLAIN = "reference/1.5";
    private static final String SIGNING = "reference/1.5[sign=yes;exchange=yes]";
    private static final String EXCHANGING = "reference/1.5[exchange=yes]";

    /**
     * What a mutant is tested by.
     *
     * @param column the settings with which its wrong can show
     * @param ids of the rules and guards that must be named
     */
    private record Named(String wrong, String column, String ids, Extent extent) {
        Named(String wrong, String column, String ids) {
            this(wrong, column, ids, Extent.GUARDS);
        }
    }

    /** No peer can see these, whatever it plays. */
    private static final Map<String, String> UNSEEN = Map.of(
            "do not heed what their operator chose", "a server does not say which places its operator lets it call",
            "give tokens that never end", "a token would have to be kept until it has ended, which is an hour");

    private static final List<Named> NAMED = List.of(
            new Named(
                    "call everybody",
                    SIGNING,
                    "GUARD-MESSAGES-INSIDE GUARD-MESSAGES-PLAIN GUARD-FILES-INSIDE GUARD-FILES-PLAIN GUARD-KEYS-INSIDE"),
            new Named("do not look at the address that a name leads to", PLAIN, "GUARD-NAME-INSIDE"),
            new Named(
                    "follow every redirect, credentials and all",
                    SIGNING,
                    "GUARD-REDIRECT-INSIDE GUARD-REDIRECT-PLAIN GUARD-REDIRECT-SECRET GUARD-REDIRECT-CREDENTIALS"
                            + " GUARD-KEYS-INSIDE"),
            new Named(
                    "read whatever comes", SIGNING, "GUARD-ENDLESS-DOCUMENT GUARD-ENDLESS-LISTING GUARD-ENDLESS-KEYS"),
            new Named("do not count headers", PLAIN, "GUARD-HEADERS"),
            new Named("unpack what is compressed", PLAIN, "GUARD-COMPRESSED"),
            new Named("believe document types", PLAIN, "GUARD-DOCUMENT-TYPE"),
            new Named("take any place", PLAIN, "GUARD-PLACE OCM-SHARE-52"),
            new Named(
                    "take every share",
                    "reference/1.5[sign=yes;demand-signatures=yes;invite=must]",
                    "GUARD-OWN-NAME GUARD-PLACE GUARD-NO-KEYS GUARD-ODD-KEYS GUARD-OTHER-FORM OCM-DISC-35 OCM-SIG-06"
                            + " OCM-SIG-46 OCM-SHARE-20"),
            new Named("believe all news", SIGNING, "OCM-NOTIF-08 OCM-NOTIF-10 OCM-NOTIF-11 OCM-NSHARE-11"),
            new Named("let everybody accept", SIGNING, "GUARD-OWN-NAME OCM-DEF-04 OCM-INV-16"),
            new Named(
                    "take a second factor for decoration",
                    "reference/1.5[second-factor=enforced]",
                    "GUARD-SECOND-FACTOR OCM-YAML-01"),
            new Named(
                    "ask for a second factor and do not say so",
                    "reference/1.5[second-factor=enforced]",
                    "GUARD-SECOND-FACTOR"),
            new Named("do not say what they demand", "reference/1.5[invite=must]", "GUARD-DEMANDS"),
            new Named("do not say what they demand", "reference/1.5[sign=yes;exchange=demanded]", "GUARD-DEMANDS"),
            new Named("give a token for any code", SIGNING, "GUARD-TOKEN-SCOPE GUARD-TOKEN-THIEF OCM-TOKEN-08"),
            new Named("do not look who asks", EXCHANGING, "GUARD-TOKEN-THIEF"),
            new Named("open everything to each token that they gave", SIGNING, "GUARD-TOKEN-SCOPE"),
            new Named("go on serving tokens of shares that have ended", SIGNING, "GUARD-TOKEN-SCOPE"),
            new Named("open to the secret where they demand a token", SIGNING, "OCM-SHARE-09"),
            new Named("fall back to the secret where they must not", SIGNING, "GUARD-SECRET-FALLBACK OCM-TOKEN-13"),
            new Named("do not fall back to the secret where they must", SIGNING, "OCM-ACC-09 OCM-TOKEN-11"),
            new Named("show the secret in place of the token", SIGNING, "GUARD-TOKEN-UNUSED"),
            new Named("have all the time in the world", PLAIN, "GUARD-SLOW-DOCUMENT", Extent.SLOW));

    private static Map<String, Mutant> mutants() {
        var all = new TreeMap<String, Mutant>();
        Stream.concat(HostileMutants.all(), TokenMutants.token())
                .forEach(mutant -> all.putIfAbsent(mutant.wrong(), mutant));
        return all;
    }

    static Stream<Named> named() {
        return NAMED.stream();
    }

    @ParameterizedTest
    @MethodSource("named")
    void whenItIsTested_thenItsWrongIsNamed(Named named) {
        var mutant = mutants().get(named.wrong());
        var changed = mutant.change().apply(VirtualPlan.of(1));
        var plan = LoopbackPlan.inRealTime()
                .with((node, request) -> changed.serving().answer(node, whole(request)))
                .withPorts(ports -> changed.ports().apply("alpha", ports));
        var profile = mutant.profile().apply(Vendors.column(named.column()));
        var inside = new PeerPlace(
                PeerPlace.LOOPBACK.bind(), Optional.empty(), 0, PeerPlace.LOOPBACK.scheme(), Optional.of(INSIDE));
        try (var names = Mesh.in(LoopbackPlan.inRealTime().with(Addresses.LOOPBACK.with(_ -> INSIDE)))) {
            names.node("names", Vendors.column(PLAIN), "trent");
            var report = GuardsTest.report(plan, profile, inside, named.extent());
            assertThat(GuardsTest.failed(report)).contains(named.ids().split(" "));
        }
    }

    /** A mutant may look at a body that the node looks at too. */
    static WireRequest whole(WireRequest request) {
        if (!(request.body() instanceof Body.Stream(var content))) return request;
        try (var in = content.open()) {
            return new WireRequest(
                    request.method(),
                    request.target(),
                    request.headers(),
                    Body.of(in.readAllBytes()),
                    request.framing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name that sounds public, and leads to this machine: a node of that name has made it known. */
    private static final String INSIDE = "vault.meshbed-test.org";

    @Test
    void allOfThemAreNamedButThoseThatNobodyCanSee() {
        var named = new TreeSet<>(UNSEEN.keySet());
        NAMED.forEach(n -> named.add(n.wrong()));
        assertThat(named).isEqualTo(mutants().keySet());
    }
}
