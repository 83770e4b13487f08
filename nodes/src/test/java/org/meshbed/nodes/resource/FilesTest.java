package org.meshbed.nodes.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.resource.FileOutcome.Done;
import org.meshbed.nodes.resource.FileOutcome.Reason;
import org.meshbed.nodes.resource.FileOutcome.Undone;

class FilesTest {
    private final Desk desk = new Desk();
    private final Files files = desk.files;

    @Nested
    class GivenAnEmptyHome {
        @Test
        void whenListed_thenItIsEmpty() {
            assertThat(files.list("alice", "").value()).contains(List.of());
            assertThat(files.look("alice", "").value().orElseThrow().isFolder()).isTrue();
        }

        @Test
        void whenAFileIsWritten_thenItReadsBackWithItsFacts() throws Exception {
            var written = files.write("alice", "report.txt", content("hello"));
            assertThat(written)
                    .isInstanceOfSatisfying(
                            Done.class, it -> assertThat(it.replaced()).isFalse());
            assertThat(desk.text("alice", "report.txt")).isEqualTo("hello");
            var item = files.look("alice", "report.txt").value().orElseThrow();
            assertThat(item.name()).isEqualTo("report.txt");
            assertThat(item.length()).isEqualTo(5);
            assertThat(item.node().modified()).isEqualTo(Desk.START);
            assertThat(item.node().etag()).isEqualTo("\"2cf24dba5fb0a30e26e8-1\"");
            assertThat(item.entry()).isEqualTo(new org.meshbed.nodes.party.Entry("report.txt", false, 5));
        }

        @Test
        void whenTheFolderIsMissing_thenNothingIsWritten() {
            assertThat(reason(files.write("alice", "docs/report.txt", content("x"))))
                    .isEqualTo(Reason.NO_PARENT);
            assertThat(reason(files.makeFolder("alice", "docs/old"))).isEqualTo(Reason.NO_PARENT);
            files.write("alice", "file", content("x"));
            assertThat(reason(files.write("alice", "file/report.txt", content("x"))))
                    .isEqualTo(Reason.NO_PARENT);
            assertThat(desk.blobs()).isEqualTo(1);
        }

        @Test
        void whenAskedForWhatIsNotThere_thenItIsMissing() {
            assertThat(reason(files.look("alice", "x"))).isEqualTo(Reason.MISSING);
            assertThat(reason(files.list("alice", "x"))).isEqualTo(Reason.MISSING);
            assertThat(reason(files.read("alice", "x"))).isEqualTo(Reason.MISSING);
            assertThat(reason(files.delete("alice", "x"))).isEqualTo(Reason.MISSING);
            assertThat(reason(files.move("alice", "x", "y", true))).isEqualTo(Reason.MISSING);
            assertThat(reason(files.copy("alice", "x", "y", true))).isEqualTo(Reason.MISSING);
        }

        @Test
        void whenTheHomeItselfIsTheTarget_thenItStays() {
            assertThat(reason(files.delete("alice", ""))).isEqualTo(Reason.HOME);
            assertThat(reason(files.move("alice", "", "y", true))).isEqualTo(Reason.HOME);
            assertThat(reason(files.makeFolder("alice", ""))).isEqualTo(Reason.EXISTS);
            assertThat(reason(files.write("alice", "", content("x")))).isEqualTo(Reason.NOT_A_FILE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"..", "a/../b", "./a", "a//b", "a\u0000b", "a\nb", "\ud800", "a\uffff", "a\u0085"})
        void whenAPathIsWrong_thenItSaysSo(String path) {
            assertThat(files.write("alice", path, content("x"))).isInstanceOfSatisfying(Undone.class, undone -> {
                assertThat(undone.reason()).isEqualTo(Reason.BAD_PATH);
                assertThat(undone.words()).startsWith("file name '");
            });
        }

