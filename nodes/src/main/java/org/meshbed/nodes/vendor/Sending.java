package org.meshbed.nodes.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.dialect.OcsForm;
import org.meshbed.nodes.dialect.Outgoing;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Follow;
import org.meshbed.nodes.vendor.quirk.MessageQuirk.MessageSendInvite;
import org.meshbed.nodes.vendor.quirk.MessageQuirk.MessageSendLegacyShare;
import org.meshbed.nodes.vendor.quirk.MessageQuirk.MessageSendNotification;
import org.meshbed.nodes.vendor.quirk.MessageQuirk.MessageSendShare;
import org.meshbed.nodes.vendor.quirk.MessageQuirk.MessageSendToken;
import org.meshbed.nodes.vendor.quirk.Repeat;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendCalls;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendCounts;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendFollows;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendLines;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendRepeats;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendWaits;
import org.meshbed.nodes.vendor.quirk.Shaped;
import org.meshbed.nodes.vendor.quirk.Shaping;
import org.meshbed.nodes.vendor.quirk.Success;
import org.meshbed.nodes.vendor.quirk.Template;

/** How the profile sends: what its messages look like, and what it makes of the answers, by the kind of request. */
public final class Sending {
    private static final Map<String, Class<? extends Shaped>> SHAPED = shaped();

    private final Manner manner;

    public Sending(Manner manner) {
        this.manner = manner;
    }

    private static Map<String, Class<? extends Shaped>> shaped() {
        var shaped = new LinkedHashMap<String, Class<? extends Shaped>>();
        shaped.put("share", MessageSendShare.class);
        shaped.put("legacy-share", MessageSendLegacyShare.class);
        shaped.put("notification", MessageSendNotification.class);
        shaped.put("invite", MessageSendInvite.class);
        shaped.put("token", MessageSendToken.class);
        return shaped;
    }

    /** The message as the profile writes it. */
    public Outgoing message(Outgoing dialects, Errand errand) {
        var made = called(shaped(dialects, errand), errand);
        var lines = lines(errand, made.headers());
        return lines == made.headers() ? made : new Outgoing(made.call(), lines, made.body());
    }

    private Outgoing called(Outgoing message, Errand errand) {
        var path = manner.bent(SendCalls.class).map(q -> q.paths().get(errand.request()));
        return path.map(p -> new Outgoing(Template.text(p, facts(errand)), message.headers(), message.body()))
                .orElse(message);
    }

    private Outgoing shaped(Outgoing message, Errand errand) {
        var type = SHAPED.get(errand.request());
        if (type == null || manner.bent(type).isEmpty()) return message;
        var isForm = isForm(message.headers());
        var shaping =
                manner.shaped(type, tree(message, isForm), () -> facts(errand)).orElseThrow();
        var json = !isForm
                || shaping.type().filter(t -> t.contains("json")).isPresent()
                        && shaping.indent().isPresent();
        var body = json ? shaping.bytes() : form(shaping).getBytes(StandardCharsets.UTF_8);
        return new Outgoing(message.call(), typed(message.headers(), shaping, json), body);
    }

    private static Headers typed(Headers headers, Shaping shaping, boolean json) {
        var made = Headers.NONE;
        for (var line : headers.lines())
            if (!line.name().equalsIgnoreCase("Content-Type") || !json) made = made.and(line.name(), line.value());
        return json && shaping.type().isPresent()
                ? made.and("Content-Type", shaping.type().get())
                : made;
    }

    private static boolean isForm(Headers headers) {
        return headers.first("Content-Type")
                .filter(t -> t.contains("form-urlencoded"))
                .isPresent();
    }

    private static ObjectNode tree(Outgoing message, boolean isForm) {
        try {
            return (ObjectNode) (isForm ? OcsForm.read(message.body()) : Json.read(message.body()));
        } catch (Json.NotJson e) {
            throw new IllegalStateException("a dialect has written what is no JSON", e);
        }
    }

    private static String form(Shaping shaping) {
        var form = new OcsForm();
        for (var member : shaping.document().properties())
            form.put(member.getKey(), member.getValue().asText());
        return form.toString();
    }

    private Facts facts(Errand errand) {
        return errand.facts().get().and(manner.own());
    }

    /** Its own header lines in front, in place of those of the same name; {@code none} takes one away. */
    public Headers lines(Errand errand, Headers usual) {
        var own = manner.bent(SendLines.class).map(q -> q.lines().get(errand.request()));
        if (own.isEmpty()) return usual;
        var facts = facts(errand);
        var lines = Headers.NONE;
        for (var line : own.get().entrySet())
            if (!line.getValue().equals("none"))
                for (var value : Template.text(line.getValue(), facts).split("\n", -1))
                    lines = lines.and(line.getKey(), value);
        for (var line : usual.lines()) if (!named(own.get(), line)) lines = lines.and(line.name(), line.value());
        return lines;
    }

    private static boolean named(Map<String, String> own, Header line) {
        return own.keySet().stream().anyMatch(line.name()::equalsIgnoreCase);
    }

    /** How long it waits for the answer; empty where it waits as long as we do. */
    public Optional<Duration> waits(Errand errand) {
        return manner.bent(SendWaits.class).map(q -> q.waits().get(errand.request()));
    }

    /** How it follows redirects; empty where it does as we do. */
    public Optional<Follow> follows(Errand errand) {
        return manner.bent(SendFollows.class).map(q -> q.follows().get(errand.request()));
    }

    /** Whether it sends the same once more after that answer, having sent it so many times. */
    public boolean again(Errand errand, WireReply reply, int times) {
        return manner.bent(SendRepeats.class)
                .map(q -> q.repeats().get(errand.request()))
                .filter(repeat -> times < repeat.times() && after(repeat, reply.status()))
                .isPresent();
    }

    private static boolean after(Repeat repeat, int status) {
        return repeat.after().isEmpty() || repeat.after().contains(status / 100);
    }

    /** Whether the answer counts as success; {@code otherwise}: whether it does for the dialect. */
    public boolean succeeded(String request, WireReply reply, boolean otherwise) {
        return manner.bent(SendCounts.class)
                .map(q -> q.counts().get(request))
                .map(success -> counts(success, reply))
                .orElse(otherwise);
    }

    private static boolean counts(Success success, WireReply reply) {
        if (!success.statuses().isEmpty() && !success.statuses().contains(reply.status())) return false;
        if (success.type().filter(type -> !isOfType(type, reply)).isPresent()) return false;
        return success.body().map(body -> fits(body, reply)).orElse(true);
    }

    private static boolean isOfType(String type, WireReply reply) {
        return reply.headers()
                .first("Content-Type")
                .filter(t -> t.replaceFirst(";.*", "").strip().equalsIgnoreCase(type))
                .isPresent();
    }

    private static boolean fits(String body, WireReply reply) {
        try {
            var tree = Json.read(reply.bytes());
            return tree.isObject() || body.equals("object-or-null") && tree.isNull();
        } catch (Json.NotJson e) {
            return false;
        }
    }
}
