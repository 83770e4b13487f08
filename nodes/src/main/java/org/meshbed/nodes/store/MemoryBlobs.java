package org.meshbed.nodes.store;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.port.Blobs;
import org.meshbed.nodes.protocol.Content;

/** Contents up to 1 MiB in memory, larger ones in files of a temporary folder. */
final class MemoryBlobs implements Blobs {
    static final int MOST_IN_MEMORY = 1 << 20;

    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Content> kept = new ConcurrentSkipListMap<>();
    private final AtomicReference<@Nullable Path> folder = new AtomicReference<>();

    @Override
    public Blob keep(Content content) throws IOException {
        var id = Long.toString(ids.incrementAndGet());
        try (var spool = new Spool(id)) {
            var intake = new Intake();
            intake.copy(content, spool);
            kept.put(id, spool.content());
            return intake.blob(id);
        }
    }

    @Override
    public Content open(Blob blob) throws IOException {
        var content = kept.get(blob.id());
        if (content == null) throw new FileNotFoundException("content " + blob.id() + " is no longer kept");
        return content;
    }

    @Override
    public void drop(Blob blob) {
        if (kept.remove(blob.id()) instanceof FileContent(var file, var _)) deleteQuietly(file);
    }

    /** The folder of the large contents, where there is one by now. */
    Optional<Path> folder() {
        return Optional.ofNullable(folder.get());
    }

    void close() {
        kept.clear();
        Optional.ofNullable(folder.getAndSet(null)).ifPresent(MemoryBlobs::deleteTree);
    }

    private static void deleteTree(Path root) {
        try (var files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(MemoryBlobs::deleteQuietly);
        } catch (IOException e) {
            throw new UncheckedIOException("temporary folder " + root + " could not be removed", e);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("temporary file " + file + " could not be removed", e);
        }
    }

    /** Two contents that grow large at once may both make a folder: the one that came second takes its own back. */
    private Path madeFolder() throws IOException {
        var there = folder.get();
        if (there != null) return there;
        var made = Files.createTempDirectory("meshbed-");
        if (folder.compareAndSet(null, made)) return made;
        Files.delete(made);
        return madeFolder();
    }

    /** Collects in memory, and from 1 MiB on in a file; a file that was not taken over is deleted on close. */
    private final class Spool extends OutputStream {
        private final String id;
        private final ByteArrayOutputStream small = new ByteArrayOutputStream();
        private Optional<OutputStream> large = Optional.empty();
        private Optional<Path> file = Optional.empty();
        private long length;
        private boolean taken;

        Spool(String id) {
            this.id = id;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (large.isEmpty() && length + count > MOST_IN_MEMORY) moveToFile();
            length += count;
            large.orElse(small).write(bytes, from, count);
        }

        private void moveToFile() throws IOException {
            var path = madeFolder().resolve(id);
            var out = Files.newOutputStream(path);
            file = Optional.of(path);
            large = Optional.of(out);
            small.writeTo(out);
            small.reset();
        }

        Content content() throws IOException {
            if (large.isPresent()) large.get().close();
            taken = true;
            return file.<Content>map(path -> new FileContent(path, length))
                    .orElseGet(() -> Content.of(small.toByteArray()));
        }

        @Override
        public void close() throws IOException {
            if (large.isPresent()) large.get().close();
            if (!taken) file.ifPresent(MemoryBlobs::deleteQuietly);
        }
    }
}
