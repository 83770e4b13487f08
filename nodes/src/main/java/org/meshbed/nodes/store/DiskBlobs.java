package org.meshbed.nodes.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.meshbed.nodes.port.Blobs;
import org.meshbed.nodes.protocol.Content;

/**
 * Contents as files of one folder, named by rising numbers. A content is written under a temporary name, forced to the
 * disk and renamed, so that a file with a number is whole whenever the process was killed.
 */
final class DiskBlobs implements Blobs {
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final AtomicLong last;

    /** Opens the folder, and takes away what a killed process left unfinished. */
    DiskBlobs(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        var highest = 0L;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                if (name.endsWith(UNFINISHED)) Files.delete(file);
                else if (name.matches("[0-9]{1,18}")) highest = Math.max(highest, Long.parseLong(name));
            }
        }
        this.last = new AtomicLong(highest);
    }

    @Override
    public Blob keep(Content content) throws IOException {
        var id = Long.toString(last.incrementAndGet());
        var unfinished = folder.resolve(id + UNFINISHED);
        try {
            var blob = written(content, id, unfinished);
            Files.move(unfinished, folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
            return blob;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public Content open(Blob blob) throws IOException {
        var file = fileOf(blob);
        return new FileContent(file, Files.size(file));
    }

    @Override
    public void drop(Blob blob) {
        try {
            Files.deleteIfExists(fileOf(blob));
        } catch (IOException e) {
            throw new UncheckedIOException("content " + fileOf(blob) + " could not be removed", e);
        }
    }

    private static Blob written(Content content, String id, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var intake = new Intake();
            intake.copy(content, Channels.newOutputStream(channel));
            channel.force(true);
            return intake.blob(id);
        }
    }

    /** The rename itself must outlive a crash: on Linux the folder is forced like a file. */
    private void forceFolder() throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path fileOf(Blob blob) {
        if (!blob.id().matches("[0-9]{1,18}"))
            throw new IllegalArgumentException("content id '" + blob.id() + "' is not a number of this store");
        return folder.resolve(blob.id());
    }
}
