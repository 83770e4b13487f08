package org.meshbed.nodes.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.vendor.quirk.CheckNames;
import org.meshbed.nodes.vendor.quirk.Numbers;
import org.meshbed.nodes.vendor.quirk.Opening;
import org.meshbed.nodes.vendor.quirk.Paths;
import org.meshbed.nodes.vendor.quirk.Template;
import org.meshbed.nodes.vendor.quirk.Words;

/**
 * Makes records of plain data from YAML, strictly: the members are the components, in words with hyphens; texts, lists
 * and maps that are {@link Optional} or may be empty may be left out; a quirk of one component is written as its value
 * alone.
 */
final class RecordReader {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|min|h|d)");

    private RecordReader() {}

    /** The value of a quirk. */
    static Object whole(Class<?> type, YamlView value) {
        var components = type.getRecordComponents();
        return components.length == 1
                ? make(type, List.of(component(components[0], value)), value)
                : record(type, value);
    }

    /** A map whose members are the components. */
    static Object record(Class<?> type, YamlView value) {
        if (type == Opening.class) return opening(value);
        var components = type.getRecordComponents();
        var members = value.only(
                article(words(type.getSimpleName())),
                Arrays.stream(components).map(c -> key(c.getName())).toList());
        var values = new ArrayList<>();
        for (var component : components) values.add(member(component, members, value));
        return make(type, values, value);
    }

    private static Object member(RecordComponent component, Map<String, YamlView> members, YamlView whole) {
        var there = members.get(key(component.getName()));
        if (there != null) return component(component, there);
        var raw = component.getType();
        if (raw == Optional.class) return Optional.empty();
        if (raw == List.class) return List.of();
        if (raw == Map.class) return new LinkedHashMap<>();
        if (raw == boolean.class) return false;
        throw whole.wrong("'" + key(component.getName()) + "' is missing");
    }

    static Object make(Class<?> type, List<?> values, YamlView at) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong)
                throw at.wrong(String.valueOf(wrong.getMessage()));
            throw new IllegalStateException(type + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Object component(RecordComponent component, YamlView value) {
        return read(component.getGenericType(), component, value);
    }

    private static Object read(Type type, RecordComponent component, YamlView value) {
        return type instanceof ParameterizedType many
                ? many(many, component, value)
                : one((Class<?>) type, component, value);
    }

    private static Object many(ParameterizedType type, RecordComponent component, YamlView value) {
        var arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) return Optional.of(read(arguments[0], component, value));
        if (type.getRawType() == List.class) {
            var items = new ArrayList<>();
            for (var item : value.items("a list of " + what(component) + "s"))
                items.add(read(arguments[0], component, item));
            return items;
        }
        var map = new LinkedHashMap<String, Object>();
        for (var member : keyed(type, component, value).entrySet())
            map.put(member.getKey(), read(arguments[1], component, member.getValue()));
        return map;
    }

    /** Of the map itself, and not of maps inside of it, words limit the keys. */
    private static Map<String, YamlView> keyed(Type type, RecordComponent component, YamlView value) {
        var words = component.getAnnotation(Words.class);
        return words == null || !type.equals(component.getGenericType())
                ? value.members("a map of " + words(component.getName()))
                : value.only("a map of " + what(component) + "s", known(words));
    }

    private static Object one(Class<?> type, RecordComponent component, YamlView value) {
        if (type == String.class) return text(component, value);
        if (type == int.class || type == Integer.class) return number(component, value);
        if (type == boolean.class)
            return value.oneOf("answer", List.of("true", "false")).equals("true");
        if (type == Duration.class) return duration(value);
        if (type == Pattern.class) return pattern(value);
        if (type == JsonNode.class) return checked(value.json(), value);
        if (type == SignatureForm.class) {
            var words = Arrays.stream(SignatureForm.values())
                    .map(SignatureForm::word)
                    .toList();
            return SignatureForm.values()[words.indexOf(value.oneOf(what(component), words))];
        }
        if (type.isEnum()) return constant(type, component, value);
        if (type.isRecord()) return record(type, value);
        throw new IllegalStateException("values of " + type + " cannot be read");
    }

    private static Object constant(Class<?> type, RecordComponent component, YamlView value) {
        var words = Arrays.stream(type.getEnumConstants())
                .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return type.getEnumConstants()[words.indexOf(value.oneOf(what(component), words))];
    }

    private static String text(RecordComponent component, YamlView value) {
        var words = component.getAnnotation(Words.class);
        if (words != null && component.getType() != Map.class) return value.oneOf(what(component), known(words));
        var text = value.text("a text");
        if (component.isAnnotationPresent(Paths.class) && !text.startsWith("/"))
            throw value.wrong("path '" + text + "' does not start with a slash");
        Template.objection(text).ifPresent(why -> {
            throw value.wrong(why);
        });
        return text;
    }

    private static JsonNode checked(JsonNode tree, YamlView value) {
        Template.objection(tree.toString()).ifPresent(why -> {
            throw value.wrong(why);
        });
        return tree;
    }

    private static int number(RecordComponent component, YamlView value) {
        var range = component.getAnnotation(Numbers.class);
        if (range == null) return value.integer("a number");
        var right = range.what() + " from " + range.from() + " to " + range.to();
        var number = value.integer(right);
        if (number < range.from() || number > range.to()) throw value.wrong("'" + number + "' is not " + right);
        return number;
    }

    private static Duration duration(YamlView value) {
        var right = "a time such as 500ms, 10s, 15min, 24h or 7d";
        var text = DURATION.matcher(value.text(right));
        if (!text.matches()) throw value.wrong("'" + value.text(right) + "' is not " + right);
        var number = Long.parseLong(text.group(1));
        return switch (text.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Pattern pattern(YamlView value) {
        var text = value.text("a regular expression");
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw value.wrong("'" + text + "' is no regular expression: " + e.getDescription());
        }
    }

    private static Opening opening(YamlView value) {
        var members = value.only("an opening", List.of("names", "addresses", "plain-http"));
        return Opening.of(
                value.need(members, "names", "for example \"*.intern.example.org\"")
                        .text("a name or *.name"),
                value.need(members, "addresses", "for example 10.0.0.0/8").text("a range of addresses"),
                Optional.ofNullable(members.get("plain-http"))
                        .map(v -> v.oneOf("answer", List.of("true", "false")).equals("true"))
                        .orElse(false));
    }

    private static List<String> known(Words words) {
        return switch (words.from()) {
            case HERE -> List.of(words.value());
            case CALLS -> CheckNames.CALLS;
            case REQUESTS -> CheckNames.REQUESTS;
            case PLACES -> CheckNames.PLACES;
            case VERBS ->
                Arrays.stream(PartyDriver.class.getMethods())
                        .map(m -> key(m.getName()))
                        .sorted()
                        .toList();
            case DIALECTS -> Dialects.all().stream().map(Dialect::name).toList();
            case SIGNATURE_FORMS ->
                Arrays.stream(SignatureForm.values()).map(SignatureForm::word).toList();
            case NOTICES -> Arrays.stream(Notice.Type.values()).map(Enum::name).toList();
        };
    }

    private static String what(RecordComponent component) {
        @Nullable Words words = component.getAnnotation(Words.class);
        return words == null || words.what().isEmpty() ? words(component.getName()) : words.what();
    }

    static String key(String component) {
        return words(component).replace(' ', '-');
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String article(String words) {
        return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }
}
