package org.meshbed.simulator.calibration;

import java.util.ArrayList;
import java.util.List;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.calibration.binding.Bindings;
import org.meshbed.simulator.calibration.binding.BoundServer;
import org.meshbed.simulator.calibration.replay.FlowReplay;
import org.meshbed.simulator.calibration.replay.Score;
import org.meshbed.simulator.calibration.trace.Flow;

/**
 * Plays recordings at nodes of a profile and compares. Each real server of a flow that has the profile is played by
 * itself, all others are what was recorded of them. The result depends on profile, bindings and recording alone.
 */
public final class Calibration {
    private Calibration() {}

    /** The agreement of one flow. Throws {@link BadProfile} where the bindings know no server of this profile. */
    public static Agreement.OfFlow check(Profile profile, Bindings bindings, Flow flow) {
        var lines = new ArrayList<Score.Line>();
        for (var server : servers(profile, bindings)) {
            var acting = bindings.state(flow.name(), server.name())
                    .acts()
                    .map(server::ledBy)
                    .orElse(server);
            lines.addAll(FlowReplay.of(bindings, acting, switched(profile, bindings, server, flow), flow)
                    .lines());
        }
        return new Agreement.OfFlow(flow.name(), flow.file(), lines);
    }

    public static Agreement check(Profile profile, Bindings bindings, List<Flow> flows) {
        return new Agreement(
                flows.stream().map(flow -> check(profile, bindings, flow)).toList());
    }

    private static List<BoundServer> servers(Profile profile, Bindings bindings) {
        var servers = bindings.servers().stream()
                .filter(s -> s.profile().filter(profile.name()::equals).isPresent())
                .toList();
        if (servers.isEmpty())
            throw new BadProfile("no server of these bindings has the profile " + profile.name() + "; they have "
                    + String.join(
                            ", ",
                            bindings.servers().stream()
                                    .flatMap(s -> s.profile().stream())
                                    .distinct()
                                    .toList()));
        return servers;
    }

    private static Profile switched(Profile profile, Bindings bindings, BoundServer server, Flow flow) {
        var switched = profile;
        for (var setting : server.settings().entrySet()) switched = switched.with(setting.getKey(), setting.getValue());
        for (var setting : bindings.state(flow.name(), server.name()).settings().entrySet())
            switched = switched.with(setting.getKey(), setting.getValue());
        return switched;
    }
}
