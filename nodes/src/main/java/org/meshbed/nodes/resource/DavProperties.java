package org.meshbed.nodes.resource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.resource.DavProperty.Name;
import org.meshbed.nodes.resource.DavProperty.Subject;
import org.meshbed.nodes.resource.FileOutcome.Done;
import org.meshbed.nodes.resource.FileOutcome.Undone;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessProperties;

/** PROPFIND of depth 0 and 1 (RFC 4918, 9.1), and PROPPATCH (9.2), which can change nothing here. */
final class DavProperties {
    private final Homes homes;

    DavProperties(Homes homes) {
        this.homes = homes;
    }

    /** What a PROPFIND asks for. */
    private sealed interface Question {
        record All(List<Name> included) implements Question {}

        record Names() implements Question {}

        record These(List<Name> names) implements Question {}
    }

    WireReply find(DavCall call) {
        var own = call.scope().own();
        var depth = call.header("Depth").orElse(own.isPresent() ? "1" : "infinity");
        if (!List.of("0", "1", "infinity").contains(depth)) return DavReply.bad(400, "Depth is 0, 1 or infinity");
        var message = call.message();
        if (message.isEmpty()) return tooLong();
        var question = own.isPresent() && !isQuestion(message.get())
                ? Optional.<Question>of(new Question.All(List.of()))
                : question(message.get());
        if (question.isEmpty()) return DavReply.bad(400, "the body is no propfind document");
        return switch (homes.look(call.user(), call.path())) {
            case Undone<Item> undone -> DavReply.undone(undone);
            case Done<Item>(var item, var _)
            when item.isFolder() && depth.equals("infinity") -> DavReply.error(403, "propfind-finite-depth");
            case Done<Item>(var item, var _)
            when own.isPresent() -> own(own.get(), call, item, depth.equals("1"), question.get());
            case Done<Item>(var item, var _) -> described(call, item, depth.equals("1"), question.get());
        };
    }

    /** Some products take whatever is no question of WebDAV for one for everything. */
    private static boolean isQuestion(byte[] body) {
        return body.length == 0 || question(body).isPresent();
    }

    private WireReply own(AccessProperties own, DavCall call, Item item, boolean children, Question question) {
        var subjects = new ArrayList<Subject>();
        subjects.add(new Subject(item, asked(call, item), item.name(), call.scope()));
        if (children && homes.list(call.user(), call.path()) instanceof Done<List<Item>>(var items, var _))
            for (var child : items) {
                var below = new ArrayList<>(call.below());
                below.add(child.name());
                subjects.add(subject(call, child, below));
            }
        var names = question instanceof Question.These(var asked)
                        && !(asked.isEmpty() && own.nothing().isPresent())
                ? Optional.of(asked)
                : Optional.<List<Name>>empty();
        var told = new OwnProperties(own, call.scope().facts().get(), homes).multistatus(subjects, names);
        return own.declaration().isPresent() ? DavReply.bareXml(207, told) : DavReply.xml(207, told);
    }

    /** The path that was asked for, or that of what is shared at all, which some products write in one way. */
    private static String asked(DavCall call, Item item) {
        var one = call.isRoot()
                && call.scope().own().flatMap(AccessProperties::roots).isPresent();
        return one ? call.scope().prefix() + "/" : written(call, item);
    }

    /** The path that was asked for, whatever stands there; a folder's ends in a slash. */
    private static String written(DavCall call, Item item) {
        var written = call.request().path().replace("/./", "/");
        var path = item.isFolder() ? written : written.replaceFirst("/+$", "");
        return item.isFolder() && !path.endsWith("/") ? path + "/" : path;
    }

    /** What templates may say of what stands at a path. */
    Optional<String> fact(DavCall call, String name) {
        return fact(call, call.path(), name);
    }

    /** What templates may say of where something was moved or copied to. */
    Optional<String> targetFact(DavCall call, String name, int longestName) {
        return call.header("Destination").flatMap(to -> switch (Reference.read(call, "Destination", to, longestName)) {
            case Reference.Inside(var path) -> fact(call, path, name);
            case Reference.Outside() -> Optional.<String>empty();
            case Reference.OtherServer() -> Optional.<String>empty();
        });
    }

    private Optional<String> fact(DavCall call, FilePath path, String name) {
        return fact(homes, call, path, name);
    }

    /** The same of what stands there wherever it is kept. */
    static Optional<String> fact(Standing standing, DavCall call, FilePath path, String name) {
        return standing.look(call.user(), path)
                .value()
                .flatMap(item -> OwnProperties.fact(
                        new Subject(item, asked(call, item), item.name(), call.scope()), name, standing));
    }

    /** Nothing can be set: ours are protected, and properties of others' making are not kept. */
    WireReply patch(DavCall call) {
        var message = call.message();
        if (message.isEmpty()) return tooLong();
        var names = patched(message.get());
        if (names.isEmpty()) return DavReply.bad(400, "the body is no propertyupdate document");
        return switch (homes.look(call.user(), call.path())) {
            case Undone<Item> undone -> DavReply.undone(undone);
            case Done<Item>(var item, var _) -> patched(call, item, message.get(), names);
        };
    }

    private WireReply patched(DavCall call, Item item, byte[] message, List<Name> names) {
        var subject = new Subject(item, asked(call, item), item.name(), call.scope());
        return call.scope()
                .own()
                .filter(own -> !own.sets().isEmpty())
                .map(own -> new DavSettings(homes, own).set(call, subject, sets(message), names))
                .orElseGet(() -> refused(subject(call, item, call.below()), names));
    }

