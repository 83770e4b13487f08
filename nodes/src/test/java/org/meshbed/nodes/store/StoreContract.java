package org.meshbed.nodes.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.protocol.Content;

/** What every store does, wherever it keeps things. */
abstract class StoreContract {
    /** The store under test, empty. */
    abstract Store store();

    @Nested
    class GivenATable {
        @Test
        void whenNothingWasPut_thenNothingIsThere() {
            assertThat(store().get("shares", "1")).isEmpty();
            assertThat(store().rows("shares")).isEmpty();
            store().remove("shares", "1");
        }

        @Test
        void whenPutTwice_thenTheSecondValueIsThere() {
            store().put("shares", "1", bytes("a"));
            store().put("shares", "1", bytes("b"));
            assertThat(store().get("shares", "1")).contains(bytes("b"));
        }

        @Test
        void whenRemoved_thenItIsGoneAndOtherTablesAreNot() {
            store().put("shares", "1", bytes("a"));
            store().put("invites", "1", bytes("b"));
            store().remove("shares", "1");
            assertThat(store().get("shares", "1")).isEmpty();
            assertThat(store().get("invites", "1")).contains(bytes("b"));
        }

        @Test
        void whenListed_thenRowsComeInTheOrderOfTheirKeys() {
            for (var key : List.of("b", "a/2", "é", "a", "B", "a/10", "")) store().put("t", key, bytes("v" + key));
            assertThat(store().rows("t"))
                    .extracting(Store.Row::key)
                    .containsExactly("", "B", "a", "a/10", "a/2", "b", "é");
            assertThat(store().rows("t").get(3).value()).isEqualTo(bytes("va/10"));
        }

        @Test
        void whenAnEmptyValueIsPut_thenItIsThere() {
            store().put("t", "k", new byte[0]);
            assertThat(store().get("t", "k")).contains(new byte[0]);
        }
    }

    @Nested
    class GivenAReplacement {
        final Optional<byte[]> none = Optional.empty();

        @Test
        void whenTheRowEqualsWhatIsExpected_thenItIsReplaced() {
            store().put("t", "k", bytes("old"));
            assertThat(store().replace("t", "k", some("old"), some("new"))).isTrue();
            assertThat(store().get("t", "k")).contains(bytes("new"));
        }

        @Test
        void whenTheRowDiffers_thenNothingChanges() {
            store().put("t", "k", bytes("other"));
            assertThat(store().replace("t", "k", some("old"), some("new"))).isFalse();
            assertThat(store().replace("t", "k", some("old"), none)).isFalse();
            assertThat(store().replace("t", "k", none, some("new"))).isFalse();
            assertThat(store().replace("t", "k", none, none)).isFalse();
            assertThat(store().get("t", "k")).contains(bytes("other"));
        }

        @Test
        void whenTheRowIsAbsent_thenOnlyAbsenceMatches() {
            assertThat(store().replace("t", "k", some("old"), some("new"))).isFalse();
            assertThat(store().replace("t", "k", some("old"), none)).isFalse();
            assertThat(store().replace("t", "k", none, none)).isTrue();
            assertThat(store().get("t", "k")).isEmpty();
            assertThat(store().replace("t", "k", none, some("new"))).isTrue();
            assertThat(store().get("t", "k")).contains(bytes("new"));
        }

        @Test
        void whenTheNextIsEmpty_thenTheRowIsRemoved() {
            store().put("t", "k", bytes("old"));
            assertThat(store().replace("t", "k", some("old"), none)).isTrue();
            assertThat(store().get("t", "k")).isEmpty();
        }

        @Test
        void whenManyCountAtOnce_thenNoCountIsLost() throws Exception {
            store().put("t", "count", bytes("0"));
            allAtOnce(8, () -> {
                for (var i = 0; i < 25; i++) countUp();
                return true;
            });
            assertThat(store().get("t", "count")).contains(bytes("200"));
        }

        @Test
        void whenManyWantToBeFirst_thenOneIs() throws Exception {
            var won = allAtOnce(8, () -> store().replace("t", "first", none, some("me")));
            assertThat(won).containsOnlyOnce(true);
        }

