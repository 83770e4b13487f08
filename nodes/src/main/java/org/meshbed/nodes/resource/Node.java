package org.meshbed.nodes.resource;

import java.time.Instant;
import org.meshbed.nodes.port.Blobs.Blob;

/** What stands at a path: a file or a folder. */
public sealed interface Node {
    /** Counts the changes: of a file's content, of a folder's direct children. */
    long version();

    Instant created();

    /** The path where it came to be, if it stands elsewhere now; else empty. */
    String born();

    /** The same, moved away from a path. */
    Node movedFrom(String path);

    Instant modified();

    /** The entity tag with its quotes; it changes with the content, and follows from it and the version alone. */
    String etag();

    /** Another tag of the same, for vendors whose copies have one of their own: it follows from the first moment too. */
    default String tag() {
        return '"' + Digests.md5(etag() + created()) + '"';
    }

    record File(Blob blob, long version, Instant created, Instant modified, String born) implements Node {
        @Override
        public File movedFrom(String path) {
            return born.isEmpty() ? new File(blob, version, created, modified, path) : this;
        }

        @Override
        public String etag() {
            return '"' + blob.sha256().substring(0, 20) + '-' + version + '"';
        }
    }

    record Folder(long version, Instant created, Instant modified, String born) implements Node {
        @Override
        public Folder movedFrom(String path) {
            return born.isEmpty() ? new Folder(version, created, modified, path) : this;
        }

        @Override
        public String etag() {
            return "\"folder-" + version + '-' + created.toEpochMilli() + '"';
        }

        Folder changed(Instant now) {
            return new Folder(version + 1, created, now, born);
        }
    }
}
