package org.meshbed.nodes.share;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.resource.RemoteFiles;
import org.meshbed.nodes.share.MountBroken.Kind;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessMounts;

/**
 * Received shares in the manner of products that mount them among the files of whoever accepted them: each deed of a
 * person is a use of the mount, with looks of its own before and after ({@link Mount}).
 */
public final class Mounts implements ReceivedFiles {
    private static final int UPDATE = 2;
    private static final int CREATE = 4;
    private static final int DELETE = 8;
    private static final Pattern NUMBERED = Pattern.compile(" \\([0-9]+\\)(\\.[^.]*|)$");
    private static final String TOUCH = """
            <?xml version="1.0"?>
            <d:propertyupdate xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">
             <d:set>
              <d:prop>
               <d:lastmodified>%d</d:lastmodified>
              </d:prop>
             </d:set>
            </d:propertyupdate>
            """;

    private final AccessMounts own;
    private final ReceivedShares shares;
    private final RemoteShares remote;
    private final BiPredicate<String, String> ownFiles;
    private final Time time;
    private final Table<StoredMount> kept;

    private Mounts(
            AccessMounts own,
            ReceivedShares shares,
            RemoteShares remote,
            BiPredicate<String, String> ownFiles,
            Ports ports) {
        this.own = own;
        this.shares = shares;
        this.remote = remote;
        this.ownFiles = ownFiles;
        this.time = ports.time();
        this.kept = new Table<>(ports.store(), "mounts", StoredMount.class);
    }

    /** Empty where received shares are not mounted; {@code ownFiles}: whether a user has a file or folder of that name. */
    public static Optional<Mounts> of(
            Manner manner,
            ReceivedShares shares,
            RemoteShares remote,
            BiPredicate<String, String> ownFiles,
            Ports ports) {
        return manner.bent(AccessMounts.class).map(own -> new Mounts(own, shares, remote, ownFiles, ports));
    }

    /** What is done with a mount. */
    private interface Use<T> {
        T with(Mount mount) throws MountBroken;
    }

    private <T> Told<T> use(String user, String id, Use<T> use, String words) {
        return switch (remote.opened(user, id)) {
            case Told.Done<StoredReceived>(var share, var _) -> use(user, share, use, words);
            case Told<StoredReceived> refused -> Told.refused(refused.words());
        };
    }

    private <T> Told<T> use(String user, StoredReceived share, Use<T> use, String words) {
        var mount = mount(user, share);
        try {
            return Told.done(use.with(mount), words);
        } catch (MountBroken broken) {
            if (broken.kind() == Kind.UNAVAILABLE && !mount.resting()) mount.rest();
            return broken.told(share.server());
        } finally {
            keep(share, mount);
        }
    }

    private Mount mount(String user, StoredReceived share) {
        var around = new Mount.Around() {
            @Override
            public Told<RemoteFiles> open() {
                return remote.mounted(share, own.otherwise());
            }

            @Override
            public boolean stillThere() {
                return remote.isThere(share, own.gone());
            }

            @Override
            public void end() {
                shares.leave(user, share.key());
            }
        };
        return new Mount(own, kept.get(key(share)).orElse(StoredMount.UNKNOWN), around, time);
    }

    private void keep(StoredReceived share, Mount mount) {
        kept.put(key(share), mount.known());
    }

    /** Another secret opens another tree. */
    private static String key(StoredReceived share) {
        return share.key() + " " + share.secret();
    }

    @Override
    public Told<Content> read(String user, String share, String path) {
        return use(
                user,
                share,
                mount -> {
                    mount.thing(path);
                    mount.stat(path);
                    return mount.read(path);
                },
                "the file is read");
    }

    /** What is listed is told with how much room there is, each folder by itself. */
    @Override
    public Told<List<Entry>> list(String user, String share, String path) {
        return use(
                user,
                share,
                mount -> {
                    if (!mount.thing(path).folder())
                        throw new MountBroken(Kind.MISSING, "has a file there, not a folder");
                    mount.space("");
                    mount.thing(path);
                    var entries = new ArrayList<Entry>();
                    for (var name : mount.children(path)) {
                        var folder = mount.known()
                                .find(Mount.inside(path, name))
                                .filter(StoredMount.Seen::folder)
                                .isPresent();
                        if (folder) mount.space("");
                        entries.add(new Entry(name, folder, 0));
                    }
                    return List.copyOf(entries);
                },
                "the folder is listed");
    }

    @Override
    public Told<Nothing> look(String user, String share, String path) {
        return use(
                user,
                share,
                mount -> {
                    if (mount.thing(path).folder()) mount.space("");
                    return Nothing.NOTHING;
                },
                "it is there");
    }

