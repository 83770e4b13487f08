package org.meshbed.nodes.resource;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.meshbed.nodes.protocol.Content;

/** Parts of a content in rising order, each behind a text of its own, and a text at the end; read in one pass. */
record Extract(Content content, List<Piece> pieces, String end) implements Content {
    record Piece(String head, ByteRanges.Part part) {}

    /** One part alone, without texts. */
    static Extract of(Content content, ByteRanges.Part part) {
        return new Extract(content, List.of(new Piece("", part)), "");
    }

    @Override
    public long length() {
        var length = ascii(end).length + 0L;
        for (var piece : pieces) length += ascii(piece.head).length + piece.part.length();
        return length;
    }

    @Override
    public InputStream open() throws IOException {
        var whole = content.open();
        var streams = new ArrayList<InputStream>();
        var at = 0L;
        for (var piece : pieces) {
            streams.add(new ByteArrayInputStream(ascii(piece.head)));
            streams.add(new Window(whole, piece.part.first() - at, piece.part.length()));
            at = piece.part.last() + 1;
        }
        streams.add(new ByteArrayInputStream(ascii(end)));
        return new FilterInputStream(new SequenceInputStream(Collections.enumeration(streams))) {
            @Override
            public void close() throws IOException {
                whole.close();
            }
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The next so many bytes of a stream after a gap; does not close it. */
    private static final class Window extends InputStream {
        private final InputStream whole;
        private long gap;
        private long left;

        Window(InputStream whole, long gap, long length) {
            this.whole = whole;
            this.gap = gap;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            whole.skipNBytes(gap);
            gap = 0;
            if (left == 0) return -1;
            var n = whole.read(into, from, (int) Math.min(count, left));
            if (n < 0) throw new EOFException("the content ended " + left + " bytes early");
            left -= n;
            return n;
        }
    }
}
