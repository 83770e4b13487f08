package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Function;
import org.meshbed.nodes.http.NodeApplication;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** Offers the {@code http} driver at a node of ours: whoever has the token makes its parties act. */
public final class DriverDesk {
    /** Where the calls go. */
    static final String PATH = "/meshbed-driver";

    private static final int MOST_READ = 64 * 1024;

    private final byte[] bearer;

    /** @param token what callers must show; compared in constant time */
    public DriverDesk(String token) {
        this.bearer = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    /** Calls to the driver are answered here, everything else by the node. */
    public WireAnswer answer(OcmNode node, WireRequest request) {
        if (!request.path().equals(PATH)) return NodeApplication.shared().answer(node, request);
        var shown = request.headers().first("Authorization").orElse("");
        if (!MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), bearer))
            return WireReply.json(401, Json.bytes(Json.object().put("words", "this needs the driver's token")));
        return WireReply.json(200, Json.bytes(told(node, call(request))));
    }

    private static MessageView call(WireRequest request) {
        try {
            return MessageView.of(Json.read(bytes(request.body())));
        } catch (IOException | Json.NotJson e) {
            return MessageView.empty();
        }
    }

    private static byte[] bytes(Body body) throws IOException {
        return switch (body) {
            case Body.None() -> new byte[0];
            case Body.Bytes(var bytes) -> bytes;
            case Body.Stream(var content) -> {
                try (var in = content.open()) {
                    yield in.readNBytes(MOST_READ);
                }
            }
        };
    }

    private static ObjectNode told(OcmNode node, MessageView call) {
        var party = new PartyGestures(node.party(text(call, "party")));
        var id = text(call, "id");
        var shareWith = text(call, "shareWith");
        return switch (text(call, "verb")) {
            case "write" -> told(party.write(text(call, "path"), text(call, "text")));
            case "makeFolder" -> told(party.makeFolder(text(call, "path")));
            case "share" -> withText(party.share(text(call, "path"), shareWith, permissions(call)));
            case "changePermissions" -> told(party.changePermissions(id, permissions(call)));
            case "unshare" -> told(party.unshare(id));
            case "pending" ->
                withList(party.pending(), share -> item(share.id()).put("name", share.name()));
            case "accept" -> told(party.accept(id));
            case "decline" -> told(party.decline(id));
            case "read" -> told(party.read(id, text(call, "path")));
            case "list" -> told(party.list(id));
            case "reshare" -> told(party.reshare(id, shareWith));
            case "invite" -> withText(party.invite());
            case "acceptInvite" -> told(party.acceptInvite(text(call, "invite")));
            default -> asked(party, call);
        };
    }

    /** The verbs about shares that are asked for. */
    private static ObjectNode asked(PartyGestures party, MessageView call) {
        var id = text(call, "id");
        return switch (text(call, "verb")) {
            case "requestShare" -> told(party.requestShare(text(call, "owner"), text(call, "resource")));
            case "requests" ->
                withList(party.requests(), wish -> item(wish.id()).put("requester", wish.requester()));
            case "approve" -> told(party.approve(id));
            case "refuse" -> told(party.refuse(id));
            default -> told(new Told.Unsupported<>("there is no verb '" + text(call, "verb") + "' here"));
        };
    }

    private static List<String> permissions(MessageView call) {
        return call.texts("permissions").value().orElse(List.of("read"));
    }

    private static ObjectNode item(String id) {
        return Json.object().put("id", id);
    }

    private static String text(MessageView call, String member) {
        return call.text(member).value().orElse("");
    }

    private static ObjectNode told(Told<?> told) {
        var word = switch (told) {
            case Told.Done<?> _ -> "done";
            case Told.Refused<?> _ -> "refused";
            case Told.Unclear<?> _ -> "unclear";
            case Told.Unsupported<?> _ -> "unsupported";
        };
        return Json.object().put("told", word).put("words", told.words());
    }

    private static ObjectNode withText(Told<String> told) {
        var answer = told(told);
        told.value().ifPresent(value -> answer.put("value", value));
        return answer;
    }

    private static <T> ObjectNode withList(Told<List<T>> told, Function<T, ObjectNode> each) {
        var answer = told(told);
        var list = answer.putArray("value");
        for (var item : told.value().orElse(List.of())) list.add(each.apply(item));
        return answer;
    }
}
