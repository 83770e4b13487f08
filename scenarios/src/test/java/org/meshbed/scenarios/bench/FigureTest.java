package org.meshbed.scenarios.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FigureTest {
    @Test
    void whenBelowTheMost_thenItHolds() {
        var figure = Figure.atMost("start", 1.234, 2, "s", "");

        assertThat(figure.holdsWords()).isEqualTo("yes");
        assertThat(figure.measuredWords()).isEqualTo("1.23 s");
        assertThat(figure.budgetWords()).isEqualTo("< 2.00 s");
    }

    @Test
    void whenBelowTheLeast_thenItDoesNotHold() {
        var figure = Figure.atLeast("flows", 1999, 2000, "a second", "");

        assertThat(figure.holdsWords()).isEqualTo("NO");
        assertThat(figure.budgetWords()).isEqualTo("> 2000 a second");
    }

    @Test
    void whenNotMeasured_thenItSaysSoAndDoesNotHold() {
        var figure = Figure.unknown("resident", 1024, true, "MiB", "only Linux tells");

        assertThat(figure.measuredWords()).isEqualTo("not measured");
        assertThat(figure.holdsWords()).isEqualTo("?");
        assertThat(figure.holds()).isFalse();
    }
}
