package org.meshbed.nodes.resource;

import java.util.List;
import java.util.function.Function;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.resource.FileOutcome.Reason;
import org.meshbed.nodes.vendor.Limits;

/**
 * The homes of a node's users: files and folders by path, where a path is segments separated by {@code /} and the
 * empty one is the home itself. A user's home is there from the start. What cannot be done is an outcome, never an
 * exception. Safe for many callers at once: every change happens wholly or not at all.
 */
public final class Files {
    private final Homes homes;
    private final Limits limits;

    public Files(Store store, Time time, Witness witness, Limits limits) {
        this.homes = new Homes(store, time, witness);
        this.limits = limits;
    }

    public FileOutcome<Item> look(String user, String path) {
        return at(path, it -> homes.look(user, it));
    }

    /** The direct children of a folder in the order of their names. */
    public FileOutcome<List<Item>> list(String user, String path) {
        return at(path, it -> homes.list(user, it));
    }

    /** A file's content as it is now; later changes do not reach it. */
    public FileOutcome<Content> read(String user, String path) {
        return at(path, it -> homes.read(user, it).map(Homes.Reading::content));
    }

    /** Creates or overwrites a file; the folder it stands in must be there. */
    public FileOutcome<Item> write(String user, String path, Content content) {
        return at(path, it -> homes.write(user, it, content, Condition.NONE));
    }

    public FileOutcome<Item> makeFolder(String user, String path) {
        return at(path, it -> homes.makeFolder(user, it, Condition.NONE));
    }

    /** Deletes a file, or a folder with all that is in it; answers what stood there. */
    public FileOutcome<Item> delete(String user, String path) {
        return at(path, it -> homes.delete(user, it, Condition.NONE));
    }

    /** Moves or renames a file, or a folder with all that is in it; answers what stands at the target then. */
    public FileOutcome<Item> move(String user, String from, String to, boolean overwrite) {
        return both(from, to, overwrite, it -> homes.move(user, it, Condition.NONE));
    }

    /** Copies a file, or a folder with all that is in it; answers what stands at the target then. */
    public FileOutcome<Item> copy(String user, String from, String to, boolean overwrite) {
        return both(from, to, overwrite, it -> homes.copy(user, it, Condition.NONE));
    }

    /** Removes a user's home with all that is in it. */
    public void erase(String user) {
        homes.erase(user);
    }

    Homes homes() {
        return homes;
    }

    Limits limits() {
        return limits;
    }

    private <T> FileOutcome<T> both(
            String from, String to, boolean overwrite, Function<Transfer, FileOutcome<T>> operation) {
        return at(from, it -> at(to, target -> operation.apply(new Transfer(it, target, overwrite, true))));
    }

    private <T> FileOutcome<T> at(String path, Function<FilePath, FileOutcome<T>> operation) {
        try {
            return operation.apply(FilePath.parse(path, limits.nameCharacters()));
        } catch (NotWellFormed e) {
            return new FileOutcome.Undone<>(Reason.BAD_PATH, String.valueOf(e.getMessage()));
        }
    }
}
