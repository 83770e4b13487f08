package org.meshbed.simulator.calibration.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.simulator.calibration.trace.Entry;

/**
 * The bindings of a folder of recordings.
 *
 * @param leftOutOfRequests names of headers, in lower case, that the recorder did not write down
 * @param timesOfStart whether {@code t_ms} says when an exchange started, not when it ended
 * @param everyFlow what holds for all flows, where a flow says nothing else
 */
public record Bindings(
        List<String> leftOutOfRequests,
        List<String> leftOutOfResponses,
        List<BoundServer> servers,
        List<ByHand> byHand,
        boolean timesOfStart,
        BoundFlow everyFlow,
        Map<String, BoundFlow> flows) {
    public Bindings {
        leftOutOfRequests = List.copyOf(leftOutOfRequests);
        leftOutOfResponses = List.copyOf(leftOutOfResponses);
        servers = List.copyOf(servers);
        byHand = List.copyOf(byHand);
        flows = new LinkedHashMap<>(flows);
    }

    public BoundFlow flow(String name) {
        return flows.getOrDefault(name, BoundFlow.PLAIN);
    }

    public State state(String flow, String server) {
        return everyFlow
                .state()
                .getOrDefault(server, State.NOTHING)
                .and(flow(flow).state().getOrDefault(server, State.NOTHING));
    }

    /** Those of the flow first. */
    public List<Action> actions(String flow) {
        return Stream.concat(flow(flow).actions().stream(), everyFlow.actions().stream())
                .toList();
    }

    public Optional<BoundServer> called(String recorded) {
        return servers.stream().filter(s -> s.isCalled(recorded)).findFirst();
    }

    public Optional<BoundServer> at(Origin place) {
        return servers.stream().filter(s -> s.isAt(place)).findFirst();
    }

    /** Whether a server is there that speaks the other scheme: TLS to a plain port fails, and the other way round. */
    public boolean isOtherScheme(Origin place) {
        var other = place.scheme() == Scheme.HTTPS ? Scheme.HTTP : Scheme.HTTPS;
        return at(place).isEmpty() && at(new Origin(other, place.host())).isPresent();
    }

    public boolean isByHand(Entry.Exchanged exchanged) {
        return byHand.stream().anyMatch(b -> b.is(exchanged));
    }

    /** Whether the calls of this step come in any order in the real product. */
    public boolean anyOrder(String flow, String step) {
        return Stream.concat(everyFlow.anyOrder().stream(), flow(flow).anyOrder().stream())
                .anyMatch(p -> p.matcher(step).find());
    }
}
