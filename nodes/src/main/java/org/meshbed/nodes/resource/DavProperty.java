package org.meshbed.nodes.resource;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The properties that every file or folder has (RFC 4918, 15), and the one of Open Cloud Mesh. All are protected. */
enum DavProperty {
    CREATIONDATE("creationdate"),
    DISPLAYNAME("displayname"),
    GETCONTENTLENGTH("getcontentlength"),
    GETCONTENTTYPE("getcontenttype"),
    GETETAG("getetag"),
    GETLASTMODIFIED("getlastmodified"),
    RESOURCETYPE("resourcetype"),
    SHARE_PERMISSIONS("share-permissions");

    static final String OCM = "http://open-cloud-mesh.org/ns";

    private final String word;

    DavProperty(String word) {
        this.word = word;
    }

    /** A property asked for by name, ours or not. */
    record Name(String namespace, String word) {
        static Name of(Xml element) {
            return new Name(element.namespace(), element.name());
        }

        /** An element of this name; the prefix is declared on it. */
        String element(String content) {
            var open = namespace.isEmpty()
                    ? word + " xmlns=\"\""
                    : namespace.equals(Xml.DAV)
                            ? "d:" + word
                            : "x:" + word + " xmlns:x=\"" + Xml.escape(namespace) + "\"";
            var close = open.substring(0, open.indexOf(' ') < 0 ? open.length() : open.indexOf(' '));
            return content.isEmpty() ? "<" + open + "/>" : "<" + open + ">" + content + "</" + close + ">";
        }
    }

    /** A file or folder as it is described. */
    record Subject(Item item, String href, String shownName, DavScope scope) {}

    static Optional<DavProperty> of(Name name) {
        return Arrays.stream(values()).filter(p -> p.qualified().equals(name)).findFirst();
    }

    Name qualified() {
        return new Name(this == SHARE_PERMISSIONS ? OCM : Xml.DAV, word);
    }

    /** Whether an answer to {@code allprop} holds it: the specification's own do (RFC 4918, 9.1). */
    boolean inAll() {
        return this != SHARE_PERMISSIONS;
    }

    /** The content of the property's element, or empty where a file or folder has none. */
    Optional<String> of(Subject subject) {
        var node = subject.item().node();
        return switch (this) {
            case CREATIONDATE -> Optional.of(DateTimeFormatter.ISO_INSTANT.format(HttpDate.seconds(node.created())));
            case DISPLAYNAME -> Optional.of(Xml.escape(subject.shownName()));
            case GETCONTENTLENGTH -> ofFile(node, Long.toString(subject.item().length()));
            case GETCONTENTTYPE -> ofFile(node, MediaTypes.of(subject.item().name()));
            case GETETAG -> Optional.of(Xml.escape(node.etag()));
            case GETLASTMODIFIED -> Optional.of(HttpDate.write(node.modified()));
            case RESOURCETYPE -> Optional.of(node instanceof Node.Folder ? "<d:collection/>" : "");
            case SHARE_PERMISSIONS -> Optional.of(words(subject.scope()));
        };
    }

    private static Optional<String> ofFile(Node node, String value) {
        return node instanceof Node.File ? Optional.of(value) : Optional.empty();
    }

    private static String words(DavScope scope) {
        return scope.permissions().words().stream()
                .map(word -> '"' + word + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }
}
