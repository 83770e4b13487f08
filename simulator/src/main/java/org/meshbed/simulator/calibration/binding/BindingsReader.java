package org.meshbed.simulator.calibration.binding;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.node.Person;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.nodes.vendor.YamlView;
import org.meshbed.nodes.vendor.quirk.Opening;

/** Reads bindings strictly: every mistake names file, line, value and the nearest right name. */
public final class BindingsReader {
    private static final Pattern NEVER = Pattern.compile("(?!)");

    private BindingsReader() {}

    /** Throws {@link org.meshbed.nodes.vendor.BadProfile} with the mistake. */
    public static Bindings read(String file, String text) {
        var root = YamlView.read(file, text);
        var members = root.only(
                "bindings",
                List.of(
                        "left-out-of-requests",
                        "left-out-of-responses",
                        "times",
                        "servers",
                        "by-hand",
                        "every-flow",
                        "flows"));
        var servers = new ArrayList<BoundServer>();
        root.need(members, "servers", "the servers of the recording by their names")
                .members("a map of servers")
                .forEach((name, server) -> servers.add(server(name, server)));
        var names = servers.stream().map(BoundServer::name).toList();
        var flows = new LinkedHashMap<String, BoundFlow>();
        Optional.ofNullable(members.get("flows"))
                .ifPresent(v ->
                        v.members("a map of flows").forEach((name, flow) -> flows.put(name, flow(flow, names))));
        return new Bindings(
                lower(members.get("left-out-of-requests")),
                lower(members.get("left-out-of-responses")),
                servers,
                list(members.get("by-hand"), "a list of signs", BindingsReader::byHand),
                optional(members.get("times"), v -> v.oneOf("moment", List.of("started", "ended")))
                        .filter("started"::equals)
                        .isPresent(),
                optional(members.get("every-flow"), v -> flow(v, names)).orElse(BoundFlow.PLAIN),
                flows);
    }

    private static List<String> lower(@org.jspecify.annotations.Nullable YamlView list) {
        return list(list, "a list of header names", v -> v.text("a header name").toLowerCase(Locale.ROOT));
    }

    private static <T> List<T> list(
            @org.jspecify.annotations.Nullable YamlView view, String right, Function<YamlView, T> read) {
        return view == null ? List.of() : view.items(right).stream().map(read).toList();
    }

    private static <T> Optional<T> optional(
            @org.jspecify.annotations.Nullable YamlView view, Function<YamlView, T> read) {
        return view == null ? Optional.empty() : Optional.of(read.apply(view));
    }

    private static <T> Map<String, T> map(
            @org.jspecify.annotations.Nullable YamlView view, String right, Function<YamlView, T> read) {
        var map = new LinkedHashMap<String, T>();
        if (view != null) view.members(right).forEach((name, value) -> map.put(name, read.apply(value)));
        return map;
    }

    private static BoundServer server(String name, YamlView view) {
        var members = view.only(
                "a server",
                List.of("called", "at", "hosts", "profile", "settings", "people", "providers", "reaches", "documents"));
        return new BoundServer(
                name,
                optional(members.get("called"), BindingsReader::pattern).orElse(NEVER),
                origin(view.need(members, "at", "for example https://a.example:18101")),
                optional(members.get("hosts"), BindingsReader::pattern).orElse(NEVER),
                optional(members.get("profile"), BindingsReader::profile),
                map(members.get("settings"), "a map of settings", v -> v.text("a value")),
                list(members.get("people"), "a list of people", BindingsReader::person),
                logins(members.get("people")),
                list(members.get("providers"), "a list of hosts", v -> v.text("a host")),
                list(members.get("reaches"), "a list of openings", BindingsReader::opening),
                map(members.get("documents"), "documents by their targets", v -> v.text("a document as text")));
    }

    private static Opening opening(YamlView view) {
        var members = view.only("an opening", List.of("names", "addresses", "plain-http"));
        return Opening.of(
                view.need(members, "names", "a name, *.name or *").text("a name"),
                view.need(members, "addresses", "for example 127.0.0.0/8").text("a range of addresses"),
                optional(members.get("plain-http"), v -> v.oneOf("answer", List.of("true", "false")))
                        .filter("true"::equals)
                        .isPresent());
    }

    private static String profile(YamlView view) {
        var name = view.text("a profile, for example ocm-go/1");
        if (!name.matches("[a-z0-9-]+/[A-Za-z0-9.-]+"))
            throw view.wrong("'" + name + "' is no <vendor>/<line>; for example "
                    + Vendors.names().getLast());
        return name;
    }

    private static Person person(YamlView view) {
        var members = view.only("a person", List.of("user", "name", "email", "login"));
        var user = view.need(members, "user", "the name before the @ of the address")
                .text("a user name");
        return new Person(
                        user,
                        optional(members.get("name"), v -> v.text("a name")).orElse(user),
                        optional(members.get("email"), v -> v.text("a mail address"))
                                .orElse(""))
                .withLogin(
                        optional(members.get("login"), v -> v.text("a login")).orElse(""));
    }

    private static Map<String, String> logins(@org.jspecify.annotations.Nullable YamlView people) {
        var logins = new LinkedHashMap<String, String>();
        for (var person : list(people, "a list of people", v -> v.members("a person")))
            if (person.get("login") instanceof YamlView login && person.get("user") instanceof YamlView user)
                logins.put(login.text("a login"), user.text("a user name"));
        return logins;
    }

