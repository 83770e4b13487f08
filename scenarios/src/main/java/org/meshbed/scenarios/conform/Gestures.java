package org.meshbed.scenarios.conform;

import java.util.List;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.Told;

/**
 * What conformance asks a party of the server under test to do, in whatever way: by HTTP, or by the person at the
 * keyboard. A gesture that the product lacks is answered <em>unsupported</em>.
 */
public interface Gestures {
    /** A share that the party received. */
    record Received(String id, String name) {}

    /**
     * Somebody asks the party for a share.
     *
     * @param id under which {@link #approve} and {@link #refuse} know it
     * @param requester address of who asks
     */
    record Wish(String id, String requester) {}

    /** Puts a file among the party's own. */
    Told<Nothing> write(String path, String text);

    Told<Nothing> makeFolder(String path);

    /**
     * Shares a file or folder of the party's own; answers the id under which {@link #unshare} knows it.
     *
     * @param permissions of {@code read}, {@code write} and {@code share}
     */
    Told<String> share(String path, String shareWith, List<String> permissions);

    /** What may be done with something that is shared already. */
    default Told<Nothing> changePermissions(String id, List<String> permissions) {
        return new Told.Unsupported<>("permissions of a share cannot be changed here");
    }

    Told<Nothing> unshare(String id);

    /** The shares that wait for the party to accept or decline them. */
    Told<List<Received>> pending();

    Told<Nothing> accept(String id);

    Told<Nothing> decline(String id);

    /**
     * Reads a file that was received and accepted.
     *
     * @param path of a file inside, where a folder was received; else empty
     */
    Told<Nothing> read(String id, String path);

    /** Looks into a folder that was received and accepted. */
    default Told<Nothing> list(String id) {
        return new Told.Unsupported<>("a received folder cannot be looked into here");
    }

    /** Whether it can be asked for dozens of things more without growing tired. */
    default boolean tireless() {
        return true;
    }

    /** Shares on what was received and accepted, for reading. */
    default Told<Nothing> reshare(String id, String shareWith) {
        return new Told.Unsupported<>("a received share cannot be shared on here");
    }

    /** Asks the owner of something at another server to share it. */
    default Told<Nothing> requestShare(String owner, String resource) {
        return new Told.Unsupported<>("a share cannot be asked for here");
    }

    /** What others ask the party to share, and wait for. */
    default Told<List<Wish>> requests() {
        return new Told.Unsupported<>("nobody can ask for a share here");
    }

    default Told<Nothing> approve(String request) {
        return new Told.Unsupported<>("nobody can ask for a share here");
    }

    default Told<Nothing> refuse(String request) {
        return new Told.Unsupported<>("nobody can ask for a share here");
    }

    /** Makes an invite; answers its invite string, or {@code token@host}. */
    Told<String> invite();

    Told<Nothing> acceptInvite(String invite);
}
