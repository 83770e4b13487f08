package org.meshbed.scenarios.run;

import io.cucumber.core.plugin.JUnitFormatter;
import io.cucumber.plugin.ConcurrentEventListener;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.meshbed.scenarios.input.BadInput;

/** The report folder: Cucumber's page for people, its messages and a JUnit file for machines. */
final class Reports implements AutoCloseable {
    static final String PAGE = "index.html";

    private final List<OutputStream> open = new ArrayList<>();
    private final Scribe scribe;

    Reports(Path folder) {
        try {
            Files.createDirectories(folder);
            scribe = new Scribe(List.of(
                    new Page(file(folder.resolve(PAGE)), file(folder.resolve("messages.ndjson"))),
                    new JUnitFormatter(file(folder.resolve("junit.xml")))));
        } catch (IOException e) {
            throw new BadInput("the report cannot be written to " + folder + ": " + e.getMessage());
        }
    }

    ConcurrentEventListener listener() {
        return scribe;
    }

    private OutputStream file(Path file) throws IOException {
        var stream = new BufferedOutputStream(Files.newOutputStream(file));
        open.add(stream);
        return stream;
    }

    @Override
    public void close() {
        try {
            scribe.close();
        } finally {
            closeStreams();
        }
    }

    private void closeStreams() {
        for (var stream : open) {
            try {
                stream.close();
            } catch (IOException e) {
                throw new BadInput("the report could not be written to its end: " + e.getMessage());
            }
        }
    }
}
