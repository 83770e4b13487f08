package org.meshbed.nodes.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.meshbed.nodes.protocol.Json;

/** What is said of each quirk type, and of the values they are made of. */
public final class QuirkWords {
    private static final String RESOURCE = "/vendors/quirks.json";
    private final JsonNode words;

    private QuirkWords(JsonNode words) {
        this.words = words;
    }

    public static QuirkWords read() {
        try (var stream = QuirkWords.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) throw new IllegalStateException(RESOURCE + " is missing");
            return new QuirkWords(Json.mapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all quirk types, in the order of their declaration. */
    public List<String> types() {
        return QuirkReader.names();
    }

    /** The names of the values that several of them are made of. */
    public List<String> values() {
        var values = new ArrayList<String>();
        words.fieldNames().forEachRemaining(name -> {
            if (!name.contains(".")) values.add(name);
        });
        return values;
    }

    public String of(String name) {
        return words.path(name).asText();
    }
}
