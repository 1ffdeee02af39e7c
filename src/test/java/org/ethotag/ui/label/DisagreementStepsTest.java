package org.ethotag.ui.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Tracks.track;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.testkit.ArrayTrace;
import org.ethotag.ui.trace.TimeMap;
import org.ethotag.ui.trace.TraceSource;
import org.ethotag.ui.trace.TraceViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisagreementStepsTest {
    private static final int LENGTH = 1_000;

    private final TraceViewModel trace = new TraceViewModel();
    private final DisagreementSteps steps = new DisagreementSteps(trace);

    @BeforeEach
    void twoTracks() {
        var rate = new SampleRate(10);
        var source = new TraceSource(
                ArrayTrace.ramp(LENGTH),
                TimeMap.steady(Instant.EPOCH, rate),
                ZoneOffset.UTC,
                rate,
                List.of(new SampleRange(0, LENGTH)));
        trace.show(source, track("0-100 graze", "100-300 rest", "700-900 walk"));
        trace.otherTracksProperty()
                .set(List.of(
                        track("0-90 graze", "90-120 rest", "150-250 graze", "800-1000 graze"),
                        track("0-5 walk", "100-300 rest")));
    }

    @Test
    void theNextDisagreementOfAnyTrackIsSteppedToAndThenTheFirstAgain() {
        var visited = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            assertThat(steps.next()).isTrue();
            visited.add(trace.cursorProperty().get());
        }
        assertThat(visited).containsExactly(90L, 150L, 800L, 0L, 90L);
    }

    @Test
    void backwardsTheyComeInTheOtherOrder() {
        var visited = new ArrayList<Long>();
        for (int i = 0; i < 5; i++) {
            assertThat(steps.previous()).isTrue();
            visited.add(trace.cursorProperty().get());
        }
        assertThat(visited).containsExactly(800L, 150L, 90L, 0L, 800L);
    }

    @Test
    void whereNobodyDisagreesTheCursorStays() {
        trace.otherTracksProperty().set(List.of(track("0-100 graze")));
        trace.moveCursor(33);
        assertThat(steps.next()).isFalse();
        assertThat(trace.cursorProperty().get()).isEqualTo(33);
    }
}
