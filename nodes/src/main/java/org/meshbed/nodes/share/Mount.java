package org.meshbed.nodes.share;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.resource.RemoteFiles;
import org.meshbed.nodes.resource.RemoteFiles.Look;
import org.meshbed.nodes.resource.RemoteOutcome;
import org.meshbed.nodes.share.StoredMount.Seen;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessMounts;

/**
 * A mounted share during one deed of a person: its server is found once, when it is first asked, and what was looked at
 * is not looked at again, but for the root before what was kept of the tree is used.
 */
final class Mount {
    private static final int ALL = 31;
    private static final int ALL_OF_A_FILE = 27;

    private final AccessMounts own;
    private final Around around;
    private final Time time;
    private final Map<String, Optional<Look>> looks = new LinkedHashMap<>();
    private Optional<Told<RemoteFiles>> files = Optional.empty();
    private StoredMount known;
    private boolean checked;

    /** What a mount needs of the server that it is mounted at. */
    interface Around {
        /** Finds what was shared, and with what it is opened. */
        Told<RemoteFiles> open();

        /** Whether the server that shared it is there at all. */
        boolean stillThere();

        /** The share is over. */
        void end();
    }

    Mount(AccessMounts own, StoredMount known, Around around, Time time) {
        this.own = own;
        this.known = known;
        this.around = around;
        this.time = time;
    }

    /** What is to be kept of it. */
    StoredMount known() {
        return known;
    }

    boolean resting() {
        return known.restsAt(time.now());
    }

    void rest() {
        known = known.restingUntil(time.now().plus(own.rests()));
    }

    /** What is known of a thing, brought up to date; empty where there is no such thing. */
    Optional<Seen> entry(String path) throws MountBroken {
        var seen = known.find(path);
        if (seen.isEmpty() || !seen.get().through()) {
            awake();
            if (!path.isEmpty() && look(path).isEmpty()) return Optional.empty();
            scan(path);
        } else if (!checked && !resting() && rootChanged()) update(path);
        return known.find(path);
    }

    /** The same for what must be there. */
    Seen thing(String path) throws MountBroken {
        return entry(path).orElseThrow(Mount::missing);
    }

    static MountBroken missing() {
        return new MountBroken(MountBroken.Kind.MISSING, "does not have it, or not any more");
    }

    /** Looks at a thing, if that has not been done. */
    Optional<Look> stat(String path) throws MountBroken {
        awake();
        return look(path);
    }

    private void awake() throws MountBroken {
        if (resting()) throw new MountBroken(MountBroken.Kind.UNAVAILABLE, "is left alone for a while");
    }

    private Optional<Look> look(String path) throws MountBroken {
        var before = looks.get(path);
        if (before != null) return before;
        switch (ask(files -> files.state(path, own.looks()))) {
            case RemoteOutcome.Done<Look>(var look) -> looks.put(path, Optional.of(look));
            case RemoteOutcome.NotFound<Look> _ -> looks.put(path, Optional.empty());
            case RemoteOutcome.Failed<Look> _ -> {
                return Optional.empty(); // as if it were not there, this time
            }
            case RemoteOutcome<Look> odd -> throw MountBroken.by(odd);
        }
        return looks.getOrDefault(path, Optional.empty());
    }

    /** Once: whether the root is another than it was. Where that cannot be told, what is known is good enough. */
    private boolean rootChanged() throws MountBroken {
        checked = true;
        looks.remove("");
        try {
            var root = look("");
            if (root.isPresent()) return differs(root.get());
        } catch (MountBroken broken) {
            if (broken.kind() == MountBroken.Kind.FORBIDDEN) throw broken;
        }
        lookAgain();
        rest();
        return false;
    }

    private boolean differs(Look root) {
        var before =
                known.find("").orElseThrow(() -> new IllegalStateException("only a root that was seen may differ"));
        return !root.tag().isEmpty() && !root.tag().equals(before.tag()) || permissions(root) != before.permissions();
    }

