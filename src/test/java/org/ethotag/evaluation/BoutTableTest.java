package org.ethotag.evaluation;

import static org.ethotag.evaluation.Timelines.recorded;
import static org.ethotag.evaluation.Timelines.stretch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoutTableTest {
    private static final String SIX = "2025-01-10T06:00:00Z";

    @Test
    void withoutARuleNeighboursOfOneKindAreOneBoutAndGapsPartThem() {
        var table = table(BoutRule.EXACT, recorded("a", "UTC", SIX, 10, "0-1 graze", "1-2 graze", "3-4 graze"));
        assertEquals(List.of("graze 7200", "graze 3600"), words(table));
    }

    @Test
    void gapsUpToTheLongestAreBridgedAndCountAsBout() {
        var line = recorded("a", "UTC", SIX, 10, "0-1 graze", "1.5-2 graze", "2.75-3 graze");
        assertEquals(List.of("graze 7200", "graze 900"), words(table(rule(30, 0), line)));
        assertEquals(List.of("graze 10800"), words(table(rule(45, 0), line)));
    }

    @Test
    void timeThatWasNotRecordedIsAGapLikeAnother() {
        var line = new Timeline(
                "s",
                "s",
                "a",
                ZoneId.of("UTC"),
                List.of(stretch(SIX, 1, "0-1 rest"), stretch("2025-01-10T07:10:00Z", 1, "0-1 rest")));
        assertEquals(List.of("rest 7800"), words(table(rule(10, 0), line)));
        assertEquals(List.of("rest 3600", "rest 3600"), words(table(rule(9, 0), line)));
    }

    @Test
    void anotherBehaviourAlwaysPartsBouts() {
        var line = recorded("a", "UTC", SIX, 10, "0-1 rest", "1-1.1 walk", "1.1-2 rest");
        assertEquals(List.of("rest 3600", "walk 360", "rest 3240"), words(table(rule(60, 0), line)));
    }

    @Test
    void shortBoutsAreLeftOutAndTheirNeighboursStayApart() {
        var line = recorded("a", "UTC", SIX, 10, "0-1 rest", "1-1.1 walk", "1.1-2 rest");
        assertEquals(List.of("rest 3600", "rest 3240"), words(table(rule(0, 10), line)));
    }

    @Test
    void theNumbersOfABehaviour() {
        var table = table(
                BoutRule.EXACT,
                recorded("a", "UTC", SIX, 10, "0-1 rest", "1-2 walk", "2-2.5 rest", "3-5 rest", "6-6.25 rest"));
        assertEquals(new BoutTable.Summary(4, 13_500, 2700, 900, 7200), table.summary("a", "rest"));
        assertEquals(3375, table.summary("a", "rest").mean(), 1e-9);
        assertTrue(Double.isNaN(table.summary("a", "graze").mean()));
    }

    @Test
    void transitionsAreCountedBetweenNeighboursWithoutALongerGap() {
        // rest-walk, walk-rest touch; rest to walk over half an hour; walk-rest in another recording
        var one = recorded("a", "UTC", SIX, 10, "0-1 rest", "1-2 walk", "2-3 rest", "3.5-4 walk");
        var two = recorded("a", "UTC", "2025-01-11T06:00:00Z", 10, "0-1 walk", "1-2 rest");
        var codes = List.of("rest", "walk");
        assertEquals(
                new TransitionMatrix(codes, List.of(List.of(0L, 1L), List.of(2L, 0L))),
                TransitionMatrix.of(codes, table(BoutRule.EXACT, one, two)));
        var generous = TransitionMatrix.of(codes, table(rule(30, 0), one, two));
        assertEquals(new TransitionMatrix(codes, List.of(List.of(0L, 2L), List.of(2L, 0L))), generous);
        assertEquals(1.0, generous.probability(0, 1), 1e-12);
    }

    private static BoutRule rule(int gapMinutes, int shortestMinutes) {
        return new BoutRule(Duration.ofMinutes(gapMinutes), Duration.ofMinutes(shortestMinutes));
    }

    private static BoutTable table(BoutRule rule, Timeline... lines) {
        return BoutTable.of(rule, List.of(lines));
    }

    private static List<String> words(BoutTable table) {
        return table.rows().stream()
                .map(row -> row.bout().behaviour() + " " + Math.round(row.seconds()))
                .toList();
    }
}