    /** The elements that are to be set, with what they are to hold. */
    private static List<Xml> sets(byte[] body) {
        return read(body, "propertyupdate").stream()
                .flatMap(root -> root.all("set"))
                .flatMap(set -> set.all("prop"))
                .flatMap(prop -> prop.children().stream())
                .toList();
    }

    private static WireReply tooLong() {
        return DavReply.bad(413, "an XML body is at most " + DavCall.MOST_XML_BYTES + " bytes long");
    }

    private static Optional<Question> question(byte[] body) {
        if (body.length == 0) return Optional.of(new Question.All(List.of()));
        var root = read(body, "propfind");
        if (root.isEmpty()) return Optional.empty();
        var these = root.get().first("prop").map(prop -> (Question) new Question.These(names(prop)));
        var names = root.get().first("propname").map(_ -> (Question) new Question.Names());
        var all = root.get().first("allprop").map(_ -> (Question) new Question.All(
                root.get().first("include").map(DavProperties::names).orElse(List.of())));
        return these.or(() -> names).or(() -> all);
    }

    private static List<Name> patched(byte[] body) {
        var names = new ArrayList<Name>();
        read(body, "propertyupdate")
                .ifPresent(root -> root.children().stream()
                        .filter(child -> child.is("set") || child.is("remove"))
                        .flatMap(child -> child.all("prop"))
                        .forEach(prop -> names.addAll(names(prop))));
        return List.copyOf(names);
    }

    private static Optional<Xml> read(byte[] body, String root) {
        try {
            return Optional.of(Xml.read(body)).filter(xml -> xml.is(root));
        } catch (Xml.NotXml e) {
            return Optional.empty();
        }
    }

    private static List<Name> names(Xml prop) {
        return prop.children().stream().map(Name::of).distinct().toList();
    }

    private WireReply described(DavCall call, Item item, boolean children, Question question) {
        var multistatus = new StringBuilder("<d:multistatus xmlns:d=\"DAV:\">\n");
        multistatus.append(described(subject(call, item, call.below()), question));
        if (children && homes.list(call.user(), call.path()) instanceof Done<List<Item>>(var items, var _))
            for (var child : items) {
                var below = new ArrayList<>(call.below());
                below.add(child.name());
                multistatus.append(described(subject(call, child, below), question));
            }
        return DavReply.xml(207, multistatus.append("</d:multistatus>\n").toString());
    }

    private static Subject subject(DavCall call, Item item, List<String> below) {
        var name = item.name().isEmpty() ? call.user() : item.name();
        return new Subject(item, call.href(below, item.isFolder()), name, call.scope());
    }

    private static String described(Subject subject, Question question) {
        var found = new StringBuilder();
        var unknown = new StringBuilder();
        switch (question) {
            case Question.Names() ->
                live(subject).forEach(p -> found.append(p.qualified().element("")));
            case Question.All(var included) -> {
                live(subject).stream()
                        .filter(DavProperty::inAll)
                        .forEach(p -> add(p.qualified(), subject, found, unknown));
                included.stream()
                        .filter(name ->
                                DavProperty.of(name).filter(DavProperty::inAll).isEmpty())
                        .forEach(name -> add(name, subject, found, unknown));
            }
            case Question.These(var names) -> names.forEach(name -> add(name, subject, found, unknown));
        }
        var none = found.isEmpty() && unknown.isEmpty();
        return response(
                subject,
                (none ? propstat("200 OK", "", "") : "")
                        + (found.isEmpty() ? "" : propstat("200 OK", found.toString(), ""))
                        + (unknown.isEmpty() ? "" : propstat("404 Not Found", unknown.toString(), "")));
    }

    private static List<DavProperty> live(Subject subject) {
        return Arrays.stream(DavProperty.values())
                .filter(p -> p.of(subject).isPresent())
                .toList();
    }

    private static void add(Name name, Subject subject, StringBuilder found, StringBuilder unknown) {
        DavProperty.of(name)
                .flatMap(property -> property.of(subject))
                .ifPresentOrElse(value -> found.append(name.element(value)), () -> unknown.append(name.element("")));
    }

    private static WireReply refused(Subject subject, List<Name> names) {
        var guarded = new StringBuilder();
        var others = new StringBuilder();
        for (var name : names) (DavProperty.of(name).isPresent() ? guarded : others).append(name.element(""));
        var because = "<d:error><d:cannot-modify-protected-property/></d:error>";
        var body = (guarded.isEmpty() ? "" : propstat("403 Forbidden", guarded.toString(), because))
                + (others.isEmpty() ? "" : propstat("403 Forbidden", others.toString(), ""));
        return DavReply.xml(207, "<d:multistatus xmlns:d=\"DAV:\">\n" + response(subject, body) + "</d:multistatus>\n");
    }

    private static String response(Subject subject, String propstats) {
        return "<d:response><d:href>" + Xml.escape(subject.href()) + "</d:href>" + propstats + "</d:response>\n";
    }

    private static String propstat(String status, String properties, String error) {
        return "<d:propstat><d:prop>" + properties + "</d:prop><d:status>HTTP/1.1 " + status + "</d:status>" + error
                + "</d:propstat>";
    }
}
