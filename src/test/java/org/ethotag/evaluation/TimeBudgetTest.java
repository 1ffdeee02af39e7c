package org.ethotag.evaluation;

import static org.ethotag.evaluation.Timelines.recorded;
import static org.ethotag.evaluation.Timelines.stretch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Budgets worked out by hand on the days on which clocks are changed; the dates are those of the IANA time zone database. */
class TimeBudgetTest {
    private static final List<String> TWO = List.of("graze", "rest");
    private static final String BERLIN = "Europe/Berlin";

    @Test
    void theDayOnWhichClocksGoForwardHas23Hours() {
        // 30 March 2025: 02:00 becomes 03:00 at 01:00Z. The recording begins on the 29th at 23:00 of the wall clock
        // (22:00Z),
        // grazing for 4 hours, that is 1 on the 29th and 3 on the 30th; then rest for 2; it ends 25 hours after it
        // began.
        var budget =
                TimeBudget.of(TWO, List.of(recorded("a", BERLIN, "2025-03-29T22:00:00Z", 25, "0-4 graze", "4-6 rest")));
        assertEquals(
                List.of(
                        day("a", BERLIN, "2025-03-29", 24, 1, 0, 0, 23),
                        day("a", BERLIN, "2025-03-30", 23, 3, 2, 18, 0),
                        day("a", BERLIN, "2025-03-31", 24, 0, 0, 1, 23)),
                budget.days());
    }

    @Test
    void theDayOnWhichClocksGoBackHas25Hours() {
        // 26 October 2025: 03:00 becomes 02:00 at 01:00Z; the day lasts from 25 October 22:00Z to 26 October 23:00Z.
        var budget = TimeBudget.of(TWO, List.of(recorded("a", BERLIN, "2025-10-25T21:00:00Z", 27, "0-27 rest")));
        assertEquals(
                List.of(
                        day("a", BERLIN, "2025-10-25", 24, 0, 1, 0, 23),
                        day("a", BERLIN, "2025-10-26", 25, 0, 25, 0, 0),
                        day("a", BERLIN, "2025-10-27", 24, 0, 1, 0, 23)),
                budget.days());
    }

    @Test
    void someClocksAreChangedByHalfAnHour() {
        // Lord Howe Island, 6 April 2025: 02:00 at +11 becomes 01:30 at +10:30; the day begins at 5 April 13:00Z.
        var budget = TimeBudget.of(
                TWO, List.of(recorded("a", "Australia/Lord_Howe", "2025-04-05T13:00:00Z", 24.5, "0-24.5 graze")));
        assertEquals(List.of(day("a", "Australia/Lord_Howe", "2025-04-06", 24.5, 24.5, 0, 0, 0)), budget.days());
    }

    @Test
    void aDayMayBeginAtOneOClock() {
        // Cuba, 9 March 2025: 00:00 becomes 01:00; the day lasts from 05:00Z to the next day's 04:00Z.
        var budget =
                TimeBudget.of(TWO, List.of(recorded("a", "America/Havana", "2025-03-09T05:00:00Z", 23, "0-23 graze")));
        assertEquals(List.of(day("a", "America/Havana", "2025-03-09", 23, 23, 0, 0, 0)), budget.days());
    }

    @Test
    void everyAnimalHasItsOwnZone() {
        // the same hour, 12:30Z to 13:30Z, is in two days at +11
        var budget = TimeBudget.of(
                TWO,
                List.of(
                        recorded("far", "Australia/Sydney", "2025-01-10T12:30:00Z", 1, "0-1 rest"),
                        recorded("near", "UTC", "2025-01-10T12:30:00Z", 1, "0-1 rest")));
        assertEquals(
                List.of(
                        day("far", "Australia/Sydney", "2025-01-10", 24, 0, 0.5, 0, 23.5),
                        day("far", "Australia/Sydney", "2025-01-11", 24, 0, 0.5, 0, 23.5),
                        day("near", "UTC", "2025-01-10", 24, 0, 1, 0, 23)),
                budget.days());
    }

    @Test
    void timeThatTwoTagsRecordCountsOnceAndTheEarlierOneHolds() {
        var first = recorded("a", "UTC", "2025-01-10T06:00:00Z", 4, "0-4 graze");
        var second = recorded("a", "UTC", "2025-01-10T08:00:00Z", 4, "0-3 rest");
        assertEquals(
                List.of(day("a", "UTC", "2025-01-10", 24, 4, 1, 1, 18)),
                TimeBudget.of(TWO, List.of(second, first)).days());
    }

    @Test
    void aClockThatGoesBackCountsNoTimeTwice() {
        var line = new Timeline(
                "s",
                "s",
                "a",
                ZoneId.of("UTC"),
                List.of(
                        stretch("2025-01-10T06:00:00Z", 2, "0-2 graze"),
                        stretch("2025-01-10T07:00:00Z", 2, "0-0.5 rest", "0.5-2 graze")));
        assertEquals(
                List.of(day("a", "UTC", "2025-01-10", 24, 3, 0, 0, 21)),
                TimeBudget.of(TWO, List.of(line)).days());
    }