        @Test
        void whenANameOrAPathIsTooLong_thenItSaysSo() {
            assertThat(files.write("alice", "n".repeat(256), content("x")).toString())
                    .contains("at most 255 characters long");
            assertThat(files.write("alice", "a/".repeat(64) + "a", content("x")).toString())
                    .contains("at most 64 folders deep");
            assertThat(files.write("alice", "ü".repeat(255), content("x")).value())
                    .isPresent();
            assertThat(files.write("alice", "a\\b %2f", content("x")).value()).isPresent();
        }
    }

    @Nested
    class GivenAFile {
        {
            files.write("alice", "report.txt", content("one"));
        }

        @Test
        void whenOverwritten_thenTagAndDateChangeAndTheOldContentIsDropped() throws Exception {
            var before = files.look("alice", "report.txt").value().orElseThrow().node();
            desk.pass(Duration.ofMinutes(1));
            var written = files.write("alice", "report.txt", content("two"));
            assertThat(written)
                    .isInstanceOfSatisfying(
                            Done.class, it -> assertThat(it.replaced()).isTrue());
            var after = files.look("alice", "report.txt").value().orElseThrow().node();
            assertThat(after.etag()).isNotEqualTo(before.etag());
            assertThat(after.created()).isEqualTo(before.created());
            assertThat(after.modified()).isEqualTo(Desk.START.plusSeconds(60));
            assertThat(desk.text("alice", "report.txt")).isEqualTo("two");
            assertThat(desk.blobs()).isEqualTo(1);
        }

        @Test
        void whenOverwrittenWithTheSame_thenTheTagChangesToo() {
            var before = files.look("alice", "report.txt").value().orElseThrow().node();
            files.write("alice", "report.txt", content("one"));
            assertThat(files.look("alice", "report.txt")
                            .value()
                            .orElseThrow()
                            .node()
                            .etag())
                    .isNotEqualTo(before.etag());
        }

        @Test
        void whenTheContentBreaksOff_thenTheOldFileStays() throws Exception {
            assertThat(reason(files.write("alice", "report.txt", new Arriving(10, new byte[3]))))
                    .isEqualTo(Reason.BROKEN_OFF);
            assertThat(reason(files.write("alice", "report.txt", new Unreadable())))
                    .isEqualTo(Reason.BROKEN_OFF);
            assertThat(desk.text("alice", "report.txt")).isEqualTo("one");
            assertThat(desk.blobs()).isEqualTo(1);
        }

        @Test
        void whenTheContentCannotBeKept_thenThatIsToldApart() throws Exception {
            desk.blobsAreFull(true);
            assertThat(reason(files.write("alice", "report.txt", content("x")))).isEqualTo(Reason.NOT_KEPT);
            assertThat(desk.text("alice", "report.txt")).isEqualTo("one");
        }

        @Test
        void whenOverwrittenWhileRead_thenTheReadingGoesOn() throws Exception {
            var content = files.read("alice", "report.txt").value().orElseThrow();
            files.write("alice", "report.txt", content("two"));
            try (var in = content.open()) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("one");
            }
        }

        @Test
        void whenTheContentIsLost_thenReadingSaysSo() {
            desk.store
                    .blobs()
                    .drop(((Node.File) files.look("alice", "report.txt")
                                    .value()
                                    .orElseThrow()
                                    .node())
                            .blob());
            assertThat(reason(files.read("alice", "report.txt"))).isEqualTo(Reason.NOT_KEPT);
        }

        @Test
        void whenTakenForAFolder_thenItIsNone() {
            assertThat(reason(files.list("alice", "report.txt"))).isEqualTo(Reason.NOT_A_FOLDER);
            assertThat(reason(files.makeFolder("alice", "report.txt"))).isEqualTo(Reason.EXISTS);
        }

