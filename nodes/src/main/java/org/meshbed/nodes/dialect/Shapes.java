package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;

/** The parts of messages that several dialects have in common. */
final class Shapes {
    private Shapes() {}

    /** The error body of all versions: {@code message}, and {@code validationErrors} where fields were wrong. */
    static WireReply error(Refusal refusal) {
        var body = Json.object().put("message", refusal.code());
        if (!refusal.invalid().isEmpty()) {
            var errors = body.putArray("validationErrors");
            for (var invalid : refusal.invalid())
                errors.addObject().put("name", invalid.name()).put("message", invalid.message());
        }
        return json(refusal.status(), Json.bytes(body));
    }

    static WireReply json(int status, byte[] body) {
        return WireReply.of(status, Headers.of("Content-Type", "application/json"), Body.of(body));
    }

    /** The members of a share that every version has, up to {@code resourceType}. */
    static ObjectNode share(ShareAnnouncement share) {
        return Json.object()
                .put("shareWith", share.shareWith().toString())
                .put("name", share.name())
                .put("providerId", share.id().value())
                .put("owner", share.owner().toString())
                .put("ownerDisplayName", share.ownerDisplayName())
                .put("sender", share.owner().toString())
                .put("senderDisplayName", share.ownerDisplayName())
                .put("shareType", share.shareType().word())
                .put("resourceType", share.resourceType().word());
    }

    static ShareView readShare(MessageView message, Optional<ShareView.AccessView> access) {
        var protocol = message.object("protocol");
        var view = protocol.value().orElse(MessageView.empty());
        var offered = view.names().stream()
                .filter(n -> !n.equals("name") && !n.equals("options"))
                .toList();
        return new ShareView(
                message.text("shareWith"),
                message.text("name"),
                message.text("providerId"),
                message.text("owner"),
                message.text("sender"),
                message.text("ownerDisplayName"),
                message.text("senderDisplayName"),
                message.text("shareType"),
                message.text("resourceType"),
                message.integer("expiration"),
                protocol,
                view.text("name"),
                offered,
                message.text("code"),
                access);
    }

    /** {@code protocol.options}; its permissions are an opaque string and grant what the sending server lets. */
    static ShareView.AccessView options(MessageView options) {
        return new ShareView.AccessView(
                ShareView.Form.OPTIONS,
                new Field.Absent<>(),
                options.text("sharedSecret"),
                new Field.Absent<>(),
                new Field.Absent<>(),
                new Field.Absent<>());
    }

    static ShareView.AccessView webdav(MessageView webdav) {
        return new ShareView.AccessView(
                ShareView.Form.WEBDAV,
                webdav.text("uri"),
                webdav.text("sharedSecret"),
                webdav.texts("permissions"),
                webdav.texts("requirements"),
                webdav.texts("accessTypes"));
    }

    static ObjectNode discovery(OwnDocument own, String apiVersion) {
        return Json.object()
                .put("enabled", own.enabled())
                .put("apiVersion", apiVersion)
                .put("endPoint", own.endPoint().toString());
    }

    /** The types this node shares and receives, as every version lists them. */
    static ArrayNode resourceTypes(ObjectNode document, OwnDocument own) {
        var types = document.putArray("resourceTypes");
        for (var type : ResourceType.values()) types.add(resourceType(own, type.word()));
        return types;
    }

    private static ObjectNode resourceType(OwnDocument own, String name) {
        var type = Json.object().put("name", name);
        texts(type, "shareTypes", own.shareTypes());
        type.putObject("protocols").put("webdav", own.webdavPath());
        return type;
    }

    static void texts(ObjectNode node, String name, Collection<String> texts) {
        var array = node.putArray(name);
        texts.forEach(array::add);
    }

    /** The word for a meaning that is there. */
    static <T> String word(List<List<Word<T>>> words, T meaning) {
        return words.stream()
                .flatMap(List::stream)
                .filter(w -> w.meaning().equals(meaning))
                .findFirst()
                .orElseThrow()
                .onTheWire();
    }

    static <T> Optional<T> meaning(List<List<Word<T>>> words, String word) {
        return words.stream()
                .flatMap(List::stream)
                .filter(w -> w.onTheWire().equals(word))
                .map(Word::meaning)
                .findFirst();
    }
}
