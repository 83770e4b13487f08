package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.jetty.HttpTransport;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.scenarios.input.BadInput;

/** The {@code http} driver: gestures as JSON calls to the server under test; the contract is docs/http-driver.md. */
public final class HttpGestures implements Gestures, AutoCloseable {
    private final Origin server;
    private final String party;
    private final Headers headers;
    private final HttpTransport transport;

    public HttpGestures(Origin server, Trusting trusting, String party, String token) {
        this.server = server;
        this.party = party;
        this.headers = Headers.of("Content-Type", "application/json", "Authorization", "Bearer " + token);
        this.transport = HttpTransport.start(trusting.certificates(), _ -> Optional.empty());
    }

    @Override
    public Told<Nothing> write(String path, String text) {
        return plain(verb("write").put("path", path).put("text", text));
    }

    @Override
    public Told<Nothing> makeFolder(String path) {
        return plain(verb("makeFolder").put("path", path));
    }

    @Override
    public Told<String> share(String path, String shareWith, List<String> permissions) {
        var call = verb("share").put("path", path).put("shareWith", shareWith);
        return text(permitting(call, permissions));
    }

    @Override
    public Told<Nothing> changePermissions(String id, List<String> permissions) {
        return plain(permitting(verb("changePermissions").put("id", id), permissions));
    }

    private static ObjectNode permitting(ObjectNode call, List<String> permissions) {
        var words = call.putArray("permissions");
        permissions.forEach(words::add);
        return call;
    }

    @Override
    public Told<Nothing> unshare(String id) {
        return plain(verb("unshare").put("id", id));
    }

    @Override
    public Told<List<Received>> pending() {
        return list(verb("pending"), share -> new Received(word(share, "id"), word(share, "name")));
    }

    @Override
    public Told<Nothing> accept(String id) {
        return plain(verb("accept").put("id", id));
    }

    @Override
    public Told<Nothing> decline(String id) {
        return plain(verb("decline").put("id", id));
    }

    @Override
    public Told<Nothing> read(String id, String path) {
        var call = verb("read").put("id", id);
        return plain(path.isEmpty() ? call : call.put("path", path));
    }

    @Override
    public Told<Nothing> list(String id) {
        return plain(verb("list").put("id", id));
    }

    @Override
    public Told<Nothing> reshare(String id, String shareWith) {
        return plain(verb("reshare").put("id", id).put("shareWith", shareWith));
    }

    @Override
    public Told<Nothing> requestShare(String owner, String resource) {
        return plain(verb("requestShare").put("owner", owner).put("resource", resource));
    }

    @Override
    public Told<List<Wish>> requests() {
        return list(verb("requests"), wish -> new Wish(word(wish, "id"), word(wish, "requester")));
    }

    @Override
    public Told<Nothing> approve(String request) {
        return plain(verb("approve").put("id", request));
    }

    @Override
    public Told<Nothing> refuse(String request) {
        return plain(verb("refuse").put("id", request));
    }

    @Override
    public Told<String> invite() {
        return text(verb("invite"));
    }

    @Override
    public Told<Nothing> acceptInvite(String invite) {
        return plain(verb("acceptInvite").put("invite", invite));
    }

    @Override
    public void close() {
        transport.close();
    }

    private ObjectNode verb(String verb) {
        return Json.object().put("party", party).put("verb", verb);
    }

    private Told<Nothing> plain(ObjectNode call) {
        return call(call).map(_ -> Nothing.NOTHING);
    }

    private Told<String> text(ObjectNode call) {
        return call(call).map(answer -> answer.text("value").value().orElse(""));
    }

    private <T> Told<List<T>> list(ObjectNode call, Function<MessageView, T> each) {
        return call(call)
                .map(answer -> answer.objects("value").value().orElse(List.of()).stream()
                        .map(each)
                        .toList());
    }

    private static String word(MessageView item, String member) {
        return item.text(member).value().orElse("");
    }

    private Told<MessageView> call(ObjectNode call) {
        var request = WireRequest.post(DriverDesk.PATH, headers, Json.bytes(call));
        return switch (transport.exchange(server, request, Timeouts.USUAL)) {
            case Exchange.Replied(var reply) -> told(reply);
            case Exchange other -> new Told.Unclear<>("the driver " + other.words());
        };
    }

    private Told<MessageView> told(WireReply reply) {
        if (reply.status() == 401)
            throw new BadInput("the driver at " + server + " does not take this token; give the right one by --token");
        if (reply.status() == 404)
            throw new BadInput(server + " offers no driver at " + DriverDesk.PATH + "; see docs/http-driver.md");
        var answer = Session.body(reply);
        var words = answer.text("words").value().orElse("the driver answered " + reply.status());
        return switch (answer.text("told").value().orElse("")) {
            case "done" -> Told.done(answer, words);
            case "refused" -> Told.refused(words);
            case "unsupported" -> new Told.Unsupported<>(words);
            default -> new Told.Unclear<>(words);
        };
    }
}
