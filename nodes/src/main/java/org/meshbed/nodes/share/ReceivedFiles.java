package org.meshbed.nodes.share;

import java.time.Instant;
import java.util.List;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;

/**
 * What lies behind received shares, as their recipients use it: a share is named by the id under which it is listed, a
 * path is inside of it, the empty one what was shared itself.
 */
public interface ReceivedFiles {
    Told<Content> read(String user, String share, String path);

    Told<List<Entry>> list(String user, String share, String path);

    /** Looks whether something is there. */
    Told<Nothing> look(String user, String share, String path);

    Told<Nothing> write(String user, String share, String path, Content content);

    Told<Nothing> makeFolder(String user, String share, String path);

    Told<Nothing> move(String user, String share, String from, String to);

    Told<Nothing> delete(String user, String share, String path);

    Told<Nothing> copy(String user, String share, String from, String to);

    /** Sets when a file was changed. */
    default Told<Nothing> touch(String user, String share, String path, Instant changed) {
        return new Told.Unsupported<>("no file has another time than that of its last change here");
    }
}
