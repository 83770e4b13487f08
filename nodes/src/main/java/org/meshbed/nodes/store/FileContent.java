package org.meshbed.nodes.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.meshbed.nodes.protocol.Content;

/** Content in a file of the store. A stream that was opened stays readable when the file is removed. */
record FileContent(Path file, long length) implements Content {
    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
