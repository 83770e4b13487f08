package org.meshbed.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.calibration.trace.TraceReader;

/** The yardstick held against itself: what our own nodes did in another run, with other secrets, must agree. */
final class OwnRecordingTest {
    @Nested
    class GivenARecordingOfTwoReferenceNodes {
        private final Agreement.OfFlow flow = Calibration.check(
                Vendors.column(OwnRecording.PROFILE),
                OwnRecording.bindings(),
                TraceReader.read("own.jsonl", "own", OwnRecording.of(7).bytes()));

        @Test
        void whenChecked_thenEveryExchangeAgrees() {
            assertThat(flow.lines().stream().filter(line -> !line.agrees())).isEmpty();
            assertThat(flow.exchanges()).isGreaterThan(15);
            assertThat(flow.agreeing()).isEqualTo(flow.exchanges());
        }
    }
}
