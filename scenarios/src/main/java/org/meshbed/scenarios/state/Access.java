package org.meshbed.scenarios.state;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.scenarios.state.Shares.Shared;

/** How people of a scenario get at files: among their own, or through what others shared with them. */
public final class Access {
    private final ScenarioState state;

    public Access(ScenarioState state) {
        this.state = state;
    }

    /** What a person does, and is told; it counts as their last outcome. */
    public <T> Told<T> act(Party party, String what, Function<PartyDriver, Told<T>> action) {
        return state.told(party, what, action.apply(state.driver(party)));
    }

    /** A file of one's own comes to be; nobody asked for it, so that it has to work. */
    void keepOwn(Party party, String path, byte[] bytes) {
        state.shown(party, state.driver(party).write(Place.own(path), Content.of(bytes)));
    }

    /** Puts a file among one's own, with the folders it is in. */
    public void keep(Party party, String path, byte[] bytes) {
        for (var slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            var folder = Place.own(path.substring(0, slash));
            if (!state.driver(party).list(folder).happened())
                state.shown(party, state.driver(party).makeFolder(folder));
        }
        keepOwn(party, path, bytes);
    }

    /** Writes new content, one's own or somebody else's. */
    public void write(Party party, Item item) {
        var origin = origin(party, item);
        var bytes = state.files().next(party.name(), item.path());
        state.files().wrote(party.name(), origin.owner(), origin.path(), bytes);
        var told = act(party, "writes " + item, driver -> driver.write(place(party, item), Content.of(bytes)));
        if (told.happened()) state.files().holds(origin.owner(), origin.path(), bytes);
    }

    /** The bytes of a place, read to their end. */
    public Told<byte[]> bytes(Party party, Place place) {
        var driver = state.driver(party);
        return state.mesh().world().perform(party.name() + " reads to the end", () -> drained(driver.read(place)));
    }

    private static Told<byte[]> drained(Told<Content> told) {
        return switch (told) {
            case Told.Done<Content>(var content, var words) -> {
                try (var stream = content.open()) {
                    yield Told.done(stream.readAllBytes(), words);
                } catch (IOException e) {
                    yield Told.refused("the content broke off: " + e.getMessage());
                }
            }
            case Told.Refused<Content>(var words) -> Told.refused(words);
            case Told.Unclear<Content>(var words) -> new Told.Unclear<>(words);
            case Told.Unsupported<Content>(var words) -> new Told.Unsupported<>(words);
        };
    }

    /** Where a person finds an item: among their own files, or inside the share of that name. */
    public Place place(Party party, Item item) {
        if (isOwn(party, item)) return Place.own(item.path());
        return received(party, item).map(id -> Place.in(id, item.inside())).orElseGet(() -> Place.own(item.path()));
    }

    private boolean isOwn(Party party, Item item) {
        return item.from().isEmpty() && state.files().has(party.name(), item.share());
    }

    /** Whose file an item is, and where among the owner's. */
    public Shared origin(Party party, Item item) {
        var own = new Shared(party.name(), item.path());
        return isOwn(party, item) ? own : state.shares().origin(item).orElse(own);
    }

    /** The id under which a recipient sees the share that holds an item, or saw it last. */
    public Optional<String> received(Party party, Item item) {
        if (state.shares().lookFirst()) {
            var seen = look(party, item);
            if (seen.isPresent()) return seen.map(ReceivedShare::id);
        }
        return state.shares().remembered(party.name(), item);
    }

    /** The share as its recipient sees it now. */
    public Optional<ReceivedShare> look(Party party, Item item) {
        return looksAt(party).stream()
                .filter(s -> s.name().equals(item.share()))
                .filter(s -> item.from()
                        .map(from -> Shares.user(s.sender()).equals(from.name()))
                        .orElse(true))
                // one that waits or was accepted is meant rather than one that was declined
                .min(java.util.Comparator.comparing(s -> s.state() == ReceivedShare.State.DECLINED));
    }

    /** All that a recipient sees now; a node that cannot be asked shows nothing. */
    public List<ReceivedShare> looksAt(Party party) {
        var seen = state.driver(party).received().value().orElse(List.of());
        state.shares().sees(party.name(), seen);
        return seen;
    }
}
