package org.meshbed.scenarios.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/**
 * A place that may do what a rule forbids everywhere else.
 *
 * @param place a package with all below it, or a class with all inside it, without the root package
 * @param why what makes it harmless there
 */
record Allowance(String place, String why) {
    /** Implementations of ports that stand for the real world, and what measures real time. */
    static final List<Allowance> REAL_CLOCK_AND_CHANCE = List.of(
            new Allowance("nodes.jetty", "a node on a real port lives in real time"),
            new Allowance("simulator.world.loopback", "real sockets, real clock"),
            new Allowance(
                    "simulator.time.Scheduler", "its watchdog looks at the real clock, and only ends a run that hangs"),
            new Allowance("scenarios.bench", "measures real time"),
            new Allowance("scenarios.run.Stopwatch", "measures real time"),
            new Allowance("scenarios.run.Players", "Cucumber's reports say when a scenario ran and how long"),
            new Allowance("scenarios.control", "a token that lets somebody in must not be guessed"));

    /** Maps and sets that are only looked up in, never walked through. */
    static final List<Allowance> UNORDERED = List.of(
            new Allowance("nodes.discovery.Peers", "the cache of documents is looked up by host only"),
            new Allowance("nodes.port.Table", "rows just read are looked up by key only"),
            new Allowance("nodes.vendor.Worked", "answers of the profile are looked up by quirk type only"),
            new Allowance("nodes.http.PathFilter", "places are looked up by name only"),
            new Allowance("nodes.crypto.Verified", "answers are looked up by what was asked only"),
            new Allowance("nodes.signature.SigningKey", "keys drawn lately are looked up by their secret only"),
            new Allowance("nodes.discovery.PeerKeys", "keys are looked up by host only"),
            new Allowance("nodes.token.AccessTokens", "tokens are looked up by their share only"),
            new Allowance("nodes.share.Sessions", "sessions are looked up by share and part, servers by name only"),
            new Allowance("nodes.jetty", "connections, ports and certificates are looked up by name or number only"),
            new Allowance("nodes.resource.Home", "a map of one entry, copied into a sorted one"),
            new Allowance("nodes.resource.Homes", "homes just read are looked up by user only"),
            new Allowance("nodes.resource.MediaTypes", "types are looked up by ending only"),
            new Allowance("nodes.store.DiskStore", "open tables are looked up by name only"),
            new Allowance("simulator.world.loopback.Passages", "exchanges under way are looked up by port only"),
            new Allowance("simulator.world.loopback.PortPool", "ports are looked up by node name only"),
            new Allowance("nodes.notification.Outbox", "the lines are looked up by server and share only"),
            new Allowance("nodes.share.ReceivedShares", "counts are looked up by recipient only"),
            new Allowance("nodes.share.SendShares", "people are looked up by who looked them up and their name only"));

    static boolean covers(List<Allowance> allowances, Project in, JavaClass type) {
        return allowances.stream().anyMatch(allowance -> allowance.covers(in, type));
    }

    private boolean covers(Project in, JavaClass type) {
        String named = in.root() + "." + place;
        return in.holds(type, place)
                || type.getName().equals(named)
                || type.getName().startsWith(named + "$");
    }
}