        private void countUp() {
            while (true) {
                var before = store().get("t", "count");
                var next = Integer.parseInt(text(before.orElseThrow())) + 1;
                if (store().replace("t", "count", before, some(Integer.toString(next)))) return;
            }
        }
    }

    @Nested
    class GivenContents {
        @Test
        void whenSmallContentIsKept_thenItReadsBackWithLengthAndDigest() throws Exception {
            var blob = store().blobs().keep(Content.of(bytes("abc")));
            assertThat(blob.length()).isEqualTo(3);
            assertThat(blob.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            for (var again = 0; again < 2; again++)
                assertThat(read(store().blobs().open(blob))).isEqualTo(bytes("abc"));
        }

        @Test
        void whenLargeContentOfUnknownLengthIsKept_thenItReadsBack() throws Exception {
            var large = new byte[3_000_000];
            for (var i = 0; i < large.length; i++) large[i] = (byte) (i * 31);
            var blob = store().blobs().keep(new Arriving(Content.UNKNOWN_LENGTH, new ByteArrayInputStream(large)));
            assertThat(blob.length()).isEqualTo(large.length);
            assertThat(store().blobs().open(blob).length()).isEqualTo(large.length);
            assertThat(read(store().blobs().open(blob))).isEqualTo(large);
        }

        @Test
        void whenEmptyContentIsKept_thenItReadsBackEmpty() throws Exception {
            var blob = store().blobs().keep(Content.of(new byte[0]));
            assertThat(read(store().blobs().open(blob))).isEmpty();
        }

        @Test
        void whenContentEndsEarlyOrBreaks_thenItIsNotKept() {
            for (var size : List.of(10, 2_000_000)) {
                var early = new Arriving(size + 1, new ByteArrayInputStream(new byte[size]));
                assertThatThrownBy(() -> store().blobs().keep(early))
                        .hasMessage("the content ended after " + size + " of " + (size + 1) + " bytes");
                assertThatThrownBy(() -> store().blobs().keep(new Arriving(-1, new Breaking(size))))
                        .hasMessage("broken");
            }
        }

        @Test
        void whenDropped_thenItCannotBeOpenedButAnOpenStreamReadsOn() throws Exception {
            for (var size : List.of(10, 2_000_000)) {
                var blob = store().blobs().keep(Content.of(new byte[size]));
                try (var stream = store().blobs().open(blob).open()) {
                    store().blobs().drop(blob);
                    store().blobs().drop(blob);
                    assertThat(stream.readAllBytes()).hasSize(size);
                }
                assertThatThrownBy(() -> store().blobs().open(blob)).isInstanceOf(IOException.class);
            }
        }

        @Test
        void whenTheSameContentIsKeptTwice_thenEachStandsAlone() throws Exception {
            var one = store().blobs().keep(Content.of(bytes("same")));
            var two = store().blobs().keep(Content.of(bytes("same")));
            store().blobs().drop(one);
            assertThat(read(store().blobs().open(two))).isEqualTo(bytes("same"));
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static Optional<byte[]> some(String text) {
        return Optional.of(bytes(text));
    }

    static byte[] read(Content content) throws IOException {
        try (var in = content.open()) {
            return in.readAllBytes();
        }
    }

    static <T> List<T> allAtOnce(int callers, Callable<T> call) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, callers).mapToObj(_ -> pool.submit(call)).toList();
            return calls.stream()
                    .map(each -> {
                        try {
                            return each.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new UncheckedIOException(new IOException(e));
                        }
                    })
                    .toList();
        }
    }

    /** Content that can be opened once, as from a connection. */
    record Arriving(long length, InputStream stream) implements Content {
        @Override
        public InputStream open() {
            return stream;
        }
    }

    /** Breaks after so many bytes. */
    static final class Breaking extends InputStream {
        private int left;

        Breaking(int bytes) {
            left = bytes;
        }

        @Override
        public int read() throws IOException {
            if (left-- <= 0) throw new IOException("broken");
            return 0;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (left <= 0) throw new IOException("broken");
            var n = Math.min(left, count);
            left -= n;
            return n;
        }
    }
}
