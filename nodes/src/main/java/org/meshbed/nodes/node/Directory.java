package org.meshbed.nodes.node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.share.Recipients;

/** The accounts and groups of a node: those it was made with at first, then what the operator made of them. */
final class Directory implements Recipients {
    private final Table<Person> people;
    private final Table<Group> groups;

    Directory(NodeSettings settings, Store store) {
        people = new Table<>(store, "people", Person.class);
        groups = new Table<>(store, "groups", Group.class);
        var born = new Table<>(store, "node", String.class);
        if (!born.putIfAbsent("born", settings.name())) return;
        settings.people().forEach(p -> people.put(p.user(), p));
        settings.groups().forEach(g -> groups.put(g.name(), g));
    }

    Optional<Person> person(String user) {
        return people.get(user);
    }

    /** What templates may say of each user. */
    List<Map<String, String>> everybody() {
        return users().stream().map(this::facts).toList();
    }

    /** What templates may say of a user. */
    Map<String, String> facts(String user) {
        var facts = new LinkedHashMap<String, String>();
        person(user).ifPresent(p -> {
            facts.put("id", p.user());
            facts.put("login", p.login().isEmpty() ? p.user() : p.login());
            facts.put("name", p.displayName());
            facts.put("email", p.email());
        });
        return facts;
    }

    @Override
    public Optional<String> withLogin(String name) {
        return people.all().stream()
                .filter(p -> p.login().equals(name))
                .map(Person::user)
                .findFirst();
    }

    @Override
    public Optional<String> user(String identifier) {
        return people.get(identifier).map(Person::displayName);
    }

    @Override
    public List<String> users() {
        return people.all().stream().map(Person::user).toList();
    }

    @Override
    public Optional<List<String>> group(String name) {
        return groups.get(name).map(Group::members);
    }

    void remove(String user) {
        people.remove(user);
        for (var group : groups.all()) {
            var left = group.members().stream().filter(m -> !m.equals(user)).toList();
            groups.put(group.name(), new Group(group.name(), left));
        }
    }

    void removeGroup(String name) {
        groups.remove(name);
    }

    /** Answers whether there is such a group. */
    boolean change(String group, List<String> members) {
        return groups.update(group, g -> new Group(g.name(), members)).isPresent();
    }
}
