package org.meshbed.simulator.calibration.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meshbed.nodes.dialect.OcsPermissions;
import org.meshbed.nodes.http.NodeApplication;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.node.NodeSettings;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.port.Tasks;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.share.Arrived;
import org.meshbed.nodes.store.MemoryStore;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.quirk.Opening;
import org.meshbed.simulator.calibration.binding.BoundServer;
import org.meshbed.simulator.calibration.binding.State;
import org.meshbed.simulator.calibration.compare.Bonds;
import org.meshbed.simulator.seed.SeededChance;
import org.meshbed.simulator.seed.SeededSecrets;
import org.meshbed.simulator.seed.Seeds;
import org.meshbed.simulator.time.Lifetime;
import org.meshbed.simulator.time.Scheduler;
import org.meshbed.simulator.world.Framed;

/** The simulated node of a replay, in virtual time that begins at the instant of the flow. */
final class Stage implements AutoCloseable {
    private static final long SEED = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String NETWORK = "2001:db8::/32";

    private final Scheduler scheduler;
    private final BoundServer server;
    private final NodeSettings settings;
    private final Instant begin;
    private final MemoryStore store = new MemoryStore();
    private final SeededSecrets secrets;
    private final SeededChance chance;
    private final Heard heard = new Heard();
    private Transport transport = (_, _, _) -> new org.meshbed.nodes.port.Exchange.Refused("nobody is there yet");
    private Duration passed = Duration.ZERO;
    private Lifetime life;
    private OcmNode node;

    Stage(BoundServer server, Profile profile, Instant begin) {
        var seeds = new Seeds(SEED);
        this.scheduler = new Scheduler(seeds.stream("scheduler"), PATIENCE);
        this.server = server;
        this.begin = begin;
        this.secrets = new SeededSecrets(seeds, server.name());
        this.chance = new SeededChance(seeds, server.name());
        this.settings = new NodeSettings(
                server.name(),
                server.origin(),
                profile,
                server.people(),
                List.of(),
                server.providers(),
                openings(server));
        this.life = new Lifetime(server.name());
        this.node = born();
    }

    private static List<Opening> openings(BoundServer server) {
        var openings = new ArrayList<>(server.reaches());
        if (openings.isEmpty())
            openings.add(Opening.of("*", NETWORK, server.origin().scheme() == Scheme.HTTP));
        return openings;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Lifetime life() {
        return life;
    }

    OcmNode node() {
        return node;
    }

    Heard heard() {
        return heard;
    }

    void connect(Transport to) {
        transport = to;
    }

    /** Ids under which the node lists what it received, in the order in which it came. */
    List<String> arrivals() {
        return heard.arrivals();
    }

    boolean running() {
        return !life.over();
    }

    void stop() {
        scheduler.end(life);
    }

    void start() {
        if (running()) return;
        life = new Lifetime(server.name());
        node = born();
        node.begin();
    }

    private OcmNode born() {
        var own = life;
        return new OcmNode(settings, ports(own));
    }

    private Ports ports(Lifetime own) {
        Tasks tasks = (name, work) -> {
            own.check();
            var task = scheduler.spawn(server.name() + ": " + name, own, Duration.ZERO, work);
            return () -> scheduler.cancel(task);
        };
        return new Ports(
                (to, request, timeouts) -> {
                    scheduler.turn(own);
                    return transport.exchange(to, request, timeouts);
                },
                new Clock(own),
                tasks,
                secrets,
                chance,
                store,
                heard::saw);
    }

    private final class Clock implements Time {
        private final Lifetime own;

        Clock(Lifetime own) {
            this.own = own;
        }

        @Override
        public Instant now() {
            return Stage.this.now();
        }

        @Override
        public void pause(Duration duration) {
            scheduler.pause(own, duration);
        }
    }

    Instant now() {
        return begin.plus(elapsed());
    }

    /** Since the flow began. */
    Duration elapsed() {
        return Duration.between(Scheduler.BEGINNING, scheduler.now());
    }

    /** A task lets time pass that did not pass in the recording. */
    void pass(Duration duration) {
        passed = passed.plus(duration);
        scheduler.pause(scheduler.world(), duration);
    }

    /** The driver lets time pass until that moment of the flow. */
    void advanceTo(long millis) {
        var left = Duration.ofMillis(millis).plus(passed).minus(elapsed());
        scheduler.advance(left.isNegative() ? Duration.ZERO : left);
    }

    /** The driver lets so much more time pass. */
    void rest(long millis) {
        scheduler.advance(Duration.ofMillis(millis));
    }

    /** Brings the node to the state it had when the flow began. */
    void prepare(State state) {
        state.files().forEach((user, files) -> files.forEach((path, content) -> put(server.user(user), path, content)));
        var counters = new Table<>(store, "counters", Integer.class);
        state.numbers()
                .forEach((what, number) ->
                        counters.put(what.toUpperCase(Locale.ROOT).replace('-', '_'), number));
        state.contacts()
                .forEach((user, contacts) ->
                        contacts.forEach(c -> node.operator().acquaint(server.user(user), c)));
    }

    /** Shares that were there are put there; an id and a secret that the node makes stand for the recorded ones. */
    void restore(State state, Bonds bonds) {
        state.sent()
                .forEach((user, rows) -> rows.forEach(row -> {
                    var put = node.operator()
                            .restoreSent(
                                    server.user(user),
                                    row.name(),
                                    row.with(),
                                    OcsPermissions.of(row.permissions()),
                                    row.accepted());
                    bonds.bind(row.id(), put.id());
                    bonds.bind(row.secret(), put.secret());
                }));
        state.received()
                .forEach((user, rows) ->
                        rows.forEach(row -> node.operator().restoreReceived(server.user(user), arrived(row))));
    }

    private static Arrived arrived(State.Row row) {
        return new Arrived(row.name(), row.with(), row.id(), row.secret(), row.url(), row.accepted());
    }

    /** A path that ends in a slash is a folder. */
    private void put(String user, String path, byte[] content) {
        var party = node.party(user);
        for (var slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1))
            party.makeFolder(Place.own(path.substring(0, slash)));
        if (!path.endsWith("/")) party.write(Place.own(path), Content.of(content));
    }

    /** How the node ends this exchange, its reply as it would leave a socket. */
    Ended answer(WireRequest request) {
        if (!running()) return Ended.without(Silence.REFUSED, 0);
        var began = elapsed();
        try {
            var answer = NodeApplication.shared().answer(node, Framed.request(server.origin(), request));
            return ended(request, answer, elapsed().minus(began).toMillis());
        } catch (NodeStopped e) {
            return Ended.without(Silence.CLOSED, elapsed().minus(began).toMillis());
        }
    }

    private static Ended ended(WireRequest request, WireAnswer answer, long took) {
        return switch (answer) {
            case WireReply reply -> Ended.with(Held.reply(Framed.reply(request, reply)), took);
            case NoAnswer(var _, var staysOpen) -> Ended.without(staysOpen ? Silence.OPEN : Silence.CLOSED, took);
        };
    }

    @Override
    public void close() {
        scheduler.close();
        store.close();
    }
}
