package org.meshbed.nodes.vendor.quirk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.nodes.protocol.WireRequest;

/**
 * What conditions and templates may speak of: values under dotted names, the first word of which is one of
 * {@link #ROOTS}. A fact is looked at only when something asks for it.
 */
public final class Facts {
    public static final Facts NONE = new Facts(new LinkedHashMap<>());

    /** The first words of facts, with what they stand for. */
    public static final Map<String, String> ROOTS = roots();

    private final Map<String, Function<String, Optional<JsonNode>>> known;

    private Facts(Map<String, Function<String, Optional<JsonNode>>> known) {
        this.known = known;
    }

    private static Map<String, String> roots() {
        var roots = new LinkedHashMap<String, String>();
        roots.put("message", "the JSON or form that came, or that the dialect would send, field by field");
        roots.put("request", "`request.method`, `.target` (raw), `.path`, `.query`, `.body` (as text)");
        roots.put("header", "a header line of the request, such as `header.Content-Type`");
        roots.put("own", "`own.host` (with port), `.name`, `.origin`, `.provider`, `.api`: this server");
        roots.put(
                "user",
                "`user.id`, `.name`, `.email`, `.address`: the own user whose affair it is; `.seed`: of which an inner id is made");
        roots.put(
                "peer",
                "`peer.host`, `.name`, `.origin`, `.endpoint`, `.version`, `.capabilities`, `.criteria`: the other server");
        roots.put(
                "share",
                "`share.id`, `.secret`, `.recipient`, `.typed` (by whoever shares), `.name`, `.path`, `.uri`, `.type`,"
                        + " `.permissions`, `.requires`, `.state`, `.mount`, `.inside` (what is asked for, in it): the"
                        + " share spoken of; of a sent one `.asker` (who asked to share on), `.sent-by` (its user, or who"
                        + " asked), `.owner` (of what is shared on, elsewhere), `.bits` (permissions as a number), and `.own-id` of what was shared on");
        roots.put("notice", "`notice.type`, `.message`: the news that is told");
        roots.put(
                "refusal",
                "`refusal.check`, `.code`, `.why`, `.names` (comma list), `.commas` (without blanks), `.each` (one line for each field), `.name` and `.kind` of the first");
        roots.put(
                "reply",
                "`reply.status`, `.type` (content type): an answer that is about to be given; a header line, such as `reply.ETag`, of what the WebDAV server below would answer");
        roots.put("token", "`token.value`, `.seconds`: an access token that is given out");
        roots.put("key", "`key.pem`, `.pkcs1`: the public key it signs with, in its discovery document");
        roots.put("now", "the time as ISO text; `now.seconds` since the epoch");
        roots.put("chance", "`chance.3`: a number drawn from 0, 1 and 2, for what a product leaves to luck; seeded");
        roots.put("raw", "`raw.protocol.options`: the JSON of a member of the message, letter for letter as it came");
        roots.put(
                "file",
                "`file.name` (as its address ends), `.kind` (file, folder), `.place` (root, inside), `.grants`, `.etag`,"
                        + " `.length`, `.size` (with all below it), `.tag` (changes with whatever is below it), `.type`, `.modified`, `.id`,"
                        + " `.number`, `.parent`, `.storage`, `.space`, `.sha1`, `.md5`,"
                        + " `.adler32`: what is asked for of a share; `.target-tag` and the like: what came of moving or"
                        + " copying it");
        roots.put("reply", "`reply.Last-Modified` and the like: header lines of the WebDAV server below");
        return roots;
    }

    /** These, and what a request is. */
    public Facts and(WireRequest request) {
        return and("request", what -> of(request, what))
                .and("header", name -> request.headers().first(name).map(TextNode::valueOf));
    }

    /** These, and what others know. */
    public Facts and(Facts others) {
        var all = this;
        for (var root : others.known.entrySet()) all = all.and(root.getKey(), root.getValue());
        return all;
    }

    private static Optional<JsonNode> of(WireRequest request, String what) {
        return switch (what) {
            case "method" -> Optional.of(TextNode.valueOf(request.method()));
            case "target" -> Optional.of(TextNode.valueOf(request.target()));
            case "path" -> Optional.of(TextNode.valueOf(request.path()));
            case "query" -> Optional.of(TextNode.valueOf(request.query()));
            default -> Optional.empty();
        };
    }

    /** These and the facts of a tree under that word. */
    public Facts and(String root, JsonNode tree) {
        return and(root, path -> at(tree, path));
    }

    /** These and single values under that word, by the word behind the dot. */
    public Facts and(String root, Map<String, String> values) {
        return and(root, name -> Optional.ofNullable(values.get(name)).map(TextNode::valueOf));
    }

    /** These and what is found under that word; what was known under it before is asked where it finds nothing. */
    public Facts and(String root, Function<String, Optional<JsonNode>> found) {
        if (!ROOTS.containsKey(root)) throw new IllegalArgumentException("facts under '" + root + "' are unknown");
        var more = new LinkedHashMap<>(known);
        var before = known.get(root);
        more.put(root, before == null ? found : name -> found.apply(name).or(() -> before.apply(name)));
        return new Facts(more);
    }

    public Optional<JsonNode> get(String name) {
        var dot = name.indexOf('.');
        var found = known.get(dot < 0 ? name : name.substring(0, dot));
        return found == null ? Optional.empty() : found.apply(dot < 0 ? "" : name.substring(dot + 1));
    }

    /** The fact as text; empty where there is none. */
    public String text(String name) {
        return get(name).map(Facts::text).orElse("");
    }

    static String text(JsonNode fact) {
        return fact.isValueNode() ? fact.asText() : fact.toString();
    }

    private static Optional<JsonNode> at(JsonNode tree, String path) {
        var node = tree;
        for (var word : path.isEmpty() ? List.<String>of() : List.of(path.split("\\."))) {
            node = node.isArray() && word.matches("[0-9]{1,4}") ? node.path(Integer.parseInt(word)) : node.path(word);
        }
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }
}
