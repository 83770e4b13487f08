package org.meshbed.nodes.resource;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.meshbed.nodes.port.Blobs.Blob;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.resource.FileOutcome.Done;
import org.meshbed.nodes.resource.FileOutcome.Reason;
import org.meshbed.nodes.resource.FileOutcome.Undone;

/**
 * The homes in the store.
 *
 * <p>Concurrency: a home is one value in one row. Each change reads it, makes the next home from it and swaps the two
 * in one step; where somebody else was faster, it starts again from what is there now. So every change (the move of a
 * folder with all below it, too) happens wholly or not at all, also when the node is killed, and the condition of a
 * request is looked at in the same step. Contents are kept before the change that names them and dropped after the
 * change that names them no longer; copies share one content, and all who name it stand in the same row. A node killed
 * in between keeps a content that nobody names: space is lost, never a file. No lock is held anywhere.
 */
final class Homes implements Standing {
    private static final String TABLE = "homes";
    private static final int MOST_TRIES_TO_OPEN = 10;
    private static final Blob NOT_YET = new Blob("", 0, "0".repeat(64));

    private final Store store;
    private final Time time;
    private final Witness witness;
    /** The homes as they were last read or written here, with their bytes: one is used only while the store holds the same. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Homes(Store store, Time time, Witness witness) {
        this.store = store;
        this.time = time;
        this.witness = witness;
    }

    /** A file as it was when its content was opened. */
    record Reading(Node.File file, Content content) {}

    private record Known(byte[] bytes, Home home) {}

    private record Swap(Home before, Home after) {}

    @Override
    public FileOutcome<Item> look(String user, FilePath path) {
        return home(user)
                .at(path)
                .map(node -> FileOutcome.done(item(path, node)))
                .orElseGet(() -> missing(path));
    }

    @Override
    public Optional<String> told(String what, String user, Item item) {
        return switch (what) {
            case "size" -> Optional.of(Long.toString(home(user).weight(path(item))));
            case "tag" -> Optional.of(home(user).mark(path(item)));
            default -> Digests.of(what, this, user, item);
        };
    }

    private static FilePath path(Item item) {
        return FilePath.parse(item.path(), Integer.MAX_VALUE);
    }

    @Override
    public FileOutcome<List<Item>> list(String user, FilePath path) {
        var home = home(user);
        return switch (home.at(path).orElse(null)) {
            case Node.Folder _ -> FileOutcome.done(home.children(path));
            case Node.File _ -> undone(Reason.NOT_A_FOLDER, path, "is a file");
            case null -> missing(path);
        };
    }

    /** A content that was dropped between the look and the opening belonged to an older file: looks again then. */
    FileOutcome<Reading> read(String user, FilePath path) {
        for (var tries = 0; tries < MOST_TRIES_TO_OPEN; tries++) {
            var now = home(user).at(path);
            if (now.isEmpty()) return missing(path);
            if (!(now.get() instanceof Node.File file)) return undone(Reason.NOT_A_FILE, path, "is a folder");
            var opened = opened(file);
            if (opened.isPresent()) return FileOutcome.done(new Reading(file, opened.get()));
        }
        return undone(Reason.NOT_KEPT, path, "could not be read here");
    }

