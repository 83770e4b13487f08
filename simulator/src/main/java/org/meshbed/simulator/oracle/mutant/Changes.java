package org.meshbed.simulator.oracle.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** The kinds of change that mutants are made of. */
final class Changes {
    static final Predicate<WireRequest> DISCOVERY = request ->
            request.path().equals("/.well-known/ocm") || request.path().startsWith("/ocm-provider");
    static final Predicate<WireRequest> SHARES = request -> request.path().endsWith("/shares");
    static final Predicate<WireRequest> NEWS = request -> request.path().endsWith("/notifications");
    static final Predicate<WireRequest> INVITES = request -> request.path().endsWith("/invite-accepted");
    static final Predicate<WireRequest> ACCESS = request -> request.path().contains("/dav")
            || request.path().contains("/files")
            || !request.headers().all("Authorization").isEmpty();

    private Changes() {}

    /** Requests of one kind are changed before they leave. */
    static Change request(Predicate<WireRequest> which, UnaryOperator<WireRequest> change) {
        return sending((usual, to, request, timeouts) ->
                usual.exchange(to, which.test(request) ? change.apply(request) : request, timeouts));
    }

    /** The JSON object in requests of one kind is changed before they leave. */
    static Change message(Predicate<WireRequest> which, Consumer<ObjectNode> change) {
        return request(which, request -> changed(request, change));
    }

    /** Answers to requests of one kind are changed. */
    static Change reply(Predicate<WireRequest> which, UnaryOperator<WireReply> change) {
        return new Change() {
            @Override
            public WireAnswer answering(WireRequest request, Answering usual) {
                var answer = usual.answer(request);
                return which.test(request) && answer instanceof WireReply reply ? change.apply(reply) : answer;
            }
        };
    }

    /** The JSON object in successful answers to requests of one kind is changed. */
    static Change answer(Predicate<WireRequest> which, Consumer<ObjectNode> change) {
        return reply(which, reply -> reply.successful() ? changed(reply, change) : reply);
    }

    /** Requests with a body like this are answered so, and the node never sees them. */
    static Change takes(Predicate<WireRequest> which, Predicate<MessageView> wrong, WireReply reply) {
        return new Change() {
            @Override
            public WireAnswer answering(WireRequest request, Answering usual) {
                return which.test(request) && wrong.test(view(request)) ? reply : usual.answer(request);
            }
        };
    }

    /** What comes in is changed before the node sees it. */
    static Change incoming(Predicate<WireRequest> which, Consumer<ObjectNode> change) {
        return new Change() {
            @Override
            public WireAnswer answering(WireRequest request, Answering usual) {
                return usual.answer(which.test(request) ? changed(request, change) : request);
            }
        };
    }

    static Change both(Change one, Change other) {
        return new Change() {
            @Override
            public Transport sending(Transport usual) {
                return one.sending(other.sending(usual));
            }

            @Override
            public WireAnswer answering(WireRequest request, Answering usual) {
                return one.answering(request, inner -> other.answering(inner, usual));
            }
        };
    }

    /** Another way to send. */
    interface Sending {
        Exchange exchange(Transport usual, Origin to, WireRequest request, Timeouts timeouts);
    }

    static Change sending(Sending other) {
        return new Change() {
            @Override
            public Transport sending(Transport usual) {
                return (to, request, timeouts) -> other.exchange(usual, to, request, timeouts);
            }
        };
    }

    static WireRequest changed(WireRequest request, Consumer<ObjectNode> change) {
        var node = json(request.body());
        if (!(node instanceof ObjectNode object)) return request;
        change.accept(object);
        return with(request, Json.bytes(object));
    }

    static WireRequest with(WireRequest request, byte[] body) {
        return new WireRequest(request.method(), request.target(), request.headers(), Body.of(body), request.framing());
    }

    static WireRequest target(WireRequest request, UnaryOperator<String> change) {
        return new WireRequest(
                request.method(), change.apply(request.target()), request.headers(), request.body(), request.framing());
    }

    static WireRequest method(WireRequest request, String method) {
        return new WireRequest(method, request.target(), request.headers(), request.body(), request.framing());
    }

    static WireRequest header(WireRequest request, String name, String value) {
        return request.withHeaders(request.headers().without(name).and(name, value));
    }

    static WireReply changed(WireReply reply, Consumer<ObjectNode> change) {
        var node = json(reply.body());
        if (!(node instanceof ObjectNode object)) return reply;
        change.accept(object);
        return WireReply.of(reply.status(), reply.headers(), Body.of(Json.bytes(object)));
    }

    static WireReply status(WireReply reply, int status) {
        return new WireReply(status, reply.headers(), reply.body(), reply.framing());
    }

    static MessageView view(WireRequest request) {
        return MessageView.of(json(request.body()));
    }

    private static JsonNode json(Body body) {
        if (!(body instanceof Body.Bytes(var bytes))) return Json.object();
        try {
            return Json.read(bytes);
        } catch (Json.NotJson e) {
            return Json.object();
        }
    }
}
