package org.meshbed.simulator.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * Every exchange and every decision of a mesh, in order; one schema in every world. Append-only. Secrets are masked at
 * the door. In virtual time, one seed gives the same entries, byte for byte, in any JVM.
 *
 * <p>Any thread may write: one lock gives the order, and is held while an entry is masked, kept and told to the
 * readers; no port of a node is called under it. The clock given must answer at once, without passing the turn.
 */
public final class Journal implements Recorder, AutoCloseable {
    /** So many entries are kept when nothing else is said; the oldest go first. Readers were told all. */
    public static final int MOST_KEPT = 500_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<Instant> clock;
    private final String run;
    private final int mostKept;
    private final ArrayDeque<Entry> kept = new ArrayDeque<>();
    private final List<Consumer<Entry>> readers = new ArrayList<>();
    private final List<AutoCloseable> closed = new ArrayList<>();
    private final Map<Long, Open> open = new Recent<>(100_000);
    private final Masks masks = new Masks();
    private final Stories stories = new Stories(masks);
    private final Payloads payloads = new Payloads(masks);
    private long entries;
    private long exchanges;
    private String scenario = "";
    private String step = "";

    /**
     * @param clock the time of the mesh
     * @param run which run this is, in words that are the same on every machine: the world and the seed
     */
    public Journal(Supplier<Instant> clock, String run) {
        this(clock, run, MOST_KEPT);
    }

    /** @param mostKept so many entries are kept for {@link #entries()} */
    public Journal(Supplier<Instant> clock, String run, int mostKept) {
        this.clock = clock;
        this.run = run;
        this.mostKept = mostKept;
    }

    /** An exchange that has not ended, or whose content may still pass. */
    private record Open(String from, String story, OptionalLong inside) {}

    /** A scenario begins: pseudonyms are numbered anew, and secrets of earlier scenarios are forgotten. */
    public void scenario(String name) {
        locked(() -> {
            endScenario();
            masks.forget();
            stories.forget();
            open.clear();
            scenario = name;
            mark(Entry.Mark.SCENARIO_BEGINS, name);
        });
    }

    /** The scenario has ended; what happens now belongs to none. Its secrets stay masked until the next one begins. */
    public void scenarioEnded() {
        locked(this::endScenario);
    }

    private void endScenario() {
        step = "";
        if (!scenario.isEmpty()) mark(Entry.Mark.SCENARIO_ENDS, scenario);
        scenario = "";
    }

    /** The sentence that is done from now on. */
    public void step(String text) {
        locked(() -> step = masks.mask(text));
    }

    @Override
    public long exchangeStarted(String from, String to, Origin origin, WireRequest request) {
        var text = Payloads.text(request.body());
        var gleaned = new Gleanings();
        gleaned.headers(request.headers());
        gleaned.query(request.query());
        gleaned.body(text);
        lock.lock();
        try {
            return started(from, to, origin, request, text, gleaned);
        } finally {
            lock.unlock();
        }
    }

    private long started(String from, String to, Origin origin, WireRequest request, String text, Gleanings gleaned) {
        gleaned.secrets().forEach(masks::learn);
        var number = ++exchanges;
        var inside = Within.exchange();
        var story = stories.of(number, request.path(), gleaned, inside);
        open.put(number, new Open(from, story, inside));
        append(new Entry.ExchangeStarted(
                stamp(from, 0, story, inside),
                number,
                from,
                to,
                origin.toString(),
                request.method(),
                masks.mask(request.target()),
                masks.mask(request.headers()),
                request.framing(),
                payloads.of(request.body(), text),
                Spare.request(request)));
        return number;
    }

    @Override
    public void exchangeEnded(long exchange, Exchange result, List<String> faults) {
        locked(() -> {
            var begun = open.getOrDefault(exchange, new Open("", "", OptionalLong.empty()));
            var ending = new Ending(exchange, stamp(begun.from(), 0, begun.story(), begun.inside()), result, faults);
            append(ending.entry(masks, payloads, gleaned -> {
                gleaned.secrets().forEach(masks::learn);
                stories.replied(exchange, gleaned);
            }));
        });
    }

    @Override
    public void testified(String node, int incarnation, Testimony testimony) {
        locked(() -> {
            var inside = Within.exchange();
            Function<String, Stamp> stamp = story -> stamp(node, incarnation, story, inside);
            append(
                    switch (testimony) {
                        case Testimony.Decision(var what, var outcome, var why) ->
                            new Entry.Decision(
                                    stamp.apply(stories.inside(inside)), what, masks.mask(outcome), masks.mask(why));
                        case Testimony.Consulted(var kind, var name, var answer) ->
                            new Entry.Consulted(stamp.apply(stories.inside(inside)), kind, name, masks.mask(answer));
                        case Testimony.Changed(var kind, var id, var before, var after) ->
                            new Entry.State(
                                    stamp.apply(storyOf(kind, id, inside)),
                                    kind,
                                    masks.mask(id),
                                    masks.mask(before),
                                    masks.mask(after));
                    });
        });
    }

