package org.meshbed.nodes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.protocol.Content;

class DiskStoreTest extends StoreContract {
    @TempDir
    Path folder;

    private DiskStore store;

    @BeforeEach
    void open() {
        store = new DiskStore(folder.resolve("node"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    Store store() {
        return store;
    }

    @Test
    void whenOpenedAgain_thenTablesAndContentsAreThere() throws Exception {
        store.put("shares", "1", bytes("one"));
        store.put("shares", "2", bytes("two"));
        store.remove("shares", "1");
        var blob = store.blobs().keep(Content.of(bytes("content")));
        store.close();
        store = new DiskStore(folder.resolve("node"));
        assertThat(store.rows("shares")).extracting(Store.Row::key).containsExactly("2");
        assertThat(read(store.blobs().open(blob))).isEqualTo(bytes("content"));
        assertThat(store.blobs().keep(Content.of(bytes("next"))).id()).isNotEqualTo(blob.id());
    }

    @Test
    void whenKilled_thenAllThatWasAcknowledgedIsThere() throws Exception {
        var data = folder.resolve("killed");
        var writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DiskWriter.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var acknowledged = -1;
        try (var lines = writer.inputReader()) {
            while (acknowledged < 300) acknowledged = Integer.parseInt(lines.readLine());
            writer.destroyForcibly().waitFor();
            for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine())
                acknowledged = Math.max(acknowledged, Integer.parseInt(line));
        } catch (IOException e) {
            assertThat(acknowledged).isGreaterThanOrEqualTo(300); // the pipe broke with the process
        }
        try (var after = new DiskStore(data)) {
            for (var i = 0; i <= acknowledged; i++)
                assertThat(after.get("t", Integer.toString(i))).contains(bytes("value " + i));
        }
    }

    @Test
    void whenAContentWasLeftUnfinished_thenItIsTakenAway() throws Exception {
        store.close();
        var contents = folder.resolve("node").resolve("contents");
        Files.write(contents.resolve("9.part"), bytes("half"));
        store = new DiskStore(folder.resolve("node"));
        assertThat(contents).isEmptyDirectory();
    }

    @Test
    void whenTheFileIsForeignOrDamaged_thenOneErrorNamesIt() throws Exception {
        for (var content : List.of("short", "x".repeat(20_000))) {
            var foreign = Files.createDirectories(folder.resolve("foreign" + content.length()));
            var file = Files.write(foreign.resolve("meshbed.mv"), bytes(content));
            assertThatThrownBy(() -> new DiskStore(foreign))
                    .isInstanceOf(BrokenStore.class)
                    .hasMessage(
                            "data file " + file
                                    + " is damaged or was not written by Meshbed: restore it, or remove it to begin with nothing");
            assertThat(Files.readString(file)).isEqualTo(content);
        }
    }

    @Test
    void whenOpenAlready_thenTheErrorSaysSo() {
        assertThatThrownBy(() -> new DiskStore(folder.resolve("node")))
                .isInstanceOf(BrokenStore.class)
                .hasMessageContaining("meshbed.mv is open in another process");
    }

    @Test
    void whenClosed_thenTheErrorSaysSo() {
        store.close();
        assertThatThrownBy(() -> store.put("t", "k", bytes("v")))
                .isInstanceOf(BrokenStore.class)
                .hasMessageEndingWith("is closed");
    }

    @Test
    void whenTheSameRowIsWrittenOften_thenTheFileStaysSmall() throws Exception {
        for (var i = 0; i < 1_000; i++) store.put("t", "k", bytes("value " + i));
        assertThat(Files.size(folder.resolve("node").resolve("meshbed.mv"))).isLessThan(4_000_000);
    }

    @Test
    void whenTheFolderCannotBeMade_thenTheErrorNamesIt() throws Exception {
        var file = Files.write(folder.resolve("file"), bytes("x"));
        assertThatThrownBy(() -> new DiskStore(file)).hasMessage("data folder " + file + " cannot be used");
    }

    @Test
    void whenAContentIdIsNotOurs_thenItIsRefused() {
        var foreign = new org.meshbed.nodes.port.Blobs.Blob("../meshbed.mv", 1, "");
        assertThatThrownBy(() -> store.blobs().open(foreign)).hasMessageContaining("'../meshbed.mv'");
    }
}
