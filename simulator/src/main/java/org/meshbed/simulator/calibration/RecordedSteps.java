package org.meshbed.simulator.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meshbed.simulator.calibration.trace.Entry;
import org.meshbed.simulator.calibration.trace.Flow;

/**
 * The steps of recorded flows by folder and flow ({@code ocm-go-1/02-invites}): what evidence can name. As text: the name of
 * a flow on a line, each of its steps indented below it.
 */
public final class RecordedSteps {
    private static final String INDENT = "  ";

    private final Map<String, List<String>> flows = new TreeMap<>();

    /** The steps of a flow in their order; a flow that is there already gets another list. */
    public void put(Flow flow) {
        var steps = flow.entries().stream()
                .map(Entry::step)
                .filter(step -> !step.isBlank())
                .distinct()
                .toList();
        flows.put(flow.folder() + "/" + flow.name(), steps);
    }

    /** Adds the flows of a folder as {@link #text} writes them; those that are there already stay as they are. */
    public void read(String folder, String text) {
        var read = new LinkedHashMap<String, List<String>>();
        var steps = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            if (line.startsWith("#")) continue;
            if (line.startsWith(INDENT)) steps.add(line.substring(INDENT.length()));
            else read.put(folder + "/" + line, steps = new ArrayList<>());
        }
        read.forEach(flows::putIfAbsent);
    }

    /** Names of flows: folder and flow. */
    public List<String> flows() {
        return List.copyOf(flows.keySet());
    }

    /** The steps of a flow; of one that is not known there is none. */
    public List<String> of(String flow) {
        return List.copyOf(flows.getOrDefault(flow, List.of()));
    }

    /** The flows of a folder, to be read again by {@link #read}. */
    public String text(String folder) {
        var text = new StringBuilder();
        flows.forEach((flow, steps) -> {
            if (!flow.startsWith(folder + "/")) return;
            text.append(flow.substring(folder.length() + 1)).append('\n');
            steps.forEach(step -> text.append(INDENT).append(step).append('\n'));
        });
        return text.toString();
    }
}
