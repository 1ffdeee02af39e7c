package org.ethotag.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ethotag.testkit.Trials;
import org.junit.jupiter.api.Test;

/**
 * Published tables and what is printed with them. The expected values are the sources' own fractions, written out; the
 * printed decimals are in the comments.
 */
class KappaTableTest {
    private static final double EXACT = 1e-12;

    @Test
    void cohen1960() {
        // Cohen (1960), table 2, frequencies of 200 cases: po = .70, pe = .41, kappa = .492
        var table = table(new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
        assertEquals(0.70, table.observed(), EXACT);
        assertEquals(0.41, table.byChance(), EXACT);
        assertEquals(0.29 / 0.59, table.kappa(), EXACT);
    }

    @Test
    void fleiss1981() {
        // Fleiss (1981), tables 13.1 and 13.3, two raters and 100 patients: kappa .68; of the categories .69, .50, .77
        var table = table(new long[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}});
        assertEquals(0.89, table.observed(), EXACT);
        assertEquals(0.66, table.byChance(), EXACT);
        assertEquals(0.23 / 0.34, table.kappa(), EXACT);
        assertEquals(0.22 / 0.32, table.kappaOf(0), EXACT);
        assertEquals(0.07 / 0.14, table.kappaOf(1), EXACT);
        assertEquals(0.17 / 0.22, table.kappaOf(2), EXACT);
    }

    @Test
    void altman1991() {
        // Altman (1991), Practical Statistics for Medical Research, section 14.3, two readers of 85 xeromammograms:
        // kappa 0.47
        var table = table(new long[][] {{21, 12, 0, 0}, {4, 17, 1, 0}, {3, 9, 15, 2}, {0, 0, 0, 1}});
        assertEquals(54.0 / 85, table.observed(), EXACT);
        assertEquals(2227.0 / 7225, table.byChance(), EXACT);
        assertEquals((54.0 / 85 - 2227.0 / 7225) / (1 - 2227.0 / 7225), table.kappa(), EXACT);
    }

    @Test
    void prevalenceMovesKappaAndNotTheAdjustedOne() {
        // Feinstein and Cicchetti (1990), Journal of Clinical Epidemiology 43, 543-549: both agree on 85 of 100,
        // kappa .70 and .32; Byrt, Bishop and Carlin (1993): adjusted for prevalence and bias 2 x .85 - 1 = .70 for
        // both
        var balanced = table(new long[][] {{40, 9}, {6, 45}});
        var prevalent = table(new long[][] {{80, 10}, {5, 5}});
        assertEquals((0.85 - 0.5008) / (1 - 0.5008), balanced.kappa(), EXACT); // chance: .49 x .46 + .51 x .54
        assertEquals(0.07 / 0.22, prevalent.kappa(), EXACT);
        assertEquals(0.70, balanced.prevalenceAdjusted(), EXACT);
        assertEquals(0.70, prevalent.prevalenceAdjusted(), EXACT);
    }

    /** Expected: iterative proportional fitting with the corner held at zero, 20,000 rounds, written in Python for this test. */
    @Test
    void chanceForBoutsIsThatOfATableWithoutItsCorner() {
        var small = bouts(List.of("a", "b", KappaTable.NONE), new long[][] {{20, 3, 5}, {2, 15, 4}, {6, 1, 0}});
        assertEquals(0.366912722535823, small.byChance(), 1e-9);
        assertEquals(0.407664609053498, small.kappa(), 1e-9);
        var large = bouts(
                List.of("a", "b", "c", KappaTable.NONE),
                new long[][] {{31, 2, 1, 4}, {5, 22, 0, 3}, {0, 2, 9, 1}, {2, 6, 3, 0}});
        assertEquals(0.305044353237124, large.byChance(), 1e-9);
        assertEquals(0.541436464088398, large.kappa(), 1e-9);
    }

    @Test
    void nothingLinkedIsNoAgreement() {
        var table = bouts(List.of("a", KappaTable.NONE), new long[][] {{0, 3}, {2, 0}});
        assertEquals(0, table.kappa(), EXACT);
    }

    @Test
    void oneCategoryAloneHasNoKappa() {
        assertTrue(Double.isNaN(table(new long[][] {{7}}).kappa()));
        assertTrue(Double.isNaN(KappaTable.empty().kappa()));
    }

    @Test
    void tablesOfDifferentCategoriesAddUpByName() {
        var first = bouts(List.of("b", KappaTable.NONE), new long[][] {{1, 2}, {3, 0}});
        var second = bouts(List.of("a", "b"), new long[][] {{4, 5}, {6, 7}});
        assertEquals(
                bouts(List.of("a", "b", KappaTable.NONE), new long[][] {{4, 5, 0}, {6, 8, 2}, {0, 3, 0}}),
                first.plus(second));
        assertEquals(first, first.plus(KappaTable.empty()));
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> bouts(List.of("a"), new long[][] {{1, 2}}));
        assertThrows(IllegalArgumentException.class, () -> bouts(List.of("a"), new long[][] {{-1}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> bouts(List.of("a", KappaTable.NONE), new long[][] {{1, 2}, {3, 4}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> bouts(List.of(KappaTable.NONE, "a"), new long[][] {{0, 2}, {3, 4}}));
    }

    @Test
    void swappingTheObserversChangesNoKappa() {
        Trials.trials(200, random -> {
            long[][] counts = new long[3][3];
            long[][] swapped = new long[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    counts[i][j] = 1 + random.nextInt(50);
                    swapped[j][i] = counts[i][j];
                }
            }
            assertEquals(table(counts).kappa(), table(swapped).kappa(), EXACT);
        });
    }

    private static KappaTable table(long[][] counts) {
        var names = List.of("a", "b", "c", "d").subList(0, counts.length);
        return KappaTable.of(names, counts);
    }

    private static KappaTable bouts(List<String> names, long[][] counts) {
        return KappaTable.of(names, counts);
    }
}
