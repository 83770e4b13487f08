package org.meshbed.simulator.calibration.binding;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be known of one flow.
 *
 * @param instant the moment at which {@code t_ms} is 0
 * @param state what each server held then, by its name
 * @param actions of this flow alone; looked at before those of all flows
 * @param anyOrder steps whose calls come in any order in the real product
 */
public record BoundFlow(
        Optional<Instant> instant,
        Map<String, State> state,
        List<Action> actions,
        List<java.util.regex.Pattern> anyOrder) {
    public static final BoundFlow PLAIN = new BoundFlow(Optional.empty(), new LinkedHashMap<>(), List.of(), List.of());

    public BoundFlow {
        state = new LinkedHashMap<>(state);
        actions = List.copyOf(actions);
        anyOrder = List.copyOf(anyOrder);
    }
}
