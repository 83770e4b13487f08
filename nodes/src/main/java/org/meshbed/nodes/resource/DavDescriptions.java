package org.meshbed.nodes.resource;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.resource.DavProperty.Name;
import org.meshbed.nodes.resource.DavProperty.Subject;
import org.meshbed.nodes.resource.FileOutcome.Done;
import org.meshbed.nodes.resource.FileOutcome.Undone;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessDescribes;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.Description;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Template;

/** PROPFIND as a vendor answers it: its own properties, under the names that it gives them. */
final class DavDescriptions {
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");
    private static final List<String> DEPTHS = List.of("0", "1", "infinity");

    private final Standing homes;
    private final AccessDescribes own;
    private final Facts facts;

    /** @param facts what templates may say of the share */
    DavDescriptions(Standing homes, AccessDescribes own, Facts facts) {
        this.homes = homes;
        this.own = own;
        this.facts = facts;
    }

    WireReply find(DavCall call) {
        var depth = call.header("Depth").orElse("infinity");
        if (!DEPTHS.contains(depth)) return DavReply.bad(400, "Depth is 0, 1 or infinity");
        var asked = asked(call);
        if (asked.isEmpty()) return DavReply.bad(400, "the body is no propfind document");
        return switch (homes.look(call.user(), call.path())) {
            case Undone<Item> undone -> DavReply.undone(undone);
            case Done<Item>(var item, var _) -> described(call, item, depth, asked.get());
        };
    }

    /** PROPPATCH of a vendor that says yes to everything. */
    WireReply patch(DavCall call, String path) {
        var names = patched(call);
        if (names.isEmpty()) return DavReply.bad(400, "the body is no propertyupdate document");
        return switch (homes.look(call.user(), call.path())) {
            case Undone<Item> undone -> DavReply.undone(undone);
            case Done<Item>(var item, var _) -> {
                var href = Template.text(path, facts) + (item.isFolder() ? "/" : "");
                var set = new StringBuilder();
                names.get().forEach(name -> set.append(name.element("")));
                yield told(
                        200,
                        "<d:response><d:href>" + Xml.escape(href) + "</d:href>" + propstat("200 OK", set)
                                + "</d:response>");
            }
        };
    }

    private static Optional<List<Name>> patched(DavCall call) {
        try {
            var root = Xml.read(call.message().orElse(new byte[0]));
            return root.is("propertyupdate")
                    ? Optional.of(root.children().stream()
                            .flatMap(change -> change.all("prop"))
                            .flatMap(prop -> prop.children().stream())
                            .map(Name::of)
                            .toList())
                    : Optional.empty();
        } catch (Xml.NotXml e) {
            return Optional.empty();
        }
    }

    private Optional<List<Name>> asked(DavCall call) {
        var body = call.message().orElse(new byte[0]);
        if (body.length == 0) return Optional.of(all());
        try {
            var root = Xml.read(body);
            if (!root.is("propfind")) return Optional.empty();
            return Optional.of(root.first("prop")
                    .map(prop ->
                            prop.children().stream().map(Name::of).distinct().toList())
                    .orElseGet(this::all));
        } catch (Xml.NotXml e) {
            return Optional.empty();
        }
    }

    private List<Name> all() {
        return own.all().stream().map(DavNames::of).toList();
    }

    private WireReply described(DavCall call, Item item, String depth, List<Name> asked) {
        var responses = new StringBuilder();
        if (!item.isFolder()
                && call.isRoot()
                && !depth.equals("0")
                && own.files().isPresent()) {
            var mount = facts.text("share.mount");
            responses.append(response(call, item, mount, asked).repeat(2));
        } else describe(call, item, call.below(), depth, asked, responses);
        return told(207, responses.toString());
    }

    private WireReply told(int status, String responses) {
        var reply = DavReply.xml(status, "<d:multistatus xmlns:d=\"DAV:\">" + responses + "</d:multistatus>");
        var headers = reply.headers();
        for (var line : own.headers().entrySet()) headers = headers.and(line.getKey(), line.getValue());
        return reply.withHeaders(headers);
    }

    private void describe(
            DavCall call, Item item, List<String> below, String depth, List<Name> asked, StringBuilder into) {
        into.append(response(call, item, href(call, item, below), asked));
        if (depth.equals("0") || !(homes.list(call.user(), call.root().below(below)) instanceof Done<List<Item>> list))
            return;
        for (var child : list.it()) {
            var path = new ArrayList<>(below);
            path.add(child.name());
            describe(call, child, path, depth.equals("1") ? "0" : depth, asked, into);
        }
    }

    /** What is shared has a slash at its end only where it is a folder. */
    private static String href(DavCall call, Item item, List<String> below) {
        return below.isEmpty() && !item.isFolder() ? call.scope().prefix() : call.href(below, item.isFolder());
    }

    private String response(DavCall call, Item item, String href, List<Name> asked) {
        var known = known(new Subject(item, href, item.name(), call.scope()));
        var found = new StringBuilder();
        var unknown = new StringBuilder();
        var everything = asked.equals(all());
        var names = new LinkedHashSet<>(own.always().stream().map(DavNames::of).toList());
        names.addAll(asked);
        for (var name : names)
            told(name, known)
                    .ifPresentOrElse(
                            told -> found.append(DavNames.of(told.as().orElse(told.name()))
                                    .element(Template.text(told.value(), known))),
                            () -> unknown.append(everything ? "" : name.element("")));
        return "<d:response><d:href>" + Xml.escape(escaped(href)) + "</d:href>" + propstat("200 OK", found)
                + propstat("404 Not Found", unknown) + "</d:response>";
    }

    private String escaped(String href) {
        return own.escapes().isEmpty()
                ? href
                : ESCAPE.matcher(href).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    private Facts known(Subject subject) {
        var known = facts.and(
                "file", name -> OwnProperties.fact(subject, name, homes).map(TextNode::valueOf));
        var texts = new LinkedHashMap<String, String>();
        for (var text : own.texts().entrySet()) texts.put(text.getKey(), Template.text(text.getValue(), known));
        return known.and("file", texts);
    }

    private Optional<Description> told(Name name, Facts known) {
        return own.properties().stream()
                .filter(p -> DavNames.of(p.name()).equals(name)
                        && p.when().map(c -> c.holds(known)).orElse(true))
                .findFirst();
    }

    private static String propstat(String status, StringBuilder properties) {
        return properties.isEmpty()
                ? ""
                : "<d:propstat><d:prop>" + properties + "</d:prop><d:status>HTTP/1.1 " + status
                        + "</d:status></d:propstat>";
    }
}
