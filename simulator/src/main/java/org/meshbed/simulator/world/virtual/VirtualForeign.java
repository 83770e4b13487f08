package org.meshbed.simulator.world.virtual;

import java.util.Optional;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.time.Lifetime;
import org.meshbed.simulator.world.Foreign;

/** A server that is no node of ours, in memory. */
final class VirtualForeign implements Foreign, Server, Server.Door {
    private static final Site.Caller CALLER = new Site.Caller("203.0.113.1", 50_000);

    private final String name;
    private final Origin origin;
    private final Site site;
    private final VirtualWorld world;
    private final VirtualTransport transport;
    private final Lifetime life;
    private final Calls calls = new Calls();

    VirtualForeign(String name, Origin origin, Site site, VirtualWorld world, Fabric fabric) {
        this.name = "foreign:" + name;
        this.origin = origin;
        this.site = site;
        this.world = world;
        this.life = new Lifetime(this.name);
        this.transport = new VirtualTransport(this.name, fabric.scheduler().world(), fabric);
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
        world.end(life);
        calls.breakAll(name + " stopped");
    }

    @Override
    public Optional<Door> door() {
        return life.over() ? Optional.empty() : Optional.of(this);
    }

    @Override
    public Lifetime life() {
        return life;
    }

    @Override
    public Calls calls() {
        return calls;
    }

    @Override
    public WireAnswer answer(WireRequest request) {
        return site.answer(request, CALLER);
    }
}
