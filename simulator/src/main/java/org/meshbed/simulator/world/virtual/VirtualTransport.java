package org.meshbed.simulator.world.virtual;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.port.Transport;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.journal.Within;
import org.meshbed.simulator.network.Fate;
import org.meshbed.simulator.time.Lifetime;
import org.meshbed.simulator.time.Mailbox;
import org.meshbed.simulator.world.Framed;
import org.meshbed.simulator.world.Travelling;

/**
 * Carries requests through memory. What arrives is a task of its own at the called server, never a call on the caller's
 * stack; a caller that waits too long goes on while the server is still at work.
 *
 * @param from name of the caller, for the journal and the network
 * @param life of the caller
 */
record VirtualTransport(String from, Lifetime life, Fabric fabric) implements Transport {
    @Override
    public Exchange exchange(Origin to, WireRequest request, Timeouts timeouts) {
        fabric.scheduler().turn(life);
        var led = fabric.network().names().lookUp(to.host().name());
        var objection = led.flatMap(timeouts.reach()::objection);
        var server = server(to.host(), led);
        var name = server.map(Server::name).orElse(to.authority());
        var framed = Framed.request(to, request);
        var number = fabric.recorder().exchangeStarted(from, name, to, framed);
        var journey = new Journey(number, name, to, framed, timeouts);
        Exchange result = new Exchange.Reset(true, from + " stopped while it waited");
        try {
            result = objection.<Exchange>map(Exchange.Refused::new).orElseGet(() -> journey.travel(server));
        } finally {
            fabric.recorder().exchangeEnded(number, result, journey.faults);
        }
        return journey.recorded(result);
    }

    /** Who stands where the name led; a name that leads to nobody is unknown. */
    private Optional<Server> server(ServerHost host, Optional<InetAddress> led) {
        if (led.equals(fabric.network().names().home(host.name())))
            return fabric.servers().find(host);
        return led.flatMap(fabric.network().names()::at)
                .flatMap(there -> fabric.servers().find(new ServerHost(there, host.port())));
    }

    /** One exchange under way. */
    private final class Journey {
        final List<String> faults = new ArrayList<>();
        private final long number;
        private final String to;
        private final Origin origin;
        private final WireRequest request;
        private final Timeouts timeouts;

        Journey(long number, String to, Origin origin, WireRequest request, Timeouts timeouts) {
            this.number = number;
            this.to = to;
            this.origin = origin;
            this.request = request;
            this.timeouts = timeouts;
        }

        Exchange travel(Optional<Server> server) {
            var fate = fabric.network().fate(from, to);
            faults.addAll(fate.faults());
            return switch (fate) {
                case Fate.Cut() -> {
                    pause(timeouts.connect());
                    yield new Exchange.TimedOut(false, "no connection within " + timeouts.connect());
                }
                case Fate.RequestLost() -> {
                    pause(timeouts.reply());
                    yield noReply();
                }
                case Fate.ReplyLost(var there) -> deliver(server, there, Duration.ZERO, 1, true);
                case Fate.Delivered(var there, var back) -> deliver(server, there, back, 1, false);
                case Fate.Doubled(var there, var back) ->
                    deliver(server, there, back, request.body() instanceof Body.Stream ? 1 : 2, false);
            };
        }

        private Exchange deliver(Optional<Server> server, Duration there, Duration back, int copies, boolean mute) {
            pause(there);
            if (server.isEmpty()) return new Exchange.Refused("the name " + origin.host() + " is unknown");
            var door = server.get().door();
            if (door.isEmpty()) return new Exchange.Refused("nobody listens at " + origin);
            if (server.get().origin().scheme() != origin.scheme()) return wrongScheme();
            var mailbox = fabric.scheduler().<Exchange>mailbox();
            var arriving = arriving(door.get());
            for (var copy = 0; copy < copies; copy++) serve(door.get(), arriving, mailbox, back, mute);
            return mailbox.take(life, timeouts.reply()).orElseGet(this::noReply);
        }

        private void serve(
                Server.Door door, WireRequest arriving, Mailbox<Exchange> mailbox, Duration back, boolean mute) {
            var what = to + " answers " + request.method() + " " + request.path() + " of " + from;
            door.calls().begin(mailbox);
            fabric.scheduler().spawn(what, door.life(), Duration.ZERO, () -> {
                var result = answer(door, arriving, mailbox);
                if (door.life().over()) return; // the crash has broken the connection
                door.calls().end(mailbox);
                if (fabric.network().isCut(from, to)) faults.add("link cut before the reply");
                else if (!mute && !(result instanceof Exchange.TimedOut))
                    mailbox.put(result, back); // silence puts nothing
            });
        }

        /** A handler that breaks is our own fault: its caller sees the connection break, and the run is broken. */
        private Exchange answer(Server.Door door, WireRequest arriving, Mailbox<Exchange> mailbox) {
            try {
                return Within.answering(number, () -> reply(door, door.answer(arriving)));
            } catch (NodeStopped e) {
                throw e;
            } catch (RuntimeException | Error e) {
                mailbox.put(new Exchange.Reset(true, to + " broke while answering"), Duration.ZERO);
                throw e;
            }
        }

        private Exchange reply(Server.Door door, WireAnswer answer) {
            return switch (answer) {
                case NoAnswer(var _, var staysOpen) when staysOpen -> noReply();
                case NoAnswer _ -> new Exchange.Reset(true, to + " closed the connection without an answer");
                case WireReply reply -> leaving(door, Framed.reply(request, reply));
            };
        }

        private WireRequest arriving(Server.Door door) {
            if (!(request.body() instanceof Body.Stream(var content))) return request;
            var travelling = new Travelling(content, () -> broken(door.life(), life, from));
            var body = new Body.Stream(fabric.recorder().passing(number, false, travelling));
            return new WireRequest(request.method(), request.target(), request.headers(), body, request.framing());
        }

        private Exchange leaving(Server.Door door, WireReply reply) {
            if (!(reply.body() instanceof Body.Stream(var content))) return new Exchange.Replied(reply);
            var travelling = new Travelling(content, () -> broken(life, door.life(), to));
            try {
                return new Exchange.Replied(Framed.taken(reply, travelling));
            } catch (IOException e) {
                return new Exchange.Reset(true, e.getMessage() == null ? "the content broke off" : e.getMessage());
            }
        }

        /** The result as the caller gets it, the passing of streamed content recorded. */
        Exchange recorded(Exchange result) {
            if (!(result instanceof Exchange.Replied(var reply)) || !(reply.body() instanceof Body.Stream(var content)))
                return result;
            var body = new Body.Stream(fabric.recorder().passing(number, true, content));
            return new Exchange.Replied(new WireReply(reply.status(), reply.headers(), body, reply.framing()));
        }

        private Optional<String> broken(Lifetime reader, Lifetime source, String sender) {
            fabric.scheduler().turn(reader);
            if (source.over()) return Optional.of(sender + " stopped in the middle of the content");
            if (fabric.network().isCut(from, to)) return Optional.of("the link was cut in the middle of the content");
            return Optional.empty();
        }

        private Exchange wrongScheme() {
            return origin.scheme() == Scheme.HTTPS
                    ? new Exchange.TlsFailed(to + " speaks plain http at " + origin.host())
                    : new Exchange.Reset(true, to + " speaks TLS at " + origin.host());
        }

        private Exchange noReply() {
            return new Exchange.TimedOut(true, "no reply within " + timeouts.reply());
        }

        private void pause(Duration duration) {
            fabric.scheduler().pause(life, duration);
        }
    }
}