        @Test
        void whenTheWitnessIsAsked_thenItSawEachChange() {
            files.write("alice", "report.txt", content("two!"));
            files.move("alice", "report.txt", "old.txt", false);
            files.delete("alice", "old.txt");
            assertThat(desk.seen)
                    .extracting(Object::toString)
                    .containsExactly(
                            "Changed[kind=file, id=alice/report.txt, before=-, after=file of 3 bytes, version 1]",
                            "Changed[kind=file, id=alice/report.txt, before=file of 3 bytes, version 1, after=file of 4 bytes, version 2]",
                            "Changed[kind=file, id=alice/report.txt, before=file of 4 bytes, version 2, after=-]",
                            "Changed[kind=file, id=alice/old.txt, before=-, after=file of 4 bytes, version 2]",
                            "Changed[kind=file, id=alice/old.txt, before=file of 4 bytes, version 2, after=-]");
        }

        @Test
        void whenAnotherUserLooks_thenNothingIsThere() {
            assertThat(reason(files.look("bob", "report.txt"))).isEqualTo(Reason.MISSING);
        }

        @Test
        void whenTheStoreIsOpenedByAnotherIncarnation_thenItIsThere() {
            assertThat(desk.restarted().look("alice", "report.txt")).isEqualTo(files.look("alice", "report.txt"));
        }

