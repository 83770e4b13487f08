package org.meshbed.scenarios.meshfile;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.meshbed.scenarios.input.BadInput;

/** Reads a YAML file into values that know their place. One document, no anchors; keys may not repeat. */
final class YamlReader {
    private static final int DEEPEST = 20;
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final Mistakes mistakes;

    YamlReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Yaml read(Path file) {
        try (var parser = YAML.createParser(Files.readString(file))) {
            if (parser.nextToken() == null) throw new BadInput(file + " is empty");
            return value(parser);
        } catch (StreamReadException e) {
            mistakes.add(place(e.getLocation()), "this is no YAML: " + firstWords(e));
            throw mistakes.badInput();
        } catch (NoSuchFileException e) {
            throw new BadInput("there is no mesh file '" + file + "'; for example examples/three-sites.yaml");
        } catch (MalformedInputException e) {
            throw new BadInput(file + " is no text in UTF-8");
        } catch (IOException e) {
            throw new BadInput(file + " cannot be read: " + e.getMessage());
        }
    }

    private Yaml value(YAMLParser parser) throws IOException {
        var place = place(parser.currentTokenLocation());
        if (parser.getObjectId() != null || parser.isCurrentAlias())
            mistakes.add(place, "anchors and aliases are not understood here; write the value out");
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, place);
            case START_ARRAY -> sequence(parser, place);
            case VALUE_NULL -> new Yaml.Scalar(place, "");
            default -> new Yaml.Scalar(place, parser.getText());
        };
    }

    private Yaml sequence(YAMLParser parser, Yaml.Place place) throws IOException {
        var items = new ArrayList<Yaml>();
        while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value(parser));
        return new Yaml.Sequence(place, items);
    }

    private Yaml mapping(YAMLParser parser, Yaml.Place place) throws IOException {
        var entries = new ArrayList<Yaml.Entry>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var keyPlace = place(parser.currentTokenLocation());
            var key = parser.currentName();
            if (entries.stream().anyMatch(entry -> entry.key().equals(key)))
                mistakes.add(keyPlace, "the key '" + key + "' stands here a second time");
            parser.nextToken();
            entries.add(new Yaml.Entry(keyPlace, key, value(parser)));
        }
        return new Yaml.Mapping(place, entries);
    }

    private static Yaml.Place place(JsonLocation location) {
        return new Yaml.Place(location.getLineNr(), location.getColumnNr());
    }

    /** The parser's own message goes on with a picture of the line. */
    private static String firstWords(StreamReadException e) {
        return e.getOriginalMessage()
                .lines()
                .limit(2)
                .map(String::strip)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }
}
