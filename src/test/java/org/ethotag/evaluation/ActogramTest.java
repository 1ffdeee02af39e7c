package org.ethotag.evaluation;

import static org.ethotag.evaluation.Timelines.recorded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActogramTest {
    private static final List<String> TWO = List.of("graze", "rest");

    @Test
    void aBinHoldsTheSecondsOfItsClockTime() {
        var row = row(60, recorded("a", "Europe/Berlin", "2025-06-01T10:30:00Z", 2, "0-1 graze")); // 12:30 at home
        assertEquals(1800, row.seconds(12, 0), 0.001);
        assertEquals(1800, row.seconds(13, 0), 0.001);
        assertEquals(1800, row.unlabelled(13), 0.001);
        assertEquals(1800, row.unlabelled(14), 0.001);
        assertEquals(0, row.recorded(15), 0.001);
        assertEquals(0, row.seconds(12, 1), 0.001);
    }

    @Test
    void theHourThatIsLeftOutIsEmpty() {
        var row = row(60, recorded("a", "Europe/Berlin", "2025-03-29T23:00:00Z", 23, "0-23 rest"));
        assertEquals(List.of(3600L, 3600L, 0L, 3600L, 3600L), hours(row, 5));
    }

    @Test
    void theHourThatComesTwiceHoldsBoth() {
        var row = row(60, recorded("a", "Europe/Berlin", "2025-10-25T22:00:00Z", 25, "0-25 rest"));
        assertEquals(List.of(3600L, 3600L, 7200L, 3600L, 3600L), hours(row, 5));
    }

    @Test
    void binsDivideADay() {
        assertThrows(IllegalArgumentException.class, () -> new Actogram(TWO, 7, List.of()));
    }

    @Test
    void rowsAreDaysOfAnimals() {
        var actogram = Actogram.of(
                TWO,
                List.of(
                        recorded("b", "UTC", "2025-06-01T10:00:00Z", 24),
                        recorded("a", "UTC", "2025-06-05T10:00:00Z", 1)),
                30);
        assertEquals(List.of("a", "b"), actogram.animals());
        assertEquals(2, actogram.ofAnimal("b").rows().size());
    }

    private static List<Long> hours(Actogram.Row row, int hours) {
        return IntStream.range(0, hours)
                .mapToObj(hour -> Math.round(row.seconds(hour, 1)))
                .toList();
    }

    private static Actogram.Row row(int minutes, Timeline line) {
        return Actogram.of(TWO, List.of(line), minutes).rows().getFirst();
    }
}