    private Optional<Content> opened(Node.File file) {
        try {
            return Optional.of(new Opened(store.blobs().open(file.blob())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Looks before it takes the content in, so that a hopeless upload ends early. */
    FileOutcome<Item> write(String user, FilePath path, Content content, Condition condition) {
        var start = now();
        Function<Home, FileOutcome<Home>> hope = home -> home.withFile(path, NOT_YET, start);
        if (on(path, condition, hope).apply(home(user)) instanceof Undone<Home>(var reason, var words))
            return new Undone<>(reason, words);
        var incoming = new Incoming(content);
        try {
            return written(user, path, store.blobs().keep(incoming), condition);
        } catch (IOException e) {
            return incoming.broken()
                    ? undone(Reason.BROKEN_OFF, path, "was not written: its content broke off")
                    : undone(Reason.NOT_KEPT, path, "was not written: its content could not be kept");
        }
    }

    private FileOutcome<Item> written(String user, FilePath path, Blob blob, Condition condition) {
        var now = now();
        var swap = swap(user, on(path, condition, home -> home.withFile(path, blob, now)));
        if (swap instanceof Undone) store.blobs().drop(blob);
        return told(user, path, swap);
    }

    FileOutcome<Item> makeFolder(String user, FilePath path, Condition condition) {
        var now = now();
        return told(user, path, swap(user, on(path, condition, home -> home.withFolder(path, now))));
    }

    FileOutcome<Item> delete(String user, FilePath path, Condition condition) {
        var now = now();
        return told(user, path, swap(user, on(path, condition, home -> home.without(path, now))));
    }

    FileOutcome<Item> date(String user, FilePath path, Instant modified, Condition condition) {
        return told(user, path, swap(user, on(path, condition, home -> home.dated(path, modified))));
    }

    FileOutcome<Item> move(String user, Transfer transfer, Condition condition) {
        var now = now();
        var swap = swap(user, on(transfer.from(), condition, home -> home.moved(transfer, now)));
        told(user, transfer.from(), swap);
        return told(user, transfer.target(), swap);
    }

    FileOutcome<Item> copy(String user, Transfer transfer, Condition condition) {
        var now = now();
        var swap = swap(user, on(transfer.from(), condition, home -> home.copied(transfer, now)));
        return told(user, transfer.target(), swap);
    }

    void erase(String user) {
        swap(user, _ -> FileOutcome.done(Home.EMPTY));
        store.remove(TABLE, user);
        known.remove(user);
    }

    /** As exact as a home is written. */
    private Instant now() {
        return time.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The home as it is now. */
    Home home(String user) {
        return store.get(TABLE, user).map(bytes -> decoded(user, bytes)).orElse(Home.EMPTY);
    }

    private Home decoded(String user, byte[] bytes) {
        var last = known.get(user);
        if (last != null && Arrays.equals(last.bytes, bytes)) return last.home;
        var home = HomeText.read(bytes);
        known.put(user, new Known(bytes, home));
        return home;
    }

    /** The change under a condition. It counts only where the change itself could be made (RFC 9110, 13.2.1). */
    private static Function<Home, FileOutcome<Home>> on(
            FilePath path, Condition condition, Function<Home, FileOutcome<Home>> change) {
        return home -> switch (change.apply(home)) {
            case Undone<Home> undone -> undone;
            case Done<Home> done when condition.holds(home.at(path)) -> done;
            case Done<Home> _ -> undone(Reason.UNMET, path, "is not as the request expects it");
        };
    }

    private FileOutcome<Swap> swap(String user, Function<Home, FileOutcome<Home>> change) {
        while (true) {
            var bytes = store.get(TABLE, user);
            var before = bytes.map(it -> decoded(user, it)).orElse(Home.EMPTY);
            var next = change.apply(before);
            if (!(next instanceof Done<Home>(var after, var _))) return next.map(_ -> new Swap(before, before));
            var text = HomeText.write(after);
            if (store.replace(TABLE, user, bytes, Optional.of(text))) {
                known.put(user, new Known(text, after));
                after.unnamedOf(before).forEach(store.blobs()::drop);
                return next.map(_ -> new Swap(before, after));
            }
        }
    }

    /** Tells the witness of the change at this path, and answers what stands there, or stood there till now. */
    private FileOutcome<Item> told(String user, FilePath path, FileOutcome<Swap> swap) {
        return swap.map(it -> {
            var before = it.before.at(path);
            var after = it.after.at(path);
            witness.changed("file", user + "/" + path, words(before), words(after));
            return item(path, after.or(() -> before).orElseThrow());
        });
    }

    private static String words(Optional<Node> node) {
        return switch (node.orElse(null)) {
            case Node.File file -> "file of " + file.blob().length() + " bytes, version " + file.version();
            case Node.Folder _ -> "folder";
            case null -> "-";
        };
    }

    private static Item item(FilePath path, Node node) {
        return new Item(path.toString(), node);
    }

    private static <T> FileOutcome<T> missing(FilePath path) {
        return undone(Reason.MISSING, path, "is not there");
    }

    private static <T> FileOutcome<T> undone(Reason reason, FilePath path, String what) {
        return new Undone<>(reason, "'" + path + "' " + what);
    }
}
