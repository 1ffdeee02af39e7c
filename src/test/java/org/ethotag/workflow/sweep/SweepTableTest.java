package org.ethotag.workflow.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethotag.dataset.LabelShare;
import org.ethotag.picture.Picture.Format;
import org.ethotag.problem.ProblemException;
import org.ethotag.training.DistillationSettings;
import org.junit.jupiter.api.Test;

class SweepTableTest {
    private static final SweepGrid GRID = new SweepGrid(
            List.of(16, 8),
            List.of(LabelShare.parse("1"), LabelShare.all()),
            List.of(SweepSource.IN_FOLD, SweepSource.OUT_OF_FOLD),
            List.of(4.0),
            List.of(0.3, 0.5),
            List.of(3L, 1L, 2L));

    @Test
    void studentsWithoutTeacherAreAlwaysThereAndOnce() {
        assertEquals(2 * 2 * (1 + 2 * 2), GRID.cells().size());
        assertThat(GRID.cells().stream().filter(cell -> !cell.source().isSoft()))
                .hasSize(4);
        assertEquals(20 * 3 * 7, GRID.students(7));
    }

    @Test
    void aSizeIsWholeBeforeTheNextBegins() {
        assertThat(GRID.cells().subList(0, 10)).allMatch(cell -> cell.hidden() == 16);
    }

    @Test
    void theTableComesBackAsItWas() {
        var result = result();
        assertEquals(result, SweepTable.read("sweep-1", "left out", SweepTable.csv(result)));
    }

    @Test
    void aTableThatWasCutOffIsRefused() {
        var text = SweepTable.csv(result());
        for (String damaged : List.of("", text.substring(1), text.substring(0, text.length() - 30), "hidden\n7\n")) {
            assertThatThrownBy(() -> SweepTable.read("sweep-1", "", damaged))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            failure -> assertEquals(
                                    SweepProblem.DAMAGED_TABLE,
                                    failure.problem().code()));
        }
    }

    @Test
    void nothingIsCalledBetterWithFewerThanThreeSeeds() {
        var cells = List.of(cell(SweepSource.NONE), cell(SweepSource.IN_FOLD));
        assertThat(with(cells, List.of(1L, 2L)).verdicts())
                .containsExactly(
                        "H=16, all animals, soft, in fold, T 4, alpha 0.3 minus a student of hard labels: +0.1000 with 2"
                                + " seeds; 3 are needed to rank them.");
        assertThat(with(cells, List.of(1L, 2L, 3L)).verdicts())
                .containsExactly(
                        "H=16, all animals, soft, in fold, T 4, alpha 0.3 is better than a student of hard labels with"
                                + " each of 3 seeds, by 0.1000 on average (spread 0.0000).");
    }

    @Test
    void aCellIsComparedWithTheSameSizeAndAnimals() {
        var result = result();
        for (SweepOutcome outcome : result.outcomes()) {
            result.withoutTeacher(outcome).ifPresent(hard -> {
                assertEquals(outcome.cell().hidden(), hard.cell().hidden());
                assertEquals(outcome.cell().share(), hard.cell().share());
            });
        }
    }

    @Test
    void theChartHasADotForEveryCellThatWasTriedAndWordsForTheOthers() {
        var result = result();
        var svg = new String(SweepChart.of(result).file(Format.SVG), StandardCharsets.UTF_8);
        long tried =
                result.outcomes().stream().filter(one -> one.why().isEmpty()).count();
        assertThat(svg.split("</title></circle>", -1)).hasSize((int) tried + 1);
        assertThat(svg).contains("no second animal");
    }

    private static SweepCell cell(SweepSource source) {
        var cell = new SweepCell(16, LabelShare.all(), source, new DistillationSettings(4, 0.3));
        return source.isSoft() ? cell : cell.withoutTeacher();
    }

    private static SweepResult with(List<SweepCell> cells, List<Long> seeds) {
        var outcomes = cells.stream()
                .map(cell -> new SweepOutcome(
                        cell,
                        seeds.stream()
                                .map(_ -> cell.source().isSoft() ? 0.75 : 0.65)
                                .toList(),
                        ""))
                .toList();
        return new SweepResult("left out", seeds, outcomes, Map.of());
    }

    private static SweepResult result() {
        var outcomes = new ArrayList<SweepOutcome>();
        for (SweepCell cell : GRID.cells()) {
            boolean impossible =
                    cell.source() == SweepSource.OUT_OF_FOLD && !cell.share().isAll();
            double mcc = 0.6 + 0.01 * cell.hidden() - (cell.source().isSoft() ? 0.02 : 0);
            outcomes.add(
                    impossible
                            ? new SweepOutcome(cell, List.of(), "no second animal")
                            : new SweepOutcome(cell, List.of(mcc, mcc + 0.1, mcc / 3), ""));
        }
        return new SweepResult(
                "left out", GRID.seeds(), outcomes, Map.of(LabelShare.all(), 0.9, LabelShare.parse("1"), 0.7));
    }
}
