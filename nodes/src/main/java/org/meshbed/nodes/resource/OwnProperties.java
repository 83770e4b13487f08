package org.meshbed.nodes.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.meshbed.nodes.resource.DavProperty.Name;
import org.meshbed.nodes.resource.DavProperty.Subject;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessProperties;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.Property;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Template;

/** Properties of files and folders as a vendor tells them. */
final class OwnProperties {
    private final AccessProperties own;
    private final Facts facts;
    private final Standing homes;

    OwnProperties(AccessProperties own, Facts facts, Standing homes) {
        this.own = own;
        this.facts = facts;
        this.homes = homes;
    }

    /** @param asked empty for all of them */
    String multistatus(List<Subject> subjects, Optional<List<Name>> asked) {
        var text = new StringBuilder("<d:multistatus");
        own.prefixes().forEach((prefix, uri) -> text.append(" xmlns:" + prefix + "=\"" + uri + "\""));
        text.append('>');
        for (var subject : subjects) text.append(response(subject, asked));
        return text.append("</d:multistatus>").toString();
    }

    private String response(Subject subject, Optional<List<Name>> asked) {
        var known = facts.and("file", name -> fact(subject, name));
        var found = new StringBuilder();
        var missing = new StringBuilder();
        if (asked.isPresent())
            for (var name : asked.get())
                property(known, p -> p.isAsked("by-name") && name.equals(qualified(p.name())))
                        .ifPresentOrElse(
                                p -> found.append(element(p.name(), Template.text(p.value(), known))),
                                () -> missing.append(written(name)));
        else all(known, found, missing);
        return "<d:response><d:href>" + Xml.escape(subject.href()) + "</d:href>" + propstat("200 OK", found)
                + propstat("404 Not Found", missing) + "</d:response>";
    }

    private void all(Facts known, StringBuilder found, StringBuilder missing) {
        var told = new ArrayList<String>();
        for (var p : own.told()) {
            if (!p.isAsked("with-all") || told.contains(p.name()) || !so(p, known)) continue;
            told.add(p.name());
            found.append(element(p.name(), Template.text(p.value(), known)));
        }
        for (var name : own.missing()) missing.append(element(name, ""));
    }

    private Optional<Property> property(Facts known, Predicate<Property> which) {
        return own.told().stream().filter(which).filter(p -> so(p, known)).findFirst();
    }

    private static boolean so(Property property, Facts known) {
        return property.when().map(c -> c.holds(known)).orElse(true);
    }

    private Name qualified(String name) {
        var end = name.indexOf('}');
        if (end > 0) return new Name(name.substring(1, end), name.substring(end + 1));
        var colon = name.indexOf(':');
        return new Name(
                own.prefixes().getOrDefault(name.substring(0, Math.max(0, colon)), ""), name.substring(colon + 1));
    }

    private String written(Name name) {
        return own.prefixes().entrySet().stream()
                .filter(prefix -> prefix.getValue().equals(name.namespace()))
                .findFirst()
                .map(prefix -> element(prefix.getKey() + ":" + name.word(), ""))
                .orElseGet(() -> name.element(""));
    }

    private static String element(String name, String content) {
        var end = name.indexOf('}');
        if (end > 0) {
            var word = name.substring(end + 1);
            return "<%s xmlns=\"%s\">%s</%s>".formatted(word, name.substring(1, end), content, word);
        }
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static String propstat(String status, StringBuilder properties) {
        return properties.isEmpty()
                ? ""
                : "<d:propstat><d:prop>" + properties + "</d:prop><d:status>HTTP/1.1 " + status
                        + "</d:status></d:propstat>";
    }

    private Optional<JsonNode> fact(Subject subject, String name) {
        return fact(subject, name, homes).map(TextNode::valueOf);
    }

    /** What templates may say of a file or folder. */
    static Optional<String> fact(Subject subject, String name, Standing standing) {
        var item = subject.item();
        var scope = subject.scope();
        return switch (name) {
            case "name" -> Optional.of(shownName(subject.href()));
            case "kind" -> Optional.of(item.isFolder() ? "folder" : "file");
            case "path" -> Optional.of(item.path());
            case "place" -> Optional.of(item.path().equals(scope.root()) ? "root" : "inside");
            case "grants" -> Optional.of(String.join(" ", scope.permissions().words()));
            case "etag" -> Optional.of(standing.etag(item));
            case "length" -> Optional.of(Long.toString(item.length()));
            case "type" -> Optional.of(MediaTypes.of(item.name()));
            case "modified" -> Optional.of(HttpDate.write(item.node().modified()));
            case "storage" -> Optional.of(id(scope.origin().host().toString()));
            case "space" -> Optional.of(scope.user());
            case "base" -> Optional.of(id(scope.user() + "/" + scope.root()));
            case "id" -> Optional.of(id(scope, item));
            case "parent" -> Optional.of(parent(scope, item));
            case "number" -> Optional.of(number(scope.user() + "/" + item.path()));
            case "size", "tag", "sha1", "md5", "adler32" -> standing.told(name, scope.user(), item);
            default -> Optional.empty();
        };
    }

    /** It goes with what is moved. */
    private static String id(DavScope scope, Item item) {
        return id(scope.user() + "/"
                + (item.node().born().isEmpty() ? item.path() : item.node().born()));
    }

    /** A number that stays the same for a place. */
    private static String number(String of) {
        var hash = UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits();
        return Long.toString(10_000_000 + Math.floorMod(hash, 80_000_000L));
    }

    private static String shownName(String href) {
        var bare = href.endsWith("/") ? href.substring(0, href.length() - 1) : href;
        return Percent.segments(bare.substring(bare.lastIndexOf('/') + 1)).getFirst();
    }

    /** What stands in a home itself has the home for a parent, which goes by the name of its user. */
    private static String parent(DavScope scope, Item item) {
        var slash = item.path().lastIndexOf('/');
        return slash < 0 ? scope.user() : id(scope.user() + "/" + item.path().substring(0, slash));
    }

    /** An id that looks like one that was drawn, and stays the same for a place. */
    private static String id(String of) {
        var named = new StringBuilder(
                UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString());
        named.setCharAt(14, '4');
        return named.toString();
    }
}