    @Override
    public Told<Nothing> write(String user, String share, String path, Content content) {
        return use(
                user,
                share,
                mount -> {
                    if (mount.entry(path).isPresent()) overwrite(mount, path);
                    else create(mount, path);
                    mount.must(files ->
                            own.types().isPresent() ? files.writeTyped(path, content) : files.write(path, content));
                    mount.refresh(path);
                    if (own.fetches().contains("after-write")) mount.fetch(path);
                    return Nothing.NOTHING;
                },
                "the file is written");
    }

    private void overwrite(Mount mount, String path) throws MountBroken {
        mount.stat(path);
        mount.space(path);
        demand(mount.known().find(path).filter(seen -> seen.may(UPDATE)).isPresent());
        if (own.fetches().contains("before-write")) mount.fetch(path);
    }

    private static void create(Mount mount, String path) throws MountBroken {
        var folder = mount.thing(Mount.folderOf(path));
        mount.space(path);
        demand(folder.may(CREATE));
    }

    private static void demand(boolean allowed) throws MountBroken {
        if (!allowed) throw new MountBroken(Kind.FORBIDDEN, "does not allow it");
    }

    @Override
    public Told<Nothing> makeFolder(String user, String share, String path) {
        return use(
                user,
                share,
                mount -> {
                    if (mount.entry(path).isPresent())
                        throw new MountBroken(Kind.MISSING, "has something there already");
                    demand(mount.thing(Mount.folderOf(path)).may(CREATE));
                    mount.space("");
                    mount.must(files -> files.makeFolder(path));
                    mount.refresh(path);
                    mount.scan(path);
                    return Nothing.NOTHING;
                },
                "the folder is there");
    }

    @Override
    public Told<Nothing> move(String user, String share, String from, String to) {
        return use(
                user,
                share,
                mount -> {
                    mount.thing(from);
                    mount.stat(from);
                    mount.entry(to);
                    mount.must(files -> files.move(from, to));
                    mount.moved(from, to);
                    return Nothing.NOTHING;
                },
                from + " is now " + to);
    }

    @Override
    public Told<Nothing> copy(String user, String share, String from, String to) {
        return use(
                user,
                share,
                mount -> {
                    var there = mount.entry(to).isPresent();
                    mount.thing(Mount.folderOf(to));
                    mount.thing(from);
                    mount.space(there ? to : Mount.folderOf(to));
                    mount.must(files -> files.copy(from, to));
                    mount.refresh(to);
                    return Nothing.NOTHING;
                },
                from + " is " + to + " as well");
    }

    /** The share itself is not deleted, but left. */
    @Override
    public Told<Nothing> delete(String user, String share, String path) {
        if (path.isEmpty()) {
            lookAt(user, share);
            return shares.leave(user, share);
        }
        return use(
                user,
                share,
                mount -> {
                    demand(mount.thing(path).may(DELETE));
                    mount.stat(path);
                    if (own.fetches().contains("before-delete")) fetchAll(mount, path);
                    mount.must(files -> files.delete(path));
                    mount.forget(path);
                    return Nothing.NOTHING;
                },
                path + " is deleted");
    }

    private static void fetchAll(Mount mount, String path) throws MountBroken {
        if (mount.stat(path).filter(RemoteFiles.Look::folder).isEmpty()) mount.fetch(path);
        else for (var name : mount.names(path)) fetchAll(mount, Mount.inside(path, name));
    }

    /** A file, taken away from there. */
    public Told<Content> takeOut(String user, String share, String path) {
        return use(
                user,
                share,
                mount -> {
                    demand(mount.thing(path).may(DELETE));
                    mount.stat(path);
                    var content = held(mount.read(path));
                    mount.must(files -> files.delete(path));
                    mount.forget(path);
                    return content;
                },
                path + " is taken out");
    }

    /** Read to its end, since what it comes from is deleted next. */
    private static Content held(Content content) throws MountBroken {
        try (var in = content.open()) {
            return Content.of(in.readAllBytes());
        } catch (java.io.IOException e) {
            throw new MountBroken(Kind.UNAVAILABLE, "broke off: " + e.getMessage());
        }
    }

    @Override
    public Told<Nothing> touch(String user, String share, String path, Instant changed) {
        return use(
                user,
                share,
                mount -> {
                    mount.thing(path);
                    mount.stat(path);
                    mount.must(files -> files.set(path, TOUCH.formatted(changed.getEpochSecond())));
                    mount.must(files -> files.state(path, own.touched()));
                    mount.refresh(path);
                    return Nothing.NOTHING;
                },
                path + " has another time");
    }

