package org.ethotag.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    /** Corner values of the published shape: peak / 25 at first, the peak at 30 %, peak / 250,000 at the end. */
    @Test
    void oneCycleGoesUpAndDown() {
        assertEquals(0.04, Schedule.ONE_CYCLE.rate(1, 0, 100), 1e-12);
        assertEquals(0.52, Schedule.ONE_CYCLE.rate(1, 29, 200) / 2 + Schedule.ONE_CYCLE.rate(1, 30, 200) / 2, 1e-12);
        assertEquals(1, Schedule.ONE_CYCLE.rate(1, 29, 100), 1e-12);
        assertEquals(4e-6, Schedule.ONE_CYCLE.rate(1, 99, 100), 1e-12);
    }

    @Test
    void oneCycleOfFewStepsStaysInRange() {
        for (int steps = 1; steps < 10; steps++) {
            for (int step = 0; step < steps; step++) {
                double rate = Schedule.ONE_CYCLE.rate(1, step, steps);
                assertTrue(rate >= 4e-6 && rate <= 1, rate + " in step " + step + " of " + steps);
            }
        }
    }

    @Test
    void aSingleStepTakesThePeak() {
        assertEquals(1, Schedule.ONE_CYCLE.rate(1, 0, 1), 0);
    }

    @Test
    void cosineIsHalfInTheMiddle() {
        assertEquals(1, Schedule.COSINE.rate(1, 0, 10), 1e-12);
        assertEquals(0.5, Schedule.COSINE.rate(1, 5, 10), 1e-12);
    }
}
