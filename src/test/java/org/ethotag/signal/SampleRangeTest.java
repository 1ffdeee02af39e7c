package org.ethotag.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleRangeTest {
    @Test
    void takingTheMiddleLeavesTwoEnds() {
        assertEquals(
                List.of(new SampleRange(0, 3), new SampleRange(7, 10)),
                new SampleRange(0, 10).minus(new SampleRange(3, 7)));
    }

    @Test
    void takingAllLeavesNothing() {
        assertEquals(List.of(), new SampleRange(3, 7).minus(new SampleRange(0, 10)));
    }

    @Test
    void rangesThatOnlyTouchDoNotOverlap() {
        assertEquals(false, new SampleRange(0, 3).overlaps(new SampleRange(3, 7)));
    }

    @Test
    void aSampleInAGapBelongsToTheRangeBeforeIt() {
        var ranges = List.of(new SampleRange(5, 10), new SampleRange(20, 30), new SampleRange(30, 31));
        assertEquals(0, SampleRange.indexOf(0, ranges));
        assertEquals(0, SampleRange.indexOf(15, ranges));
        assertEquals(1, SampleRange.indexOf(20, ranges));
        assertEquals(2, SampleRange.indexOf(99, ranges));
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SampleRange(5, 4));
    }
}
