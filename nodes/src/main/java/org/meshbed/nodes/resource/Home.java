package org.meshbed.nodes.resource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.meshbed.nodes.port.Blobs.Blob;
import org.meshbed.nodes.resource.FileOutcome.Reason;

/**
 * One user's tree as a value: nodes by path, the home itself under the empty one. A change makes another home; what
 * it may not do is answered as undone. Every path but the home's has a folder above it.
 */
final class Home {
    static final int MOST_NODES = 20_000;
    static final Home EMPTY = new Home(new TreeMap<>(Map.of("", new Node.Folder(0, Instant.EPOCH, Instant.EPOCH, ""))));

    private final NavigableMap<String, Node> nodes;

    Home(NavigableMap<String, Node> nodes) {
        this.nodes = Collections.unmodifiableNavigableMap(nodes);
    }

    NavigableMap<String, Node> nodes() {
        return nodes;
    }

    Optional<Node> at(FilePath path) {
        return Optional.ofNullable(nodes.get(path.toString()));
    }

    /** The direct children of a folder in the order of their names. */
    List<Item> children(FilePath folder) {
        var from = folder.isRoot() ? 0 : folder.toString().length() + 1;
        var children = new ArrayList<Item>();
        below(folder).forEach((path, node) -> {
            if (path.indexOf('/', from) < 0) children.add(new Item(path, node));
        });
        return List.copyOf(children);
    }

    /** All contents that files here name, by id. */
    SortedMap<String, Blob> contents() {
        var contents = new TreeMap<String, Blob>();
        for (var node : nodes.values())
            if (node instanceof Node.File file) contents.put(file.blob().id(), file.blob());
        return contents;
    }

    /** The contents that the home before this one named and this one does not. */
    Collection<Blob> unnamedOf(Home before) {
        var gone = new TreeMap<String, Blob>();
        before.nodes.forEach((path, node) -> {
            if (node instanceof Node.File file && nodes.get(path) != node)
                gone.put(file.blob().id(), file.blob());
        });
        if (!gone.isEmpty()) gone.keySet().removeAll(contents().keySet());
        return gone.values();
    }

    /** The bytes of a file, or of all files below a folder. */
    long weight(FilePath path) {
        return taken(path, true).values().stream()
                .mapToLong(node -> node instanceof Node.File file ? file.blob().length() : 0)
                .sum();
    }

    /** A tag with its quotes: of a folder one that changes with whatever changes below it, names among it. */
    String mark(FilePath path) {
        if (at(path).orElse(null) instanceof Node.File file) return file.tag();
        var all = new StringBuilder();
        taken(path, true)
                .forEach((name, node) -> all.append(
                                name.substring(path.toString().length()))
                        .append('\n')
                        .append(node.tag())
                        .append('\n'));
        return '"' + Digests.md5(all.toString()) + '"';
    }

    /** The same with another date; what it holds stays, but counts as another version. */
    FileOutcome<Home> dated(FilePath path, Instant modified) {
        return switch (at(path).orElse(null)) {
            case Node.File(var blob, var version, var created, var _, var born) ->
                to(put(path, new Node.File(blob, version + 1, created, modified, born)), true);
            case Node.Folder(var version, var created, var _, var born) ->
                to(put(path, new Node.Folder(version + 1, created, modified, born)), true);
            case null -> not(Reason.MISSING, path, "is not there");
        };
    }

    FileOutcome<Home> withFile(FilePath path, Blob blob, Instant now) {
        return switch (at(path).orElse(null)) {
            case Node.Folder _ -> not(Reason.NOT_A_FILE, path, "is a folder");
            case Node.File old ->
                to(put(path, new Node.File(blob, old.version() + 1, old.created(), now, old.born())), true);
            case null -> added(path, new Node.File(blob, 1, now, now, ""), now);
        };
    }

    FileOutcome<Home> withFolder(FilePath path, Instant now) {
        if (at(path).isPresent()) return not(Reason.EXISTS, path, "exists already");
        return added(path, new Node.Folder(0, now, now, ""), now);
    }

    FileOutcome<Home> without(FilePath path, Instant now) {
        if (path.isRoot()) return not(Reason.HOME, path, "is the home itself and cannot be deleted");
        if (at(path).isEmpty()) return not(Reason.MISSING, path, "is not there");
        return to(cut(path).touched(path.parent(), now), true);
    }

