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

    /** Puts a file among the party's own. */
    Told<Nothing> write(String path, String text);

    Told<Nothing> makeFolder(String path);

    /** Shares a file or folder of the party's own for reading; answers the id under which {@link #unshare} knows it. */
    Told<String> share(String path, String shareWith);

    Told<Nothing> unshare(String id);

    /** The shares that wait for the party to accept or decline them. */
    Told<List<Received>> pending();

    Told<Nothing> accept(String id);

    Told<Nothing> decline(String id);

    /** Reads a file that was received and accepted. */
    Told<Nothing> read(String id);

    /** Makes an invite; answers its invite string, or {@code token@host}. */
    Told<String> invite();

    Told<Nothing> acceptInvite(String invite);
}