    /** The mount has another name from now on. */
    public Told<Nothing> rename(String user, String share, String name) {
        lookAt(user, share);
        return shares.rename(user, share, name);
    }

    /** Looked at when it is listed, or something is done with it as a whole. */
    public void lookAt(String user, String share) {
        use(user, share, mount -> mount.entry(""), "it is there");
    }

    /**
     * It stands accepted whatever comes of the look at it; but its sender is told only where that was answered. Its name
     * is one that nothing else has there, the mount itself included where it was accepted before.
     */
    public Told<Nothing> accept(String user, String id) {
        var names = accepted(user).stream().map(StoredReceived::name).toList();
        return shares.accept(user, id, share -> {
            shares.rename(user, id, free(share.name(), name -> names.contains(name) || ownFiles.test(user, name)));
            return objection(user, share);
        });
    }

    /** The name without a number, or with the first that is free: {@code a.txt}, {@code a (2).txt}. */
    private static String free(String name, Predicate<String> taken) {
        var plain = NUMBERED.matcher(name).replaceFirst("$1");
        var dot = plain.lastIndexOf('.') > 0 ? plain.lastIndexOf('.') : plain.length();
        var free = plain;
        for (var number = 2; taken.test(free); number++)
            free = plain.substring(0, dot) + " (" + number + ")" + plain.substring(dot);
        return free;
    }

    private Optional<String> objection(String user, StoredReceived share) {
        var told = use(
                user,
                share,
                mount -> {
                    mount.scanOne("");
                    return Nothing.NOTHING;
                },
                "it is mounted");
        return told.happened() ? Optional.empty() : Optional.of(told.words());
    }

    /** Each that was accepted, when what came in is listed. */
    public void lookAtAll(String user) {
        accepted(user).forEach(share -> use(user, share, mount -> mount.entry(""), "it is there"));
    }

    /** How much room there is in each mounted folder, when the person's own files are listed. */
    public void space(String user) {
        var mounts = new LinkedHashMap<StoredReceived, Mount>();
        for (var share : accepted(user)) {
            var mount = mount(user, share);
            try {
                if (mount.known().find("").isEmpty() && !mount.resting()) mount.scanOne("");
            } catch (MountBroken broken) {
                if (broken.kind() == Kind.UNAVAILABLE) mount.rest();
            }
            mounts.put(share, mount);
        }
        mounts.forEach(Mounts::space);
        mounts.forEach(this::keep);
    }

    private static void space(StoredReceived share, Mount mount) {
        if (mount.known().find("").filter(StoredMount.Seen::folder).isEmpty()) return;
        try {
            mount.space("");
        } catch (MountBroken broken) {
            return; // it is listed all the same
        }
    }

    private List<StoredReceived> accepted(String user) {
        return shares.of(user).stream()
                .filter(s -> s.state() == ReceivedShare.State.ACCEPTED)
                .flatMap(s -> shares.find(user, s.id()).stream())
                .toList();
    }

    /** Before and after it is shared on. */
    <T> Told<T> around(String user, StoredReceived share, Supplier<Told<T>> sharing) {
        var made = new ArrayList<Told<T>>();
        var told = use(
                user,
                share,
                mount -> {
                    mount.stat("");
                    mount.entry("");
                    made.add(sharing.get());
                    return mount.entry("");
                },
                "it is there");
        return made.isEmpty() ? Told.refused(told.words()) : made.getFirst();
    }

    /** Each mount that is among what was shared, when that is listed. */
    public void lookAtShared(String user, List<SentShare> shared) {
        shared.stream().map(SentShare::path).distinct().forEach(name -> concerned(user, name));
    }

    /** What somebody does with shares of what is mounted: whether it may be shared is looked at, and what it is. */
    void concerned(String user, String name) {
        named(user, name)
                .ifPresent(share -> use(
                        user,
                        share,
                        mount -> {
                            mount.stat("");
                            return mount.entry("");
                        },
                        "it is there"));
    }

    /** Whether what is mounted may be shared is looked at, before a share of it ends. */
    public void permitted(String user, String sentShare, List<SentShare> shared) {
        shared.stream()
                .filter(sent -> sent.id().equals(sentShare))
                .flatMap(sent -> named(user, sent.path()).stream())
                .forEach(share -> use(user, share, mount -> mount.stat(""), "it is there"));
    }

    private Optional<StoredReceived> named(String user, String name) {
        return accepted(user).stream().filter(s -> s.name().equals(name)).findFirst();
    }
}
