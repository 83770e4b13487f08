package org.meshbed.simulator.calibration.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.vendor.Nearest;
import org.meshbed.nodes.vendor.YamlView;
import org.meshbed.simulator.calibration.binding.Deed.Verb;

/** Reads what stands for which deeds. */
final class ActionReader {
    private static final List<String> OWN =
            List.of("at", "call", "note", "caller", "begins", "step", "then", "from", "has", "do", "gives", "all");
    private static final List<String> PLACES = List.of(
            "group",
            "json",
            "answer",
            "field",
            "basic-user",
            "body",
            "remembered",
            "step",
            "caused",
            "called",
            "decoded",
            "unescaped",
            "sent",
            "destination");

    private ActionReader() {}

    static Action read(YamlView view, List<String> servers) {
        var members = view.members("an action");
        var kinds = List.of("call", "note", "caller", "begins").stream()
                .filter(members::containsKey)
                .count();
        if (kinds != 1) throw view.wrong("an action needs one of 'call', 'note', 'caller' and 'begins'");
        var at = Optional.ofNullable(members.get("at")).map(v -> at(v, servers)).orElse(List.of());
        return new Action(
                at,
                Optional.ofNullable(members.get("call")).map(BindingsReader::pattern),
                Optional.ofNullable(members.get("note")).map(BindingsReader::pattern),
                Optional.ofNullable(members.get("caller")).map(BindingsReader::pattern),
                Optional.ofNullable(members.get("begins")).map(BindingsReader::pattern),
                Optional.ofNullable(members.get("step")).map(BindingsReader::pattern),
                Optional.ofNullable(members.get("from")).map(BindingsReader::pattern),
                Optional.ofNullable(members.get("has")).map(BindingsReader::pattern),
                members.get("then") instanceof YamlView then
                        && !then.oneOf("end of an action", List.of("play")).isEmpty(),
                members.containsKey("all") ? several(view, members) : List.of(deed(view, members, OWN)));
    }

    private static List<String> at(YamlView view, List<String> servers) {
        var names = view.isText() ? List.of(view) : view.items("a list of servers");
        return names.stream()
                .map(v -> v.oneOf("server of these bindings", servers))
                .toList();
    }

    /** Several deeds for one line, one after the other. */
    private static List<Deed> several(YamlView view, Map<String, YamlView> members) {
        for (var name : members.keySet())
            if (!OWN.contains(name)) throw members.get(name).wrong("beside 'all' there is no '" + name + "'");
        var deeds = new ArrayList<Deed>();
        for (var item : view.need(members, "all", "a list of deeds").items("a list of deeds"))
            deeds.add(deed(item, item.members("a deed"), List.of("do", "gives")));
        return deeds;
    }

    private static Deed deed(YamlView view, Map<String, YamlView> members, List<String> others) {
        var words = Arrays.stream(Verb.values()).map(Verb::word).toList();
        var word =
                view.need(members, "do", "one of " + String.join(", ", words)).oneOf("verb", words);
        var verb = Verb.values()[words.indexOf(word)];
        var with = new LinkedHashMap<String, Argument>();
        members.forEach((name, value) -> {
            if (others.contains(name)) return;
            if (!verb.arguments().contains(name))
                throw value.wrong("'" + name + "' is no argument of " + word + Nearest.hint(name, verb.arguments()));
            with.put(name, argument(value));
        });
        var gives = new LinkedHashMap<String, Argument>();
        if (members.get("gives") instanceof YamlView given)
            given.only("what comes of " + word, verb.results())
                    .forEach((name, value) -> gives.put(name, argument(value)));
        return new Deed(verb, with, gives);
    }

    private static Argument argument(YamlView view) {
        if (view.isText()) return new Argument.Text(view.text("an argument"));
        if (!view.isMap())
            return new Argument.FirstOf(view.items("an argument").stream()
                    .map(ActionReader::argument)
                    .toList());
        var members = view.only("an argument", PLACES);
        if (members.size() != 1) throw view.wrong("an argument comes from one place: " + String.join(", ", PLACES));
        var place = members.keySet().iterator().next();
        var value = members.values().iterator().next();
        return switch (place) {
            case "group" -> new Argument.Group(value.integer("the number of a group"));
            case "json" -> new Argument.InRequest(pointer(value));
            case "answer" -> new Argument.InAnswer(pointer(value));
            case "field" -> new Argument.Field(value.text("the name of a field"));
            case "unescaped" -> new Argument.Unescaped(value.integer("the number of a group"));
            case "decoded" -> new Argument.Decoded(value.integer("the number of a group"));
            case "step" -> new Argument.InStep(BindingsReader.pattern(value));
            case "caused" -> new Argument.Caused(pointer(value));
            case "destination" -> new Argument.Destination(BindingsReader.pattern(value));
            case "sent" -> new Argument.Sent(value.text("a method"));
            case "called" -> new Argument.Called(BindingsReader.pattern(value));
            case "remembered" -> new Argument.Remembered(argument(value));
            case "basic-user" -> new Argument.BasicUser();
            default -> new Argument.Body();
        };
    }

    private static String pointer(YamlView view) {
        var text = view.text("a JSON pointer");
        if (!text.isEmpty() && !text.startsWith("/"))
            throw view.wrong("'" + text + "' is no JSON pointer; for example /share/id");
        return text;
    }
}