    private String storyOf(String kind, String id, OptionalLong inside) {
        var story = stories.ofState(kind, id);
        return story.isEmpty() ? stories.inside(inside) : story;
    }

    @Override
    public void acted(String node, String who, String verb, String what, String told) {
        acted(node, who, verb, what, told, reached());
    }

    @Override
    public long reached() {
        lock.lock();
        try {
            return entries;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void acted(String node, String who, String verb, String what, String told, long since) {
        acted(node, who, verb, what, told, since, "");
    }

    @Override
    public void acted(String node, String who, String verb, String what, String told, long since, String invite) {
        var gleaned = new Gleanings();
        gleaned.words(what);
        gleaned.words(told);
        locked(() -> {
            gleaned.secrets().forEach(masks::learn);
            var stamp = stamp(node, 0, stories.ofWords(what), OptionalLong.empty());
            append(new Entry.Action(stamp, who, verb, masks.mask(what), masks.mask(told), since, new Raw<>(invite)));
        });
    }

    @Override
    public void fault(String words) {
        locked(() -> append(new Entry.Fault(stampOfNobody(), masks.mask(words))));
    }

    @Override
    public void clockMoved(Duration by) {
        locked(() -> append(new Entry.Clock(stampOfNobody(), by)));
    }

    @Override
    public void atOnce(boolean begins) {
        locked(() -> mark(begins ? Entry.Mark.AT_ONCE_BEGINS : Entry.Mark.AT_ONCE_ENDS, ""));
    }

    @Override
    public void secret(String value) {
        locked(() -> masks.learn(value));
    }

    @Override
    public Content passing(long exchange, boolean reply, Content content) {
        return new Tapped(content, passed -> {
            var text = Payloads.text(passed.first());
            var gleaned = new Gleanings();
            gleaned.body(text);
            locked(() -> passed(exchange, reply, passed, text, gleaned));
        });
    }

    /** A message that came as a stream, as from a socket, may hold secrets like any other. */
    private void passed(long exchange, boolean reply, Tapped.Passed passed, String text, Gleanings gleaned) {
        gleaned.secrets().forEach(masks::learn);
        var begun = open.getOrDefault(exchange, new Open("", "", OptionalLong.empty()));
        var payload = payloads.of(passed.first(), text, passed.length(), passed.sha256());
        var story = begun.story().isEmpty() ? stories.of(exchange, "", gleaned, begun.inside()) : begun.story();
        append(new Entry.ContentPassed(
                stamp(begun.from(), 0, story, begun.inside()), exchange, reply, passed.complete(), payload));
    }

    /** What is kept, oldest first: the last {@link #MOST_KEPT} entries, or as many as the journal was opened for. */
    public List<Entry> entries() {
        lock.lock();
        try {
            return List.copyOf(kept);
        } finally {
            lock.unlock();
        }
    }

    /** The exchanges among what is kept, in the order in which they started. */
    public List<RecordedExchange> exchanges() {
        return RecordedExchange.among(entries());
    }

    /** Each entry from now on is told to this reader, in order, one at a time; it must not wait for anything. */
    public void addReader(Consumer<Entry> reader) {
        locked(() -> readers.add(reader));
    }

    /** From now on every entry is written to this file as well, as JSON Lines, each flushed at once. */
    public void writeTo(Path file) throws IOException {
        var lines = new JsonLines(Files.newOutputStream(file), run);
        locked(() -> {
            readers.add(lines);
            closed.add(lines);
        });
    }

    @Override
    public void close() {
        locked(() -> {
            endScenario();
            readers.clear();
            closed.forEach(Journal::close);
            closed.clear();
        });
    }

    private static void close(AutoCloseable writer) {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal file could not be closed", e);
        } catch (Exception e) {
            throw new IllegalStateException("the journal file could not be closed", e);
        }
    }

    private void mark(Entry.Mark mark, String words) {
        append(new Entry.Marker(stampOfNobody(), mark, words));
    }

    private Stamp stampOfNobody() {
        return stamp("", 0, "", OptionalLong.empty());
    }

    private Stamp stamp(String node, int incarnation, String story, OptionalLong inside) {
        return new Stamp(++entries, clock.get(), run, scenario, step, node, incarnation, story, inside);
    }

    private void append(Entry entry) {
        kept.addLast(entry);
        if (kept.size() > mostKept) kept.removeFirst();
        for (var reader : readers) reader.accept(entry);
    }

    private void locked(Runnable write) {
        lock.lock();
        try {
            write.run();
        } finally {
            lock.unlock();
        }
    }
}