    private static Origin origin(YamlView view) {
        var text = view.text("for example https://a.example:18101");
        try {
            return Endpoint.parse(text).origin();
        } catch (NotWellFormed e) {
            throw view.wrong("'" + text + "' is no https://<host>[:port]");
        }
    }

    static Pattern pattern(YamlView view) {
        var text = view.text("a regular expression");
        try {
            return Pattern.compile(text, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw view.wrong("'" + text + "' is no regular expression: " + e.getDescription());
        }
    }

    private static ByHand byHand(YamlView view) {
        var members = view.only("a sign", List.of("from", "lacks", "step", "call"));
        if (members.isEmpty()) throw view.wrong("a sign needs one of from, lacks, step, call");
        return new ByHand(
                optional(members.get("from"), BindingsReader::pattern),
                optional(members.get("lacks"), v -> v.text("a header name")),
                optional(members.get("step"), BindingsReader::pattern),
                optional(members.get("call"), BindingsReader::pattern));
    }

    private static BoundFlow flow(YamlView view, List<String> servers) {
        var members = view.only("a flow", List.of("instant", "state", "actions", "any-order"));
        var state = new LinkedHashMap<String, State>();
        map(members.get("state"), "a map of servers", v -> v).forEach((name, held) -> {
            if (!servers.contains(name))
                throw held.wrong("'" + name + "' is no server of these bindings"
                        + org.meshbed.nodes.vendor.Nearest.hint(name, servers));
            state.put(name, StateReader.read(held));
        });
        return new BoundFlow(
                optional(members.get("instant"), BindingsReader::instant),
                state,
                list(members.get("actions"), "a list of actions", v -> ActionReader.read(v, servers)),
                list(members.get("any-order"), "a list of steps", BindingsReader::pattern));
    }

    private static Instant instant(YamlView view) {
        var text = view.text("an instant, for example 2026-11-23T22:46:49Z");
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw view.wrong("'" + text + "' is no instant; for example 2026-11-23T22:46:49Z");
        }
    }

    /** The state of a server. */
    static final class StateReader {
        private StateReader() {}

        static State read(YamlView view) {
            var members = view.only(
                    "a state", List.of("settings", "files", "contacts", "numbers", "sent", "received", "warm", "acts"));
            return new State(
                    map(members.get("settings"), "a map of settings", v -> v.text("a value")),
                    map(members.get("files"), "a map of users", v -> map(v, "a map of paths", StateReader::content)),
                    map(
                            members.get("contacts"),
                            "a map of users",
                            v -> list(v, "a list of contacts", StateReader::contact)),
                    map(members.get("numbers"), "a map of numbers", v -> v.integer("a number")),
                    rows(members.get("sent")),
                    rows(members.get("received")),
                    optional(
                            members.get("warm"),
                            v -> list(v, "a list of servers", w -> w.text("the name of a server"))),
                    optional(members.get("acts"), v -> v.text("a user or login")));
        }

        private static Map<String, List<State.Row>> rows(@org.jspecify.annotations.Nullable YamlView users) {
            return map(users, "a map of users", v -> list(v, "a list of shares", StateReader::row));
        }

        private static State.Row row(YamlView view) {
            var members =
                    view.only("a share", List.of("name", "with", "id", "secret", "permissions", "accepted", "url"));
            return new State.Row(
                    view.need(members, "name", "the name of what is shared").text("a name"),
                    view.need(members, "with", "the address of the other person")
                            .text("an address"),
                    view.need(members, "id", "at its sending server").text("an id"),
                    view.need(members, "secret", "that opens it").text("a secret"),
                    optional(members.get("permissions"), v -> v.integer("a sum of 1, 2, 4, 8 and 16"))
                            .orElse(31),
                    optional(members.get("accepted"), v -> v.oneOf("answer", List.of("true", "false")))
                            .filter("false"::equals)
                            .isEmpty(),
                    optional(members.get("url"), v -> v.text("where it is")).orElse(""));
        }

        /** Text, or the first bytes in base64 with the length of it all; what follows repeats the last byte. */
        private static byte[] content(YamlView view) {
            if (view.isText()) return view.text("the content").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            var members = view.only("a content", List.of("base64", "length"));
            var text = view.need(members, "base64", "the first bytes").text("the first bytes");
            var bytes = decoded(view, text);
            var length = optional(members.get("length"), v -> v.integer("a length in bytes"))
                    .orElse(bytes.length);
            if (length < bytes.length || length > LONGEST_FILE || bytes.length == 0)
                throw view.wrong("length " + length + " is not from " + bytes.length + " to " + LONGEST_FILE);
            var whole = java.util.Arrays.copyOf(bytes, length);
            java.util.Arrays.fill(whole, bytes.length, length, bytes[bytes.length - 1]);
            return whole;
        }

        private static byte[] decoded(YamlView view, String text) {
            try {
                return java.util.Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                throw view.wrong("'base64' of a content is no base64");
            }
        }

        private static final int LONGEST_FILE = 16 << 20;

        private static Contact contact(YamlView view) {
            if (view.isText()) return new Contact(view.text("an address"), "", "");
            var members = view.only("a contact", List.of("address", "name", "email"));
            return new Contact(
                    view.need(members, "address", "user@host").text("an address"),
                    optional(members.get("name"), v -> v.text("a name")).orElse(""),
                    optional(members.get("email"), v -> v.text("a mail address"))
                            .orElse(""));
        }
    }
}
