package org.meshbed.simulator.world.loopback;

import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.jetty.Bounds;
import org.meshbed.nodes.jetty.Listening;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.world.Foreign;
import org.meshbed.simulator.world.World;

/** A server that is no node of ours, behind a real port with a certificate of the run. */
final class LoopbackForeign implements Foreign {
    private final String name;
    private final Origin origin;
    private final World world;
    private final Ground ground;
    private final Listening listening;
    private final LoopbackTransport transport;

    LoopbackForeign(String name, Site site, Ground ground, World world) {
        this.name = "foreign:" + name;
        this.world = world;
        this.ground = ground;
        var host = name + ".localhost";
        this.listening = ground.sockets().ports().open(this.name, port -> open(new ServerHost(host, port), site));
        this.origin = Origin.https(new ServerHost(host, listening.port()));
        this.transport = new LoopbackTransport(this.name, new Life(this.name), ground);
        ground.sockets().transport().reuse(origin.host());
    }

    private Listening open(ServerHost host, Site site) {
        var serving = new Serving(name, Origin.https(host), ground);
        Site inWorld = (request, caller) -> serving.answer(request, caller, r -> site.answer(r, caller));
        return ground.sockets().listeners().open(host.port(), host, Scheme.HTTPS, inWorld, Bounds.USUAL);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Exchange send(Origin to, WireRequest request) {
        return world.perform(
                name + " sends " + request.method(), () -> transport.exchange(to, request, Timeouts.USUAL));
    }

    @Override
    public void stop() {
        listening.close();
        ground.sockets().transport().forget(origin.host());
    }

    /** The world ends: nobody asks for this server any more, so the next of its name may have its port. */
    void close() {
        stop();
        ground.sockets().ports().giveBack(name, origin.host().port());
    }
}
