package org.ethotag.label;

import static org.ethotag.testkit.Tracks.range;
import static org.ethotag.testkit.Tracks.track;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.signal.SampleRange;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final List<String> DIAGNOSES = List.of("a psychotic", "b neurotic", "c organic");

    /** J. L. Fleiss, "Statistical Methods for Rates and Proportions", 2nd ed. (1981), table 13.1: 100 subjects, 2 raters. */
    private static final int[][] FLEISS = {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}};

    @Test
    void kappaIsThatOfThePublishedExample() {
        var agreement = fleiss();
        assertEquals(0.89, agreement.observed(), 1e-12);
        assertEquals(0.66, agreement.byChance(), 1e-12);
        assertEquals(0.23 / 0.34, agreement.kappa(), 1e-12); // printed as 0.68
    }

    @Test
    void countsAreRowsOfTheFirstTrackAndColumnsOfTheSecond() {
        var agreement = fleiss();
        assertEquals(DIAGNOSES, agreement.behaviours());
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(FLEISS[i][j], agreement.count(i, j));
            }
        }
    }

    @Test
    void samplesThatOnlyOneTrackLabelsDoNotCount() {
        var agreement = Agreement.of(track("0-100 a"), track("50-150 a"), range("0-200"));
        assertEquals(50, agreement.samples());
    }

    @Test
    void disagreementsAreTheStretchesWithTwoLabels() {
        assertEquals(
                List.of(range("40-50"), range("70-80")),
                Agreement.disagreements(
                        track("0-50 a", "50-80 b"), track("0-40 a", "40-70 b", "70-90 c"), range("0-100")));
    }

    private static Agreement fleiss() {
        var first = new ArrayList<Bout>();
        var second = new ArrayList<Bout>();
        long at = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (FLEISS[i][j] > 0) {
                    var range = new SampleRange(at, at + FLEISS[i][j]);
                    first.add(new Bout(range, DIAGNOSES.get(i)));
                    second.add(new Bout(range, DIAGNOSES.get(j)));
                    at = range.to();
                }
            }
        }
        return Agreement.of(LabelTrack.of("A", first), LabelTrack.of("B", second), new SampleRange(0, at));
    }
}
