package org.meshbed.nodes.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.protocol.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML value with the place it stands at, read strictly: every mistake names file, line, value and right form. */
public final class YamlView {
    private static final int LARGEST = 1 << 20;

    private final String file;
    private final Node node;

    private YamlView(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** Throws {@link BadProfile} where the text is no YAML, or larger than a mebibyte. */
    public static YamlView read(String file, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(20);
        try {
            var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (node == null) throw new BadProfile(file + ":1: the file is empty");
            return new YamlView(file, node);
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new BadProfile(file + ":" + line + ": " + e.getProblem());
        } catch (org.yaml.snakeyaml.error.YAMLException e) {
            throw new BadProfile(file + ":1: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no YAML"));
        }
    }

    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** File and line. */
    String place() {
        return file + ":" + line();
    }

    /** A mistake at this place. */
    public BadProfile wrong(String message) {
        return new BadProfile(file + ":" + line() + ": " + message);
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** The value as JSON: numbers, true, false and null as such where they are not quoted. */
    public JsonNode json() {
        return json(node);
    }

    private JsonNode json(Node at) {
        return switch (at) {
            case MappingNode map -> {
                var object = Json.object();
                for (var tuple : map.getValue())
                    object.set(new YamlView(file, tuple.getKeyNode()).text("a name"), json(tuple.getValueNode()));
                yield object;
            }
            case SequenceNode list -> {
                var array = Json.object().arrayNode();
                list.getValue().forEach(item -> array.add(json(item)));
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> throw wrong("here should be a value, not " + kind());
        };
    }

    /** Small numbers as the JSON of messages has them, so that they are equal. */
    private static JsonNode number(String text) {
        var nodes = JsonNodeFactory.instance;
        if (!text.matches("-?[0-9]{1,18}")) return nodes.textNode(text);
        var number = Long.parseLong(text);
        return number == (int) number ? nodes.numberNode((int) number) : nodes.numberNode(number);
    }

    private static JsonNode scalar(ScalarNode scalar) {
        var nodes = JsonNodeFactory.instance;
        var text = scalar.getValue();
        return switch (scalar.getTag().getValue()) {
            case "tag:yaml.org,2002:null" -> nodes.nullNode();
            case "tag:yaml.org,2002:bool" -> nodes.booleanNode(text.equalsIgnoreCase("true"));
            case "tag:yaml.org,2002:int" -> number(text);
            default -> nodes.textNode(text);
        };
    }

    /** The scalar as written; {@code right} says what was expected where it is none. */
    public String text(String right) {
        if (node instanceof ScalarNode scalar) return scalar.getValue();
        throw wrong("here should be " + right + ", not " + kind());
    }

    public int integer(String right) {
        var text = text(right);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong("'" + text + "' is not " + right);
        }
    }

    public List<YamlView> items(String right) {
        if (!(node instanceof SequenceNode sequence)) throw wrong("here should be " + right + ", not " + kind());
        return sequence.getValue().stream().map(n -> new YamlView(file, n)).toList();
    }

    public List<String> texts(String right) {
        return items(right).stream().map(i -> i.text(right)).toList();
    }

    /** The members of a map in their order; {@code right} says what was expected where it is none. */
    public Map<String, YamlView> members(String right) {
        if (!(node instanceof MappingNode map)) throw wrong("here should be " + right + ", not " + kind());
        var members = new LinkedHashMap<String, YamlView>();
        for (var tuple : map.getValue()) {
            var key = new YamlView(file, tuple.getKeyNode());
            var name = key.text("a name");
            if (members.put(name, new YamlView(file, tuple.getValueNode())) != null)
                throw key.wrong("'" + name + "' stands here twice");
        }
        return members;
    }

    /** The members of a map, none of which may have another name than these. */
    public Map<String, YamlView> only(String what, List<String> names) {
        var members = members(what);
        for (var name : members.keySet())
            if (!names.contains(name))
                throw members.get(name).wrong("'" + name + "' is no key of " + what + Nearest.hint(name, names));
        return members;
    }

    /** The member of that name, or a mistake at this place where it is missing. */
    public YamlView need(Map<String, YamlView> members, String name, String right) {
        return Optional.ofNullable(members.get(name)).orElseThrow(() -> wrong("'" + name + "' is missing: " + right));
    }

    /** One of these words, or a mistake that names the nearest. */
    public String oneOf(String what, List<String> words) {
        var word = text(what);
        if (words.contains(word)) return word;
        throw wrong("'" + word + "' is no " + what + Nearest.hint(word, words));
    }

    private String kind() {
        return switch (node) {
            case MappingNode _ -> "a map";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar -> "'" + scalar.getValue() + "'";
            default -> "something else";
        };
    }

    /** The lists of a map's members, for those who only want the names. */
    public List<String> names() {
        return new ArrayList<>(members("a map").keySet());
    }
}
