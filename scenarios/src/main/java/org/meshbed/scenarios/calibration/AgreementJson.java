package org.meshbed.scenarios.calibration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.simulator.calibration.Agreement;
import org.meshbed.simulator.calibration.replay.Score;

/** The agreement for programs. */
public final class AgreementJson {
    private AgreementJson() {}

    /** Sums, flows, and of each exchange that differs its differences. */
    public static ObjectNode of(Agreement agreement) {
        var json = Json.object()
                .put("agreeing", agreement.agreeing())
                .put("exchanges", agreement.exchanges())
                .put("perMille", agreement.perMille());
        var flows = json.putArray("flows");
        agreement.flows().forEach(flow -> {
            var one = flows.addObject()
                    .put("name", flow.name())
                    .put("agreeing", flow.agreeing())
                    .put("exchanges", flow.exchanges());
            var differing = one.putArray("differing");
            flow.lines().stream().filter(line -> !line.agrees()).forEach(line -> differing.add(line(line)));
        });
        return json;
    }

    private static ObjectNode line(Score.Line line) {
        var json = Json.object()
                .put("line", line.line())
                .put("step", line.step())
                .put("server", line.server())
                .put("what", line.what())
                .put("answeredBy", line.answeredBy());
        var differences = json.putArray("differences");
        line.differences()
                .forEach(d -> differences
                        .addObject()
                        .put("where", d.where())
                        .put("recorded", d.recorded())
                        .put("simulated", d.simulated()));
        return json;
    }
}