    /** Whether the share is over, or its server only cannot serve it now. */
    private void lookAgain() throws MountBroken {
        try {
            if (look("").isPresent() || !looks.containsKey("") || !around.stillThere()) return;
        } catch (MountBroken broken) {
            if (broken.kind() == MountBroken.Kind.UNAVAILABLE) return;
            around.end();
            throw broken;
        }
        around.end();
        throw missing();
    }

    private void update(String path) throws MountBroken {
        if (look(path).filter(Look::folder).isPresent()) scan(path);
        else if (look(path).isPresent()) scanOne(path);
        else known = known.without(path);
    }

    /** Looks through a folder: at itself, at the names in it, at each of these. */
    void scan(String path) throws MountBroken {
        scanOne(path);
        var seen = known.find(path);
        if (seen.isEmpty() || !seen.get().folder()) return;
        var names = names(path);
        for (var name : names) scanOne(inside(path, name));
        for (var child : children(path)) if (!names.contains(child)) known = known.without(inside(path, child));
        known = known.with(path, new Seen(true, seen.get().tag(), seen.get().permissions(), true));
    }

    /** The names in a folder, asked for. */
    List<String> names(String path) throws MountBroken {
        return switch (ask(files -> files.names(path, own.lists()))) {
            case RemoteOutcome.Done<List<String>>(var names) -> names;
            case RemoteOutcome.NotFound<List<String>> _ -> List.of();
            case RemoteOutcome<List<String>> odd -> throw MountBroken.by(odd);
        };
    }

    /** A thing that is missing where something was said to be counts as a file of which nothing is known. */
    void scanOne(String path) throws MountBroken {
        var look = look(path);
        var before = known.find(path);
        var tag = look.map(Look::tag).orElse("");
        var folder = look.filter(Look::folder).isPresent();
        var through = !folder
                || before.filter(b -> b.through() && b.tag().equals(tag)).isPresent();
        known = known.with(
                path, new Seen(folder, tag, look.map(Mount::permissions).orElse(ALL_OF_A_FILE), through));
    }

    private static int permissions(Look look) {
        return look.bits().orElse(look.folder() ? ALL : ALL_OF_A_FILE);
    }

    /** Looks at what was just changed there, and keeps what it is now. */
    void refresh(String path) throws MountBroken {
        looks.remove(path);
        scanOne(path);
    }

    /** Looks whether something is gone, and forgets it. */
    void forget(String path) throws MountBroken {
        looks.remove(path);
        look(path);
        known = known.without(path);
    }

    void moved(String from, String to) throws MountBroken {
        looks.put(from, Optional.empty());
        known = known.moved(from, to);
        refresh(to);
    }

    /** The names in a folder, as they are known. */
    List<String> children(String path) {
        var before = path.isEmpty() ? "" : path + "/";
        return known.seen().keySet().stream()
                .filter(other -> !other.isEmpty() && other.startsWith(before))
                .map(other -> other.substring(before.length()))
                .filter(name -> !name.isEmpty() && !name.contains("/"))
                .sorted()
                .toList();
    }

    /** How much room there is: whatever is answered, it goes on. */
    void space(String path) throws MountBroken {
        if (!resting()) ask(files -> files.state(path, own.space()));
    }

    /** A request that has to succeed. */
    <T> T must(Function<RemoteFiles, RemoteOutcome<T>> request) throws MountBroken {
        var outcome = ask(request);
        return outcome.value().orElseThrow(() -> MountBroken.by(outcome));
    }

    /** Reads what nobody wants to see. */
    void fetch(String path) throws MountBroken {
        try (var in = must(files -> files.read(path)).open()) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            return; // it was for a copy of its own, which it then lacks
        }
    }

    Content read(String path) throws MountBroken {
        return must(files -> files.read(path));
    }

    private <T> RemoteOutcome<T> ask(Function<RemoteFiles, RemoteOutcome<T>> request) throws MountBroken {
        if (files.isEmpty()) files = Optional.of(around.open());
        return switch (files.get()) {
            case Told.Done<RemoteFiles>(var there, var _) -> request.apply(there);
            case Told<RemoteFiles> failed ->
                throw new MountBroken(MountBroken.Kind.MISSING, "is not asked: " + failed.words());
        };
    }

    static String inside(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    static String folderOf(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }
}
