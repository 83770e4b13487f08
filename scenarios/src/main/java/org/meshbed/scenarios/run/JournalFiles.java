package org.meshbed.scenarios.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.simulator.journal.Journal;
import org.meshbed.simulator.journal.JsonLines;
import org.meshbed.simulator.journal.RecordedExchange;
import org.meshbed.simulator.journal.export.Har;

/** The files a run writes its journals to. Each scenario has a journal of its own, so that alone it is the same. */
final class JournalFiles implements AutoCloseable {
    private final Optional<JsonLines> lines;
    private final Optional<Path> har;
    private final List<RecordedExchange> exchanges = new ArrayList<>();

    /** Opens them; {@code run} says which run it is in words that are the same on every machine. */
    JournalFiles(Optional<Path> journal, Optional<Path> har, String run) {
        this.lines = journal.map(file -> open(file, run));
        this.har = har;
    }

    void begin(Journal journal) {
        lines.ifPresent(journal::addReader);
    }

    void end(Journal journal) {
        if (har.isPresent()) exchanges.addAll(journal.exchanges());
    }

    @Override
    public void close() {
        try {
            if (lines.isPresent()) lines.get().close();
            if (har.isPresent()) Har.of(exchanges, har.get());
        } catch (IOException e) {
            throw new BadInput("the journal could not be written to its end: " + e.getMessage());
        }
    }

    private static JsonLines open(Path file, String run) {
        try {
            return new JsonLines(new BufferedOutputStream(Files.newOutputStream(file)), run);
        } catch (IOException e) {
            throw new BadInput("--journal '" + file + "' cannot be written: " + e.getMessage());
        }
    }
}
