package org.meshbed.nodes.resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.port.Blobs.Blob;
import org.meshbed.nodes.resource.FileOutcome.Reason;
import org.meshbed.nodes.resource.FileOutcome.Undone;

/**
 * What a request is about that is passed on to the server of somebody else: that server said what stands there. Nobody
 * here knows an entity tag or a digest of it.
 *
 * @param it what the request is about
 * @param children of a folder, where they were asked for
 */
public record Elsewhere(Seen it, List<Seen> children) implements Standing {
    public Elsewhere {
        children = List.copyOf(children);
    }

    @Override
    public FileOutcome<Item> look(String user, FilePath path) {
        return FileOutcome.done(item(path, it));
    }

    @Override
    public FileOutcome<List<Item>> list(String user, FilePath path) {
        if (!it.folder()) return new Undone<>(Reason.NOT_A_FOLDER, path + " is a file");
        return FileOutcome.done(children.stream()
                .map(child -> item(path.below(List.of(child.name())), child))
                .toList());
    }

    @Override
    public Optional<String> told(String what, String user, Item item) {
        return what.equals("size") ? Optional.of(Long.toString(item.length())) : Optional.empty();
    }

    @Override
    public String etag(Item item) {
        return "";
    }

    private static Item item(FilePath path, Seen seen) {
        var modified = seen.modified().orElse(Instant.EPOCH);
        return new Item(
                path.toString(),
                seen.folder()
                        ? new Node.Folder(0, modified, modified, "")
                        : new Node.File(new Blob("", seen.length(), ""), 0, modified, modified, ""));
    }
}
