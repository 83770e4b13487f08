package org.meshbed.simulator.calibration.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.simulator.calibration.compare.Bonds;
import org.meshbed.simulator.calibration.compare.Comparison;
import org.meshbed.simulator.calibration.compare.Difference;
import org.meshbed.simulator.calibration.trace.Entry;
import org.meshbed.simulator.calibration.trace.RecordedBody;
import org.meshbed.simulator.calibration.trace.RecordedRequest;

final class EndedTest {
    private static final long GAVE_UP = 1500;

    private static Entry.Exchanged recorded(String silence) {
        var request = new RecordedRequest("GET", "/", Headers.NONE, new RecordedBody(new byte[0], 0, false, false));
        return new Entry.Exchanged(1, "a step", 2000, GAVE_UP, "P", "A", true, request, Optional.empty(), silence);
    }

    private static List<Difference> differences(Ended own, String silence) {
        return own.differences(recorded(silence), new Comparison(new Bonds(), List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RemoteDisconnected('Remote end closed connection without response') | CLOSED
            connection close                                                    | CLOSED
            connection reset                                                    | CLOSED
            no answer within 45 s, given up                                     | OPEN
            ConnectionRefusedError(111, 'Connection refused')                   | REFUSED
            no answer                                                           | UNTOLD
            """)
    void whenARecorderSaysHowItEnded_thenThatIsKnown(String words, Silence silence) {
        assertThat(Silence.of(words)).isEqualTo(silence);
    }

    @ParameterizedTest
    @CsvSource({"CLOSED, true", "OPEN, false", "REFUSED, false"})
    void whenTheRealServerClosedTheConnection_thenOnlyThatAgrees(Silence own, boolean agrees) {
        assertThat(differences(Ended.without(own, 0), "connection closed").isEmpty())
                .isEqualTo(agrees);
    }

    @ParameterizedTest
    @CsvSource({"CLOSED", "OPEN", "REFUSED"})
    void whenTheRecorderDoesNotSay_thenAnyEndWithoutReplyAgrees(Silence own) {
        assertThat(differences(Ended.without(own, 0), "no answer")).isEmpty();
    }

    @Nested
    class GivenANodeThatReplies {
        private final WireReply reply = WireReply.of(200, Headers.NONE, Body.NONE);

        @Test
        void whenTheRecordedCallerHadGivenUpBefore_thenNobodySawIt() {
            assertThat(differences(Ended.with(reply, GAVE_UP + 1), "no answer within 1.5 s, given up"))
                    .isEmpty();
        }

        @Test
        void whenTheRecordedCallerStillWaited_thenThatIsSeen() {
            assertThat(differences(Ended.with(reply, GAVE_UP), "no answer within 1.5 s, given up"))
                    .containsExactly(new Difference("status", "no answer within 1.5 s, given up", "200"));
        }

        @Test
        void whenTheRealServerClosedTheConnection_thenThatIsSeenHoweverLateItIs() {
            assertThat(differences(Ended.with(reply, GAVE_UP + 1), "connection closed"))
                    .hasSize(1);
        }
    }
}