    @Test
    void whereTwoBehavioursHoldAtOnceBothCountAndTheTimeIsLabelledOnce() {
        var budget =
                TimeBudget.of(TWO, List.of(recorded("a", "UTC", "2025-01-10T06:00:00Z", 4, "0-2 graze", "1-3 rest")));
        var day = budget.days().getFirst();
        assertEquals(hours(3), day.labelled());
        assertEquals(hours(1), day.unlabelled());
        assertEquals(hours(2), day.of("graze"));
        assertEquals(hours(2), day.of("rest"));
    }

    @Test
    void eachAnimalCountsOnceInTheMeanHoweverLongItWasRecorded() {
        var budget = TimeBudget.of(
                TWO,
                List.of(
                        recorded("a", "UTC", "2025-01-10T06:00:00Z", 10, "0-8 graze", "8-10 rest"),
                        recorded("b", "UTC", "2025-01-10T06:00:00Z", 1, "0-0.2 graze", "0.2-1 rest"),
                        recorded("silent", "UTC", "2025-01-10T06:00:00Z", 1)));
        assertEquals(List.of("a", "b"), budget.labelledAnimals());
        assertEquals(0.5, budget.meanShare("graze"), 1e-12);
        assertEquals(0.8, budget.share("a", "graze"), 1e-12);
        // two animals: a herd of two is a-a, a-b or b-b, so the ends are the shares of the two
        var interval = budget.interval("graze").orElseThrow();
        assertEquals(0.2, interval.low(), 1e-12);
        assertEquals(0.8, interval.high(), 1e-12);
    }

    @Test
    void oneAnimalSaysNothingAboutOthers() {
        var budget = TimeBudget.of(TWO, List.of(recorded("a", "UTC", "2025-01-10T06:00:00Z", 1, "0-1 rest")));
        assertEquals(Optional.empty(), budget.interval("rest"));
        assertEquals(Optional.empty(), budget.intervalOverDays("a", "rest"));
    }

    @Test
    void anAnimalsOwnIntervalIsOverItsDays() {
        var budget = TimeBudget.of(
                TWO,
                List.of(
                        recorded("a", "UTC", "2025-01-10T06:00:00Z", 1, "0-1 rest"),
                        recorded("a", "UTC", "2025-01-11T06:00:00Z", 1, "0-1 graze")));
        var interval = budget.intervalOverDays("a", "rest").orElseThrow();
        assertEquals(0, interval.low(), 1e-12);
        assertEquals(1, interval.high(), 1e-12);
    }

    /** Ten hours of animal a and ten of {@code other}, which graze {@code first} and {@code second} hours and rest then. */
    private static TimeBudget twoDays(String other, String otherDay, int first, int second) {
        return TimeBudget.of(
                TWO,
                List.of(
                        recorded("a", "UTC", "2025-01-10T06:00:00Z", 10, "0-" + first + " graze", first + "-10 rest"),
                        recorded(other, "UTC", otherDay, 10, "0-" + second + " graze", second + "-10 rest")));
    }

    @Test
    void aShiftIsPairedByAnimal() {
        var labels = twoDays("b", "2025-01-10T06:00:00Z", 8, 2);
        var model = twoDays("b", "2025-01-10T06:00:00Z", 9, 3);
        var shift = labels.shiftTo(model, "graze");
        assertEquals(0.1, shift.mean(), 1e-12);
        var interval = shift.interval().orElseThrow(); // both animals shift alike, however different they are
        assertEquals(0.1, interval.low(), 1e-12);
        assertEquals(0.1, interval.high(), 1e-12);
    }

    @Test
    void anAnimalsOwnShiftIsPairedByDay() {
        var labels = twoDays("a", "2025-01-11T06:00:00Z", 8, 2);
        var model = twoDays("a", "2025-01-11T06:00:00Z", 9, 3);
        var interval = labels.shiftOverDays(model, "a", "graze").orElseThrow();
        assertEquals(0.1, interval.low(), 1e-12);
        assertEquals(0.1, interval.high(), 1e-12);
    }

    @Test
    void aBehaviourThatWasNotAskedForIsAMistake() {
        assertThrows(
                IllegalArgumentException.class,
                () -> TimeBudget.of(
                        List.of("graze"), List.of(recorded("a", "UTC", "2025-01-10T06:00:00Z", 1, "0-1 rest"))));
    }

    @Test
    void thirtyDaysOfThreeHundredAnimalsAreAllThere() {
        var lines = new ArrayList<Timeline>();
        for (int i = 0; i < 300; i++) {
            lines.add(recorded("cow" + i, BERLIN, "2025-06-01T10:00:00Z", 720, "0-300 graze", "300-720 rest"));
        }
        var budget = TimeBudget.of(TWO, lines);
        assertEquals(300 * 31, budget.days().size());
        assertTrue(budget.animals().stream()
                .allMatch(animal -> Math.abs(budget.share(animal, "graze") - 300 / 720.0) < 1e-12));
    }

    private static DayBudget day(
            String animal,
            String zone,
            String date,
            double length,
            double graze,
            double rest,
            double unlabelled,
            double notRecorded) {
        return new DayBudget(
                new AnimalDay(animal, ZoneId.of(zone), LocalDate.parse(date)),
                hours(length),
                Map.of("graze", hours(graze), "rest", hours(rest)),
                hours(length).minus(hours(unlabelled)).minus(hours(notRecorded)),
                hours(notRecorded));
    }

    private static Duration hours(double hours) {
        return Duration.ofMinutes(Math.round(hours * 60));
    }
}
