package org.meshbed.nodes.share;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.resource.RemoteFiles;
import org.meshbed.nodes.resource.RemoteOutcome;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessAsks;

/**
 * What a person wants done with what a received share holds.
 *
 * @param verb by which a profile knows it
 * @param before the looks that some products take first
 * @param usual the request of it
 * @param kept the same of a server that keeps its shares open
 * @param words what the person is told when it is done
 */
record Wish<T>(
        String verb,
        String path,
        Function<AccessAsks, List<String>> before,
        Function<RemoteFiles, RemoteOutcome<T>> usual,
        BiFunction<Sessions, Sessions.Asked, RemoteOutcome<T>> kept,
        String words) {

    static Wish<Content> read(String path) {
        return new Wish<>(
                "read",
                path,
                AccessAsks::before,
                files -> files.read(path),
                (sessions, asked) -> sessions.ask(asked, files -> files.read(path)),
                "the file is read");
    }

    static Wish<List<Entry>> list(String path) {
        return new Wish<>(
                "list",
                path,
                _ -> List.of(),
                files -> files.list(path),
                (sessions, asked) -> sessions.ask(asked, files -> files.list(path, asked.properties())),
                "the folder is listed");
    }

    static Wish<Nothing> write(String path, Content content) {
        return new Wish<>(
                "write",
                path,
                AccessAsks::beforeChange,
                files -> files.write(path, content),
                (sessions, asked) -> asked.how().uploads().isPresent()
                        ? sessions.upload(asked, path, content)
                        : sessions.ask(asked, files -> files.write(path, content)),
                "the file is written");
    }

    static Wish<Nothing> makeFolder(String path) {
        return new Wish<>(
                "make-folder",
                path,
                AccessAsks::beforeChange,
                files -> files.makeFolder(path),
                (sessions, asked) -> sessions.makeFolder(asked, path),
                "the folder is there");
    }

    static Wish<Nothing> move(String from, String to) {
        return new Wish<>(
                "move",
                from,
                _ -> List.of(),
                files -> files.move(from, to),
                (sessions, asked) -> sessions.ask(asked, files -> files.move(from, to)),
                from + " is now " + to);
    }

    static Wish<Nothing> delete(String path) {
        return new Wish<>(
                "delete",
                path,
                AccessAsks::beforeChange,
                files -> files.delete(path),
                (sessions, asked) -> sessions.ask(asked, files -> files.delete(path)),
                path + " is deleted");
    }

    /** Whether it is a list of what is a single file. */
    boolean listsFile(StoredReceived share) {
        return verb.equals("list") && path.isEmpty() && share.resourceType() == ResourceType.FILE;
    }

    /** Whether something may come to be where nothing is. */
    boolean makes() {
        return verb.equals("write") || verb.equals("make-folder");
    }
}