    /** Moves a file or a folder with all below it; versions and dates stay. */
    FileOutcome<Home> moved(Transfer transfer, Instant now) {
        var from = transfer.from();
        var target = transfer.target();
        if (from.isRoot()) return not(Reason.HOME, from, "is the home itself and cannot be moved");
        return cleared(transfer).orElseGet(() -> {
            var replaced = at(target).isPresent();
            var without = cut(target).cut(from).touched(from.parent(), now);
            var taken = taken(from, true);
            taken.replaceAll((path, node) -> node.movedFrom(path));
            return to(without.grafted(taken, from, target).touched(target.parent(), now), replaced);
        });
    }

    /** Copies a file, or a folder with all below it or alone; the copies share their contents with what they copy. */
    FileOutcome<Home> copied(Transfer transfer, Instant now) {
        var from = transfer.from();
        var target = transfer.target();
        return cleared(transfer).orElseGet(() -> {
            var replaced = at(target).isPresent();
            var copies = new TreeMap<String, Node>();
            taken(from, transfer.deep()).forEach((path, node) -> copies.put(path, fresh(node, now)));
            var next = cut(target).grafted(copies, from, target);
            if (next.nodes.size() > MOST_NODES) return full(target);
            return to(next.touched(target.parent(), now), replaced);
        });
    }

    private static Node fresh(Node node, Instant now) {
        return switch (node) {
            case Node.File file -> new Node.File(file.blob(), 1, now, now, "");
            case Node.Folder _ -> new Node.Folder(0, now, now, "");
        };
    }

    /** Why nothing can be put from one place to the other, or empty where the way is clear. */
    private Optional<FileOutcome<Home>> cleared(Transfer transfer) {
        var from = transfer.from();
        var target = transfer.target();
        if (at(from).isEmpty()) return Optional.of(not(Reason.MISSING, from, "is not there"));
        if (target.within(from) || from.within(target))
            return Optional.of(not(Reason.INTO_ITSELF, from, "cannot be put into or onto itself"));
        if (!parentIsThere(target)) return Optional.of(not(Reason.NO_PARENT, target, "has no folder to stand in"));
        if (!transfer.overwrite() && at(target).isPresent())
            return Optional.of(not(Reason.EXISTS, target, "exists already"));
        return Optional.empty();
    }

    private FileOutcome<Home> added(FilePath path, Node node, Instant now) {
        if (!parentIsThere(path)) return not(Reason.NO_PARENT, path, "has no folder to stand in");
        if (nodes.size() >= MOST_NODES) return full(path);
        return to(put(path, node).touched(path.parent(), now), false);
    }

    private boolean parentIsThere(FilePath path) {
        return !path.isRoot() && nodes.get(path.parent().toString()) instanceof Node.Folder;
    }

    private Home put(FilePath path, Node node) {
        var next = new TreeMap<>(nodes);
        next.put(path.toString(), node);
        return new Home(next);
    }

    private Home cut(FilePath path) {
        var next = new TreeMap<>(nodes);
        next.remove(path.toString());
        range(next, path).clear();
        return new Home(next);
    }

    private Home grafted(Map<String, Node> branch, FilePath from, FilePath target) {
        var next = new TreeMap<>(nodes);
        var cut = from.toString().length();
        branch.forEach((path, node) -> next.put(target + path.substring(cut), node));
        return new Home(next);
    }

    private NavigableMap<String, Node> taken(FilePath path, boolean deep) {
        var taken = deep ? new TreeMap<>(below(path)) : new TreeMap<String, Node>();
        at(path).ifPresent(node -> taken.put(path.toString(), node));
        return taken;
    }

    private Home touched(FilePath folder, Instant now) {
        return nodes.get(folder.toString()) instanceof Node.Folder it ? put(folder, it.changed(now)) : this;
    }

    private SortedMap<String, Node> below(FilePath folder) {
        return range(nodes, folder);
    }

    /** All that stands below a path: '0' is the character behind '/'. */
    private static SortedMap<String, Node> range(NavigableMap<String, Node> nodes, FilePath folder) {
        return folder.isRoot() ? nodes.tailMap("", false) : nodes.subMap(folder + "/", folder + "0");
    }

    private static FileOutcome<Home> to(Home home, boolean replaced) {
        return new FileOutcome.Done<>(home, replaced);
    }

    private static FileOutcome<Home> not(Reason reason, FilePath path, String what) {
        return new FileOutcome.Undone<>(reason, "'" + path + "' " + what);
    }

    private static FileOutcome<Home> full(FilePath path) {
        return not(Reason.FULL, path, "is one too many: a home holds " + MOST_NODES + " files and folders");
    }
}
