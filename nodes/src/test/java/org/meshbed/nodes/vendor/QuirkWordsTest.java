package org.meshbed.nodes.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the page of all quirks says of a type is the comment above its declaration: {@code quirks.json} holds the comments,
 * since a program cannot read its own. {@code -Dmeshbed.write=true} writes the file anew.
 */
class QuirkWordsTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "org", "meshbed", "nodes", "vendor", "quirk");
    private static final Path FILE = Path.of("src", "main", "resources", "vendors", "quirks.json");
    private static final Pattern QUIRK =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*@QuirkName\\(\"([^\"]+)\"\\)", Pattern.DOTALL);
    private static final Pattern VALUE =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?record (\\w+)\\(", Pattern.DOTALL);

    @Test
    void theFileHoldsTheComments() throws IOException {
        var words = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(words()) + "\n";
        if (Boolean.getBoolean("meshbed.write")) Files.writeString(FILE, words);
        assertThat(Files.readString(FILE))
                .as(
                        "%s is behind the comments; make it anew: mvn -pl nodes test -Dtest=QuirkWordsTest -Dmeshbed.write=true",
                        FILE)
                .isEqualTo(words);
    }

    @Test
    void everyTypeHasWords() throws IOException {
        assertThat(words().keySet()).containsAll(QuirkReader.names());
    }

    private static Map<String, String> words() throws IOException {
        var words = new TreeMap<String, String>();
        try (var files = Files.list(SOURCES)) {
            for (var file : files.sorted().collect(Collectors.toList())) {
                var text = Files.readString(file);
                for (var found = QUIRK.matcher(text); found.find(); ) words.put(found.group(2), plain(found.group(1)));
                for (var found = VALUE.matcher(text); found.find(); ) words.put(found.group(2), plain(found.group(1)));
            }
        }
        return words;
    }

    /** One paragraph, and a line for each part. */
    private static String plain(String comment) {
        var lines = comment.replaceAll("(?m)^\\s*\\*? ?", "")
                .replaceAll("\\{@(?:code|link|literal) #?([^}]*)\\}", "`$1`")
                .replaceAll("</?code>", "`")
                .replaceAll("</?em>", "*");
        var parts = lines.split("@param ");
        var plain = new StringBuilder(parts[0].replaceAll("\\s+", " ").strip());
        for (var i = 1; i < parts.length; i++) {
            var words = parts[i].replaceAll("\\s+", " ").strip();
            var end = words.indexOf(' ');
            plain.append("\n- `")
                    .append(end < 0 ? words : words.substring(0, end))
                    .append("`: ")
                    .append(end < 0 ? "" : words.substring(end + 1));
        }
        return plain.toString();
    }
}
