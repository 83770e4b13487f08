package org.meshbed.nodes.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.meshbed.nodes.port.Blobs.Blob;
import org.meshbed.nodes.protocol.Content;

/** Passes content on to where it is kept, counting and digesting it on the way. */
final class Intake {
    private static final int PIECE = 64 << 10;

    private final MessageDigest digest = sha256();
    private long length;

    /** Copies to the end; throws when the content is shorter or longer than it said. */
    void copy(Content content, OutputStream out) throws IOException {
        try (var in = content.open()) {
            pump(in, out);
        }
        var said = content.length();
        if (said != Content.UNKNOWN_LENGTH && said != length)
            throw new EOFException("the content ended after " + length + " of " + said + " bytes");
    }

    Blob blob(String id) {
        return new Blob(id, length, HexFormat.of().formatHex(digest.digest()));
    }

    private void pump(InputStream in, OutputStream out) throws IOException {
        var piece = new byte[PIECE];
        for (var n = in.read(piece); n >= 0; n = in.read(piece)) {
            digest.update(piece, 0, n);
            out.write(piece, 0, n);
            length += n;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
