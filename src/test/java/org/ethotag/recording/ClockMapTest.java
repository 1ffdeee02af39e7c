package org.ethotag.recording;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.ethotag.signal.SampleRate;
import org.junit.jupiter.api.Test;

class ClockMapTest {
    private static final Instant START = Instant.parse("2024-05-15T12:00:00Z");
    private static final SampleRate RATE = new SampleRate(10);
    private static final ClockMap CLOCK =
            new ClockMap(RATE, List.of(new Anchor(0, START, 10), new Anchor(100, START.plusSeconds(60), 10)));

    @Test
    void aSampleHasTheTimeOfItsPiece() {
        assertEquals(START.plusMillis(9900), CLOCK.timeOf(99));
        assertEquals(START.plusSeconds(60), CLOCK.timeOf(100));
        assertEquals(START.plusSeconds(61), CLOCK.timeOf(110));
    }

    @Test
    void aTimeInAGapIsTheSampleAtItsNearerEdge() {
        assertEquals(99, CLOCK.sampleAt(START.plusSeconds(20)));
        assertEquals(100, CLOCK.sampleAt(START.plusSeconds(50)));
        assertEquals(0, CLOCK.sampleAt(START.minusSeconds(50)));
    }

    @Test
    void everySampleIsFoundAtItsOwnTime() {
        trials(500, random -> {
            var clock = new ClockMap(
                    RATE,
                    List.of(
                            new Anchor(0, START, 62.5),
                            new Anchor(1000, START.plusSeconds(20), 62.497),
                            new Anchor(5000, START.plusSeconds(4000), 10.0554)));
            long sample = random.nextInt(200_000_000);
            assertEquals(sample, clock.sampleAt(clock.timeOf(sample)));
        });
    }

    @Test
    void aClockStartsAtSampleZeroAndRises() {
        assertThatThrownBy(() -> new ClockMap(RATE, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClockMap(RATE, List.of(new Anchor(1, START, 10))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
