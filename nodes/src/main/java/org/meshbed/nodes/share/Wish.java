package org.meshbed.nodes.share;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.resource.RemoteFiles;
import org.meshbed.nodes.resource.RemoteOutcome;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessAsks;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessSteps;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.Step;

/**
 * What a person wants done with what a received share holds.
 *
 * @param verb by which a profile knows it
 * @param before the looks that some products take first
 * @param usual the request of it
 * @param kept the same of a server that keeps its shares open
 * @param words what the person is told when it is done
 * @param to where something is moved; else empty
 */
record Wish<T>(
        String verb,
        String path,
        Function<AccessAsks, List<String>> before,
        Function<RemoteFiles, RemoteOutcome<T>> usual,
        BiFunction<Sessions, Sessions.Asked, RemoteOutcome<T>> kept,
        String words,
        String to) {

    private static final String EMPTY = "write-empty";

    /** Its steps; what is empty is written as everything is, where nothing else is said. */
    Optional<List<Step>> steps(AccessSteps all) {
        return Optional.ofNullable(all.verbs().get(verb))
                .or(() -> Optional.ofNullable(verb.equals(EMPTY) ? all.verbs().get("write") : null));
    }

    static Wish<Content> read(String path) {
        return new Wish<>(
                "read",
                path,
                AccessAsks::before,
                files -> files.read(path),
                (sessions, asked) -> sessions.ask(asked, files -> files.read(path)),
                "the file is read",
                "");
    }

    static Wish<List<Entry>> list(String path) {
        return new Wish<>(
                "list",
                path,
                _ -> List.of(),
                files -> files.list(path),
                (sessions, asked) -> sessions.ask(asked, files -> files.list(path, asked.properties())),
                "the folder is listed",
                "");
    }

    static Wish<Nothing> write(String path, Content content) {
        return new Wish<>(
                content.length() == 0 ? EMPTY : "write",
                path,
                AccessAsks::beforeChange,
                files -> files.write(path, content),
                (sessions, asked) -> asked.how().uploads().isPresent()
                        ? sessions.upload(asked, path, content)
                        : sessions.ask(asked, files -> files.write(path, content)),
                "the file is written",
                "");
    }

    static Wish<Nothing> makeFolder(String path) {
        return new Wish<>(
                "make-folder",
                path,
                AccessAsks::beforeChange,
                files -> files.makeFolder(path),
                (sessions, asked) -> sessions.makeFolder(asked, path),
                "the folder is there",
                "");
    }

    static Wish<Nothing> move(String from, String to) {
        return new Wish<>(
                "move",
                from,
                _ -> List.of(),
                files -> files.move(from, to),
                (sessions, asked) -> sessions.ask(asked, files -> files.move(from, to)),
                from + " is now " + to,
                to);
    }

    static Wish<Nothing> copy(String from, String to) {
        return new Wish<>(
                "copy",
                from,
                _ -> List.of(),
                files -> files.copy(from, to),
                (sessions, asked) -> sessions.ask(asked, files -> files.copy(from, to)),
                from + " is copied to " + to,
                to);
    }

    static Wish<Nothing> delete(String path) {
        return new Wish<>(
                "delete",
                path,
                AccessAsks::beforeChange,
                files -> files.delete(path),
                (sessions, asked) -> sessions.ask(asked, files -> files.delete(path)),
                path + " is deleted",
                "");
    }

    static Wish<Nothing> look(String path) {
        return new Wish<>(
                "look",
                path,
                _ -> List.of(),
                files -> files.look(path, Optional.empty()),
                (sessions, asked) -> sessions.look(asked, path),
                "it is there",
                "");
    }

    /** Request by request, as a vendor does it. */
    RemoteOutcome<T> inSteps(List<Step> steps, AccessAsks asks, RemoteFiles files) {
        var done = Optional.<RemoteOutcome<T>>empty();
        for (var step : steps) {
            var transfers = step.asks().equals("transfer");
            if (transfers || step.asks().equals("it")) {
                var outcome = transfers ? transferred(files) : usual.apply(files);
                if (outcome.value().isEmpty()) return outcome;
                done = Optional.of(outcome);
                continue;
            }
            var looked = files.look(place(step.asks()), asks.properties());
            var mayMiss = makes() || step.asks().equals("look-there");
            if (looked.value().isEmpty() && !(mayMiss && looked instanceof RemoteOutcome.NotFound))
                return RemoteOutcome.failed(looked);
            if (verb.equals("list") && looked.value().isPresent() && path.isEmpty() && files.isFile())
                return new RemoteOutcome.NotAFolder<>();
        }
        return done.orElseGet(RemoteOutcome.NotAFolder::new);
    }

    /** What is there is read, and written where it goes. */
    private RemoteOutcome<T> transferred(RemoteFiles files) {
        var content = files.read(path);
        if (content.value().isEmpty()) return RemoteOutcome.failed(content);
        var written = files.write(to, content.value().get());
        return written.value().isEmpty() ? RemoteOutcome.failed(written) : done(written);
    }

    /** Only a wish for nothing in particular, such as a copy, is done so. */
    @SuppressWarnings("unchecked")
    private static <T> RemoteOutcome<T> done(RemoteOutcome<Nothing> written) {
        return (RemoteOutcome<T>) written;
    }

    private String place(String asks) {
        return switch (asks) {
            case "look-there" -> to;
            case "look-root" -> "";
            case "look-around" -> to.contains("/") ? to.substring(0, to.lastIndexOf('/')) : "";
            default -> path;
        };
    }

    /** Whether it is a list of what is a single file. */
    boolean listsFile(StoredReceived share) {
        return verb.equals("list") && path.isEmpty() && share.resourceType() == ResourceType.FILE;
    }

    /** Whether something may come to be where nothing is. */
    boolean makes() {
        return verb.startsWith("write") || verb.equals("make-folder");
    }
}
