package org.ethotag.label;

import static org.ethotag.testkit.Tracks.range;
import static org.ethotag.testkit.Tracks.track;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.signal.SampleRange;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final List<String> FINDINGS = List.of("disease", "no disease");

    /** Two doctors and 20 patients: easycalculation.com, "Cohen's Kappa Index", rows doctor B, columns doctor A. */
    private static final int[][] DOCTORS = {{12, 2}, {4, 2}};

    @Test
    void kappaIsThatOfThePublishedExample() {
        var agreement = doctors();
        assertEquals(0.7, agreement.observed(), 1e-12);
        assertEquals(0.62, agreement.byChance(), 1e-12);
        assertEquals(0.08 / 0.38, agreement.kappa(), 1e-12); // printed as 0.21
    }

    @Test
    void countsAreRowsOfTheFirstTrackAndColumnsOfTheSecond() {
        var agreement = doctors();
        assertEquals(FINDINGS, agreement.behaviours());
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                assertEquals(DOCTORS[i][j], agreement.count(i, j));
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

    private static Agreement doctors() {
        var first = new ArrayList<Bout>();
        var second = new ArrayList<Bout>();
        long at = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                if (DOCTORS[i][j] > 0) {
                    var range = new SampleRange(at, at + DOCTORS[i][j]);
                    first.add(new Bout(range, FINDINGS.get(i)));
                    second.add(new Bout(range, FINDINGS.get(j)));
                    at = range.to();
                }
            }
        }
        return Agreement.of(LabelTrack.of("A", first), LabelTrack.of("B", second), new SampleRange(0, at));
    }
}
