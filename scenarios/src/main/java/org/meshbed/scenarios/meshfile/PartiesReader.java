package org.meshbed.scenarios.meshfile;

import java.util.ArrayList;
import java.util.List;
import org.meshbed.nodes.node.Group;
import org.meshbed.nodes.node.Person;

/** Reads the people and groups of one node; a group may name people that stand below it. */
final class PartiesReader {
    private static final String EXAMPLE =
            "[alice, {name: bob, display: Bob B.}, {group: physicists, members: [alice]}]";
    private static final List<String> PERSON = List.of("name", "display", "email", "second-factor");
    private static final List<String> GROUP = List.of("group", "members");

    private final String node;
    private final Mistakes mistakes;
    private final List<Person> people = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    PartiesReader(String node, Mistakes mistakes) {
        this.node = node;
        this.mistakes = mistakes;
    }

    List<Person> people() {
        return people;
    }

    List<Group> groups() {
        return groups;
    }

    void read(Yaml value) {
        var items = mistakes.sequence("'parties' of node '" + node + "'", value, EXAMPLE);
        for (var item : items) if (!isGroup(item)) person(item);
        for (var item : items) if (item instanceof Yaml.Mapping mapping && isGroup(item)) group(mapping);
    }

    private static boolean isGroup(Yaml item) {
        return item instanceof Yaml.Mapping mapping && mapping.get("group").isPresent();
    }

    private void person(Yaml item) {
        if (!(item instanceof Yaml.Mapping mapping)) {
            mistakes.parsed("a party of node '" + node + "'", item, "alice", Words::user)
                    .ifPresent(user -> add(item, Person.named(user)));
            return;
        }
        mistakes.unknownKeys("a party of node '" + node + "'", mapping, PERSON);
        var named = mapping.get("name").orElseGet(() -> new Yaml.Scalar(mapping.place(), ""));
        mistakes.parsed("the name of a party of node '" + node + "'", named, "alice", Words::user)
                .map(Person::named)
                .ifPresent(usual -> add(
                        item,
                        new Person(
                                usual.user(),
                                text(mapping, "display", usual.displayName()),
                                text(mapping, "email", usual.email()),
                                secondFactor(mapping))));
    }

    private boolean secondFactor(Yaml.Mapping mapping) {
        return mapping.get("second-factor")
                .flatMap(value -> mistakes.parsed(
                        "'second-factor' of a party",
                        value,
                        "true",
                        text -> Words.one(List.of("true", "false"), "answer", text)))
                .filter("true"::equals)
                .isPresent();
    }

    private String text(Yaml.Mapping mapping, String key, String otherwise) {
        return mapping.get(key)
                .flatMap(value -> mistakes.text("'" + key + "' of a party", value, otherwise))
                .orElse(otherwise);
    }

    private void add(Yaml item, Person person) {
        if (people.stream().anyMatch(other -> other.user().equals(person.user())))
            mistakes.add(item.place(), "'" + person.user() + "' is at node '" + node + "' already");
        people.add(person);
    }

    private void group(Yaml.Mapping mapping) {
        mistakes.unknownKeys("a group of node '" + node + "'", mapping, GROUP);
        var users = people.stream().map(Person::user).toList();
        var members = mapping
                .get("members")
                .map(value -> mistakes.sequence("'members' of a group", value, "[alice]"))
                .orElse(List.of())
                .stream()
                .flatMap(
                        member -> mistakes
                                .parsed("a member of a group", member, "alice", text -> Words.one(users, "party", text))
                                .stream())
                .toList();
        mapping.get("group")
                .flatMap(value ->
                        mistakes.parsed("the name of a group of node '" + node + "'", value, "physicists", Words::user))
                .ifPresent(name -> groups.add(new Group(name, members)));
    }
}
