package org.meshbed.nodes.resource;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.party.Entry;

/**
 * What another server's answer to a PROPFIND of depth 1 says of a folder and its children. The answer is not trusted: a
 * line whose href is no path below the folder, or whose name could not be one here, is left out; of two lines for one
 * name the first counts. Hrefs may be URLs or paths, with or without a slash at the end, encoded in any way.
 *
 * @param self whether the thing that was asked for is a folder; empty where the answer does not speak of it
 * @param whole that thing
 * @param seen its children
 */
record Multistatus(Optional<Boolean> self, Optional<Seen> whole, List<Seen> seen) {
    private static final Pattern URL = Pattern.compile("(?i)https?://[^/]*(/.*)?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern SUCCESS = Pattern.compile("HTTP/[0-9.]+ 2[0-9][0-9]( .*)?");

    /** Reads an answer; {@code asked}: the decoded segments of the path that the request was for. */
    static Multistatus read(byte[] body, List<String> asked, int longestName) throws Xml.NotXml {
        var root = Xml.read(body);
        if (!root.is("multistatus")) throw new Xml.NotXml("the answer is no multistatus document");
        Optional<Seen> whole = Optional.empty();
        var children = new TreeMap<String, Seen>();
        for (var response : root.all("response").toList()) {
            var path = response.first("href").flatMap(href -> path(href.text().trim()));
            if (path.isEmpty()) continue;
            var segments = path.get();
            if (segments.equals(asked)) whole = whole.or(() -> Optional.of(seen(last(asked), response)));
            else if (isChild(segments, asked, longestName))
                children.putIfAbsent(segments.getLast(), seen(segments.getLast(), response));
        }
        return new Multistatus(
                whole.map(Seen::folder),
                whole,
                children.values().stream()
                        .sorted(Comparator.comparing(Seen::name))
                        .toList());
    }

    List<Entry> children() {
        return seen.stream()
                .map(child -> new Entry(child.name(), child.folder(), child.length()))
                .toList();
    }

    private static String last(List<String> segments) {
        return segments.isEmpty() ? "" : segments.getLast();
    }

    /** What an answer to a PROPFIND of depth 0 says, under whatever path: servers do not agree on the one of a share. */
    static Optional<Seen> one(byte[] body, String name) throws Xml.NotXml {
        var root = Xml.read(body);
        if (!root.is("multistatus")) throw new Xml.NotXml("the answer is no multistatus document");
        return root.all("response").findFirst().map(response -> seen(name, response));
    }

    private static final String OCS = "http://open-collaboration-services.org/ns";

    /** What an answer says of the one thing that was asked for: that of its first line. */
    static RemoteFiles.Look look(byte[] body) throws Xml.NotXml {
        var root = Xml.read(body);
        var first = root.first("response").filter(_ -> root.is("multistatus"));
        if (first.isEmpty()) throw new Xml.NotXml("the answer speaks of nothing");
        var response = first.get();
        var tag = property(response, Xml.DAV, "getetag").map(it -> it.text().trim());
        var bits = property(response, OCS, "share-permissions")
                .map(it -> it.text().trim())
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::parseInt);
        return new RemoteFiles.Look(isFolder(response), tag.findFirst().orElse(""), bits.findFirst());
    }

    /** The names of what is in the folder that was asked for, as they come. */
    static List<String> names(byte[] body, List<String> asked, int longestName) throws Xml.NotXml {
        var root = Xml.read(body);
        if (!root.is("multistatus")) throw new Xml.NotXml("the answer is no multistatus document");
        return root.all("response")
                .flatMap(response ->
                        response.first("href").flatMap(href -> path(href.text().trim())).stream())
                .filter(segments -> isChild(segments, asked, longestName))
                .map(List::getLast)
                .distinct()
                .toList();
    }

    /** Whether an answer tells a property of anything, with a status of success. */
    static boolean tells(byte[] body) throws Xml.NotXml {
        var root = Xml.read(body);
        return root.is("multistatus")
                && root.all("response")
                        .flatMap(response -> response.all("propstat"))
                        .filter(propstat -> propstat.first("status")
                                .filter(status ->
                                        SUCCESS.matcher(status.text().trim()).matches())
                                .isPresent())
                        .flatMap(propstat -> propstat.all("prop"))
                        .anyMatch(prop -> !prop.children().isEmpty());
    }

    private static Optional<List<String>> path(String href) {
        var url = URL.matcher(href);
        var path = url.matches() ? Optional.ofNullable(url.group(1)).orElse("/") : href;
        try {
            return path.startsWith("/") ? Optional.of(Percent.segments(path)) : Optional.empty();
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    private static boolean isChild(List<String> segments, List<String> asked, int longestName) {
        return segments.size() == asked.size() + 1
                && segments.subList(0, asked.size()).equals(asked)
                && FilePath.wrongIn(segments.getLast(), longestName).isEmpty();
    }

    private static Seen seen(String name, Xml response) {
        var folder = isFolder(response);
        var length = property(response, "getcontentlength")
                .map(it -> it.text().trim())
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong)
                .findFirst();
        var modified = property(response, "getlastmodified")
                .flatMap(it -> HttpDate.read(it.text().trim()).stream())
                .findFirst();
        return new Seen(name, folder, folder ? 0 : length.orElse(0L), modified);
    }

    private static boolean isFolder(Xml response) {
        return property(response, "resourcetype")
                .anyMatch(type -> type.first("collection").isPresent());
    }

    /** A property under a status of success, or under none. */
    private static Stream<Xml> property(Xml response, String name) {
        return property(response, Xml.DAV, name);
    }

    private static Stream<Xml> property(Xml response, String namespace, String name) {
        return response.all("propstat")
                .filter(propstat -> propstat.first("status")
                        .map(status -> SUCCESS.matcher(status.text().trim()).matches())
                        .orElse(true))
                .flatMap(propstat -> propstat.all("prop"))
                .flatMap(prop -> prop.children().stream())
                .filter(it -> it.namespace().equals(namespace) && it.name().equals(name));
    }
}