        @Test
        void whenTheHomeIsErased_thenNothingIsLeft() {
            files.erase("alice");
            assertThat(files.list("alice", "").value()).contains(List.of());
            assertThat(desk.blobs()).isZero();
            assertThat(desk.store.rows("homes")).isEmpty();
        }
    }

    @Nested
    class GivenAFolderWithFiles {
        {
            files.makeFolder("alice", "docs");
            files.makeFolder("alice", "docs/old");
            files.write("alice", "docs/a.txt", content("a"));
            files.write("alice", "docs/old/b.txt", content("b"));
            files.write("alice", "docs-2", content("beside"));
            files.write("alice", "docs.txt", content("beside"));
        }

        @Test
        void whenListed_thenItsChildrenComeInOrder() {
            assertThat(names("docs")).containsExactly("a.txt", "old");
            assertThat(names("")).containsExactly("docs", "docs-2", "docs.txt");
            assertThat(reason(files.read("alice", "docs"))).isEqualTo(Reason.NOT_A_FILE);
            assertThat(reason(files.write("alice", "docs", content("x")))).isEqualTo(Reason.NOT_A_FILE);
        }

        @Test
        void whenDeleted_thenAllBelowIsGoneAndNothingBesides() {
            files.delete("alice", "docs");
            assertThat(names("")).containsExactly("docs-2", "docs.txt");
            assertThat(reason(files.look("alice", "docs/old/b.txt"))).isEqualTo(Reason.MISSING);
            assertThat(desk.blobs()).isEqualTo(2);
        }

        @Test
        void whenMoved_thenAllBelowMovesAndKeepsItsTags() throws Exception {
            var before =
                    files.look("alice", "docs/old/b.txt").value().orElseThrow().node();
            files.makeFolder("alice", "archive");
            files.move("alice", "docs", "archive/docs", false);
            assertThat(names("")).containsExactly("archive", "docs-2", "docs.txt");
            assertThat(desk.text("alice", "archive/docs/old/b.txt")).isEqualTo("b");
            assertThat(files.look("alice", "archive/docs/old/b.txt")
                            .value()
                            .orElseThrow()
                            .node())
                    .isEqualTo(before.movedFrom("docs/old/b.txt"));
        }

        @Test
        void whenCopied_thenBothStandAlone() throws Exception {
            files.copy("alice", "docs", "copy", false);
            files.write("alice", "docs/a.txt", content("changed"));
            files.delete("alice", "docs/old");
            assertThat(desk.text("alice", "copy/a.txt")).isEqualTo("a");
            assertThat(desk.text("alice", "copy/old/b.txt")).isEqualTo("b");
            files.delete("alice", "copy");
            assertThat(desk.text("alice", "docs/a.txt")).isEqualTo("changed");
            assertThat(desk.blobs()).isEqualTo(3);
        }

        @Test
        void whenTheTargetExists_thenItIsReplacedOnlyIfAsked() throws Exception {
            assertThat(reason(files.move("alice", "docs.txt", "docs", false))).isEqualTo(Reason.EXISTS);
            assertThat(reason(files.copy("alice", "docs.txt", "docs", false))).isEqualTo(Reason.EXISTS);
            assertThat(files.copy("alice", "docs.txt", "docs", true))
                    .isInstanceOfSatisfying(
                            Done.class, it -> assertThat(it.replaced()).isTrue());
            assertThat(names("")).containsExactly("docs", "docs-2", "docs.txt");
            assertThat(desk.text("alice", "docs")).isEqualTo("beside");
            assertThat(desk.blobs()).isEqualTo(2);
        }

        @Test
        void whenPutIntoOrOntoItself_thenNothingChanges() {
            for (var target : List.of("docs", "docs/old/docs"))
                for (var outcome :
                        List.of(files.move("alice", "docs", target, true), files.copy("alice", "docs", target, true)))
                    assertThat(reason(outcome)).isEqualTo(Reason.INTO_ITSELF);
            assertThat(reason(files.move("alice", "docs/old", "docs", true))).isEqualTo(Reason.INTO_ITSELF);
            assertThat(reason(files.move("alice", "docs", "nowhere/docs", true)))
                    .isEqualTo(Reason.NO_PARENT);
            assertThat(names("docs")).containsExactly("a.txt", "old");
        }

        @Test
        void whenAChildChanges_thenTheFolderShowsIt() {
            var before = files.look("alice", "docs").value().orElseThrow().node();
            desk.pass(Duration.ofSeconds(5));
            files.write("alice", "docs/c.txt", content("c"));
            var after = files.look("alice", "docs").value().orElseThrow().node();
            assertThat(after.etag()).isNotEqualTo(before.etag());
            assertThat(after.modified()).isEqualTo(Desk.START.plusSeconds(5));
        }

        private List<String> names(String folder) {
            return files.list("alice", folder).value().orElseThrow().stream()
                    .map(Item::name)
                    .toList();
        }
    }

    @Nested
    class GivenManyCallersAtOnce {
        @Test
        void whenTheyWriteDifferentFiles_thenAllAreThere() throws Exception {
            allAtOnce(i -> files.write("alice", "file" + i, content("content " + i)));
            for (var i = 0; i < 16; i++)
                assertThat(desk.text("alice", "file" + i)).isEqualTo("content " + i);
        }

        @Test
        void whenTheyWriteTheSameFile_thenOneContentIsLeft() throws Exception {
            allAtOnce(i -> files.write("alice", "file", content("content " + i)));
            assertThat(desk.text("alice", "file")).startsWith("content ");
            var node = (Node.File)
                    files.look("alice", "file").value().orElseThrow().node();
            assertThat(node.version()).isEqualTo(16);
            assertThat(desk.blobs()).isEqualTo(1);
        }

        @Test
        void whenTheyMoveWriteAndDeleteInOneFolder_thenEveryFileHasAFolderAndAContent() throws Exception {
            files.makeFolder("alice", "a");
            allAtOnce(i -> {
                for (var round = 0; round < 20; round++)
                    switch ((i + round) % 5) {
                        case 0 -> files.makeFolder("alice", "a");
                        case 1 -> files.write("alice", "a/file" + i, content("x" + round));
                        case 2 -> files.move("alice", "a", "b", true);
                        case 3 -> files.copy("alice", "b", "a", true);
                        default -> files.delete("alice", "b");
                    }
                return true;
            });
            desk.checkTree("alice");
        }
    }

    static void allAtOnce(java.util.function.IntFunction<Object> call) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 16)
                    .mapToObj(i -> pool.submit((Callable<Object>) () -> call.apply(i)))
                    .toList();
            for (var each : calls) each.get();
        }
    }

    static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reason reason(FileOutcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Undone.class);
        return ((Undone<?>) outcome).reason();
    }

    record Arriving(long length, byte[] bytes) implements Content {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    record Unreadable() implements Content {
        @Override
        public long length() {
            return 3;
        }

        @Override
        public InputStream open() throws IOException {
            throw new IOException("the connection is gone");
        }
    }
}
