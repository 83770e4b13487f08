package org.meshbed.nodes.resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.meshbed.nodes.protocol.Headers;

/** The conditions of a request (RFC 9110, 13), in the order of precedence of 13.2.2. */
final class Conditions {
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");

    private final Headers headers;

    Conditions(Headers headers) {
        this.headers = headers;
    }

    /** What a changing request demands: a match of the tag or the date, and no match where that is excluded. */
    Condition ofChange() {
        return now -> unchanged(now) && !excluded(now);
    }

    /** What a read has to answer. */
    enum Reading {
        SEND,
        NOT_MODIFIED,
        FAILED
    }

    Reading ofRead(Node node) {
        if (!unchanged(Optional.of(node))) return Reading.FAILED;
        if (excluded(Optional.of(node))) return Reading.NOT_MODIFIED;
        var noneMatch = headers.first("If-None-Match").isPresent();
        return !noneMatch && date("If-Modified-Since", since -> !modified(node).isAfter(since))
                ? Reading.NOT_MODIFIED
                : Reading.SEND;
    }

    /** Whether ranges may be sent: no {@code If-Range}, or one that names the file as it is now. */
    boolean rangesCount(Node node) {
        return headers.first("If-Range")
                .map(field -> field.startsWith("\"")
                        ? field.equals(node.etag()) || field.equals(node.tag())
                        : HttpDate.read(field).equals(Optional.of(modified(node))))
                .orElse(true);
    }

    private boolean unchanged(Optional<Node> now) {
        var match = headers.all("If-Match");
        if (!match.isEmpty()) return now.isPresent() && names(match, now.get(), true);
        return headers.first("If-Unmodified-Since").flatMap(HttpDate::read).isEmpty()
                || now.isEmpty()
                || date("If-Unmodified-Since", since -> !modified(now.get()).isAfter(since));
    }

    private boolean excluded(Optional<Node> now) {
        return now.isPresent() && names(headers.all("If-None-Match"), now.get(), false);
    }

    /** Whether a list of tags names the node; a weak tag never does where the comparison is strong. */
    private static boolean names(List<String> fields, Node node, boolean strong) {
        return fields.stream()
                .anyMatch(field -> field.trim().equals("*")
                        || TAG.matcher(field).results().anyMatch(tag -> equal(tag, node, strong)));
    }

    private static boolean equal(MatchResult tag, Node node, boolean strong) {
        if (strong && tag.group(1) != null) return false;
        return tag.group(2).equals(node.etag()) || tag.group(2).equals(node.tag());
    }

    private boolean date(String name, Predicate<Instant> holds) {
        return headers.first(name).flatMap(HttpDate::read).filter(holds).isPresent();
    }

    private static Instant modified(Node node) {
        return HttpDate.seconds(node.modified());
    }
}
