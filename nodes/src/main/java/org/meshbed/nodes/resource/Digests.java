package org.meshbed.nodes.resource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Adler32;
import org.meshbed.nodes.resource.FileOutcome.Done;
import org.meshbed.nodes.resource.Homes.Reading;

/** Digests of the content of files, in the words of vendors that tell them. The file is read for each. */
final class Digests {
    private Digests() {}

    /** Empty for a folder, and for a file that cannot be read. */
    static Optional<String> of(String kind, Homes homes, String user, Item item) {
        if (item.isFolder()
                || !(homes.read(user, FilePath.parse(item.path(), Integer.MAX_VALUE))
                        instanceof Done<Reading>(var reading, var _))) return Optional.empty();
        try (var in = reading.content().open()) {
            return Optional.of(kind.equals("adler32") ? adler(in) : digest(kind, in));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Of a text, in hexadecimal digits. */
    static String md5(String text) {
        try {
            return digest("md5", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }

    private static String adler(InputStream in) throws IOException {
        var sum = new Adler32();
        var buffer = new byte[1 << 16];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) sum.update(buffer, 0, read);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static String digest(String kind, InputStream in) throws IOException {
        try {
            var digest = MessageDigest.getInstance(kind.equals("md5") ? "MD5" : "SHA-1");
            var buffer = new byte[1 << 16];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) digest.update(buffer, 0, read);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + kind, e);
        }
    }
}
