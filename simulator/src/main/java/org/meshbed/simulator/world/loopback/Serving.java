package org.meshbed.simulator.world.loopback;

import java.util.List;
import java.util.function.Supplier;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.journal.Within;
import org.meshbed.simulator.world.Framed;

/**
 * The serving side of one server of this world. An exchange of ours is found by the caller's port and was recorded by
 * its caller; a caller that is none of ours is recorded here.
 */
record Serving(String name, Origin origin, Ground ground) {
    /** @param work answers a request, inside the exchange it belongs to */
    WireAnswer answer(WireRequest request, Site.Caller caller, Answering work) {
        var passage = ground.passages().find(caller.port(), origin.host().port());
        return passage.isPresent() ? ours(passage.get(), request, work) : foreign(request, caller, work);
    }

    /** What stands behind a port. */
    interface Answering {
        WireAnswer answer(WireRequest request);
    }

    private WireAnswer ours(Passages.Passage passage, WireRequest request, Answering work) {
        ground.clockwork().beginServing(passage.caller());
        try {
            return atWork(passage, within(passage.exchange(), request, work));
        } finally {
            ground.clockwork().endServing(passage.caller());
        }
    }

    private WireAnswer atWork(Passages.Passage passage, WireAnswer answer) {
        if (!(answer instanceof WireReply reply) || !(reply.body() instanceof Body.Stream(var content))) return answer;
        var body = new Body.Stream(new AtWork(content, ground.clockwork(), passage.caller()));
        return new WireReply(reply.status(), reply.headers(), body, reply.framing());
    }

    private WireAnswer foreign(WireRequest request, Site.Caller caller, Answering work) {
        ground.clockwork().begin();
        try {
            var number = ground.recorder().exchangeStarted("foreign:" + caller.address(), name, origin, request);
            return recorded(number, request, () -> within(number, arriving(number, request), work));
        } finally {
            ground.clockwork().end();
        }
    }

    private WireAnswer within(long exchange, WireRequest request, Answering work) {
        try {
            return new Actor(ground.clockwork()).call(() -> Within.answering(exchange, () -> work.answer(request)));
        } catch (NodeStopped e) {
            throw e;
        } catch (RuntimeException | Error e) {
            ground.breakages().add("'" + name + " answers " + request.method() + " " + request.path() + "'", e);
            return new NoAnswer(true);
        }
    }

    private WireAnswer recorded(long number, WireRequest request, Supplier<WireAnswer> work) {
        Exchange result = new Exchange.Reset(true, name + " stopped while it answered");
        WireAnswer answer = new NoAnswer(true);
        try {
            answer = work.get();
            result = switch (answer) {
                case NoAnswer(var _, var staysOpen)
                when staysOpen -> new Exchange.TimedOut(true, name + " keeps silent on an open connection");
                case NoAnswer _ -> new Exchange.Reset(true, name + " closed the connection without an answer");
                case WireReply reply -> new Exchange.Replied(Framed.reply(request, reply));
            };
        } finally {
            ground.recorder().exchangeEnded(number, result, List.of());
        }
        return answer instanceof WireReply reply ? leaving(number, reply) : answer;
    }

    private WireRequest arriving(long number, WireRequest request) {
        return request.body() instanceof Body.Stream(var content)
                ? new WireRequest(
                        request.method(),
                        request.target(),
                        request.headers(),
                        passing(number, false, content),
                        request.framing())
                : request;
    }

    private WireReply leaving(long number, WireReply reply) {
        return reply.body() instanceof Body.Stream(var content)
                ? new WireReply(reply.status(), reply.headers(), passing(number, true, content), reply.framing())
                : reply;
    }

    private Body passing(long number, boolean reply, Content content) {
        return new Body.Stream(ground.recorder().passing(number, reply, content));
    }
}
