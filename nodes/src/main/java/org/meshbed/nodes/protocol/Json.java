package org.meshbed.nodes.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The one frozen JSON mapper. Reading is bounded and strict: nesting, name and number lengths have limits, duplicate
 * keys, bytes that are not UTF-8 and anything behind the value are refused.
 */
public final class Json {
    public static final int DEEPEST = 32;
    public static final int LONGEST_NAME = 512;
    public static final int LONGEST_NUMBER = 100;
    public static final int LONGEST_STRING = 1 << 20;

    /** Why nothing at all is no JSON. */
    public static final String EMPTY = "the body is empty";

    /** Not one for each thread: here most threads are virtual and do one thing, so each would make its own. */
    private static final RecyclerPool<BufferRecycler> BUFFERS = JsonRecyclerPools.newConcurrentDequePool();

    private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .recyclerPool(BUFFERS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final JsonMapper LAX = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .recyclerPool(BUFFERS)
                    .build())
            .build();

    private static final ClassValue<ObjectWriter> WRITERS = new ClassValue<>() {
        @Override
        protected ObjectWriter computeValue(Class<?> type) {
            return MAPPER.writerFor(type);
        }
    };

    private static final ClassValue<ObjectReader> READERS = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
            return MAPPER.readerFor(type);
        }
    };

    private Json() {}

    /** The mapper, for records of our own; never changed after it was built. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** What writes records of a type. */
    public static ObjectWriter writer(Class<?> type) {
        return WRITERS.get(type);
    }

    /** What reads records of a type. */
    public static ObjectReader reader(Class<?> type) {
        return READERS.get(type);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The text of the member with this path, as it stands in a document; empty where there is none. */
    public static Optional<String> raw(byte[] document, String path) {
        var text = new String(document, StandardCharsets.UTF_8);
        try (var parser = LAX.createParser(text)) {
            parser.nextToken();
            for (var member : path.split("\\.", -1)) if (!toMember(parser, member)) return Optional.empty();
            var from = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            parser.finishToken();
            return Optional.of(
                    text.substring(from, (int) parser.currentLocation().getCharOffset()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean toMember(JsonParser parser, String name) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) return false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var found = parser.currentName().equals(name);
            parser.nextToken();
            if (found) return true;
            parser.skipChildren();
        }
        return false;
    }

    /** Members in the order they were set, no white space, UTF-8. */
    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }

    /** Reads one JSON value as products do that are less strict: of a doubled key the last counts, or text may follow. */
    public static JsonNode read(byte[] bytes, boolean doubledKeys, boolean textBehind) throws NotJson {
        if (!doubledKeys && !textBehind) return read(bytes);
        try (var parser = LAX.createParser(bytes)) {
            if (!doubledKeys) parser.enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            JsonNode node = LAX.readTree(parser);
            if (node == null || node.isMissingNode()) throw new NotJson(EMPTY);
            if (!textBehind && parser.nextToken() != null) throw new NotJson("there is more behind the value");
            return node;
        } catch (IOException e) {
            throw new NotJson(firstLine(String.valueOf(e.getMessage())));
        }
    }

    /** Reads one JSON value; throws {@link NotJson} with the reason in a few words. */
    public static JsonNode read(byte[] bytes) throws NotJson {
        if (bytes.length == 0) throw new NotJson(EMPTY);
        // As text, not as bytes: of bytes the parser would guess another encoding, and take what is no UTF-8 at all.
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotJson("the body is not UTF-8");
        }
        try {
            var node = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (node == null || node.isMissingNode()) throw new NotJson(EMPTY);
            return node;
        } catch (JsonProcessingException e) {
            throw new NotJson(firstLine(e.getOriginalMessage()));
        }
    }

    private static String firstLine(String message) {
        var end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /** Bytes that are no JSON we take. */
    public static final class NotJson extends Exception {
        private final String why;

        public NotJson(String why) {
            super(why, null, false, false);
            this.why = why;
        }

        @Override
        public String getMessage() {
            return why;
        }
    }
}
