package org.meshbed.simulator.calibration.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.simulator.calibration.compare.Bonds;
import org.meshbed.simulator.calibration.trace.Entry;
import org.meshbed.simulator.calibration.trace.RecordedBody;
import org.meshbed.simulator.calibration.trace.RecordedRequest;

final class RacesTest {
    private static Cue.Played played(int line, String target, long start, long end) {
        var request = new RecordedRequest("POST", target, Headers.NONE, new RecordedBody(new byte[0], 0, false, false));
        return new Cue.Played(
                new Entry.Exchanged(line, "at once", end, end - start, "P", "A", true, request, Optional.empty(), ""));
    }

    @Test
    void whenEqualOnesComeAtOnce_thenTheFirstToBeAnsweredComesFirst() {
        var late = played(2, "/ocm/shares", 100, 120);
        var early = played(1, "/ocm/shares", 104, 112);
        assertThat(Races.starts(List.of(late, early)))
                .containsEntry(early, 100L)
                .containsEntry(late, 104L);
    }

    @Test
    void whenTheyDifferOrAreFarApart_thenEachKeepsItsMoment() {
        var one = played(3, "/ocm/shares", 100, 160);
        var other = played(1, "/ocm/token", 104, 112);
        var later = played(2, "/ocm/shares", 140, 150);
        assertThat(Races.starts(List.of(one, other, later)))
                .containsEntry(one, 100L)
                .containsEntry(other, 104L)
                .containsEntry(later, 140L);
    }

    @Test
    void whenASecretIsBound_thenItIsFoundInAFormToo() {
        var bonds = new Bonds();
        bonds.bind("c2VjcmV0+c2VjcmV0c2U=", "b3RoZXJz/b3RoZXJzb3Q=");
        assertThat(bonds.toSimulated("client_id=p.example&code=c2VjcmV0%2Bc2VjcmV0c2U%3D"))
                .isEqualTo("client_id=p.example&code=b3RoZXJz%2Fb3RoZXJzb3Q%3D");
    }
}
