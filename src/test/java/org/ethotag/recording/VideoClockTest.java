package org.ethotag.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VideoClockTest {
    private static final Instant START = Instant.parse("2026-05-04T06:00:00Z");
    private static final double HOUR = 3600;
    private static final double DRIFT_PER_HOUR = 0.5;
    private static final double FRAME = 1 / 25.0;

    private static VideoAnchor anchor(double video, double time) {
        return new VideoAnchor(Duration.ofNanos(Math.round(video * 1e9)), START.plusNanos(Math.round(time * 1e9)));
    }

    private static double since(Instant time) {
        return Duration.between(START, time).toNanos() / 1e9;
    }

    /** A tag that gains half a second an hour on the camera, which was started 90 s after it. */
    private static double tag(double video) {
        return 90 + video * (1 + DRIFT_PER_HOUR / HOUR);
    }

    /** A person can hit the tag's moment by no more than the frame it is in: the worst is just before the next one. */
    private static VideoAnchor seen(double video) {
        double frame = Math.floor(video / FRAME) * FRAME;
        return anchor(frame, tag(video));
    }

    private static double worstMs(VideoClock clock, double hours) {
        double worst = 0;
        for (double video = 0; video <= hours * HOUR; video += 7.3) {
            worst = Math.max(worst, Math.abs(since(clock.timeAt(video)) - tag(video)));
        }
        return worst * 1000;
    }

    @Test
    void oneAnchorIsAnOffset() {
        var clock = new VideoClock(List.of(anchor(12.5, 100)));
        assertEquals(87.5, since(clock.timeAt(0)), 1e-9);
        assertEquals(112.5, clock.videoAt(START.plusSeconds(200)), 1e-9);
        assertEquals(OptionalDouble.empty(), clock.residualMs(0));
    }

    @Test
    void withOneAnchorHalfASecondAnHourIsThreeSecondsAfterSixHours() {
        assertEquals(3000, worstMs(new VideoClock(List.of(anchor(0, tag(0)))), 6), 1);
    }

    @Test
    void withAnAnchorAnHourItStaysBelow40Ms() {
        var clock = new VideoClock(List.of(seen(0)));
        for (int hour = 1; hour <= 6; hour++) {
            clock = clock.with(seen(hour * HOUR + 0.017 * hour));
        }
        assertTrue(worstMs(clock, 6.5) < 40, "worst " + worstMs(clock, 6.5) + " ms");
        assertEquals(DRIFT_PER_HOUR, clock.driftSecondsPerHour(), 0.01);
        for (int i = 0; i < clock.anchors().size(); i++) {
            assertTrue(Math.abs(clock.residualMs(i).orElseThrow()) < 80, "anchor " + i);
        }
    }

    @Test
    void aDriftThatChangesIsFollowedFromAnchorToAnchor() {
        var clock = new VideoClock(List.of(anchor(0, 0), anchor(3600, 3600.5), anchor(7200, 7200)));
        assertEquals(1800.25, since(clock.timeAt(1800)), 1e-6);
        assertEquals(5400.25, since(clock.timeAt(5400)), 1e-6);
        assertEquals(5400, clock.videoAt(clock.timeAt(5400)), 1e-6);
        assertEquals(7200 + 3600 * 3599.5 / 3600, since(clock.timeAt(10800)), 1e-6);
        assertEquals(-10 * 3600.5 / 3600, since(clock.timeAt(-10)), 1e-6);
    }

    /** Without it, its neighbours put second 100 at 100; it was set to 100.4. */
    @Test
    void anAnchorThatWasSetBadlyStandsOutByItsResidual() {
        var clock = new VideoClock(List.of(anchor(0, 0), anchor(100, 100.4), anchor(200, 200)));
        assertEquals(400, clock.residualMs(1).orElseThrow(), 1e-3);
    }

    @Test
    void aSecondTryAtTheSameMomentReplacesTheFirst() {
        var clock = new VideoClock(List.of(anchor(0, 5))).with(anchor(60, 65)).with(anchor(60.5, 65.7));
        assertEquals(new VideoClock(List.of(anchor(0, 5), anchor(60.5, 65.7))), clock);
    }

    @Test
    void timeNeverRunsBackward() {
        var clock = new VideoClock(List.of(anchor(0, 5)));
        assertThrows(IllegalArgumentException.class, () -> clock.with(anchor(60, 4)));
    }
}
