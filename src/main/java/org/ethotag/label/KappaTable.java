package org.ethotag.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * How often two observers gave which pair of answers, and how far they agree. Immutable.
 *
 * <ul>
 *   <li>Observed agreement {@code po}: share of the diagonal.
 *   <li>Chance agreement {@code pe}: sum over categories of the product of both observers' shares; J. Cohen, "A coefficient
 *       of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37-46, formula 1.
 *   <li>Kappa: {@code (po - pe) / (1 - pe)}, the same source.
 *   <li>Kappa of one category: kappa of the table with all others put together; J. L. Fleiss, "Statistical Methods for Rates
 *       and Proportions", 2nd edition (1981), section 13.1.
 *   <li>Adjusted for prevalence and bias: {@code (k po - 1) / (k - 1)} for k categories, chance being 1/k; T. Byrt, J. Bishop,
 *       J. B. Carlin, "Bias, prevalence and kappa", Journal of Clinical Epidemiology 46 (1993), 423-429, for two categories;
 *       R. L. Brennan, D. J. Prediger, Educational and Psychological Measurement 41 (1981), 687-699, for more.
 *   <li>A table of bouts has the category {@link #NONE} for bouts that the other observer does not have. That both have none
 *       cannot be seen, so that cell is no part of the table, and chance agreement comes from the marginals of the table without it (quasi-
 *       independence, as in R. Bakeman, V. Quera, A. Gnisci, Behavior Research Methods 41 (2009), 137-147). With one cell
 *       missing, the fit has a closed form: the cell is filled with {@code x = r c / (n - r - c)}, r and c being the sums of
 *       the row and the column of NONE.
 * </ul>
 */
public final class KappaTable {
    /** The category of a bout that only the other observer has; always the last one. */
    public static final String NONE = "";

    private final List<String> categories;

    /** [answer of the first observer][answer of the second] */
    private final long[][] counts;

    private KappaTable(List<String> categories, long[][] counts) {
        this.categories = categories;
        this.counts = counts;
    }

    /**
     * A table from its counts.
     *
     * @param categories each once; {@link #NONE}, if it is there, last
     * @param counts [first observer][second observer], square, 0 or more, 0 where both say NONE; copied
     */
    public static KappaTable of(List<String> categories, long[][] counts) {
        int size = categories.size();
        int none = categories.indexOf(NONE);
        boolean square =
                counts.length == size && Arrays.stream(counts).allMatch(row -> row.length == size && isCount(row));
        if (!square || (none >= 0 && (none != size - 1 || counts[none][none] != 0))) {
            throw new IllegalArgumentException("not a table of " + categories + ": " + Arrays.deepToString(counts));
        }
        return new KappaTable(
                List.copyOf(categories),
                Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new));
    }

    /** A table of nothing: the neutral element of {@link #plus}. */
    public static KappaTable empty() {
        return new KappaTable(List.of(), new long[0][0]);
    }

    private static boolean isCount(long[] row) {
        return Arrays.stream(row).allMatch(n -> n >= 0);
    }

    /** Both tables together, over the categories of both: in alphabetical order, NONE last. */
    public KappaTable plus(KappaTable other) {
        if (categories.equals(other.categories)) {
            return added(categories, other);
        }
        var all = new TreeSet<>(categories);
        all.addAll(other.categories);
        boolean none = all.remove(NONE);
        var names = new ArrayList<>(all);
        if (none) {
            names.add(NONE);
        }
        return added(List.copyOf(names), other);
    }

    private KappaTable added(List<String> names, KappaTable other) {
        var sum = new long[names.size()][names.size()];
        for (KappaTable table : List.of(this, other)) {
            int[] place = table.categories.stream().mapToInt(names::indexOf).toArray();
            for (int i = 0; i < place.length; i++) {
                for (int j = 0; j < place.length; j++) {
                    sum[place[i]][place[j]] += table.counts[i][j];
                }
            }
        }
        return new KappaTable(names, sum);
    }

    /** The categories in the order of rows and columns. */
    public List<String> categories() {
        return categories;
    }

    /** How often the first observer said {@code first} and the second one {@code second}. */
    public long count(int first, int second) {
        return counts[first][second];
    }

    /** All pairs of answers. */
    public long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** How often the first observer said so. */
    public long ofFirst(int category) {
        return Arrays.stream(counts[category]).sum();
    }

    /** How often the second observer said so. */
    public long ofSecond(int category) {
        return Arrays.stream(counts).mapToLong(row -> row[category]).sum();
    }

    /** Pairs in which both said the same. */
    public long same() {
        long same = 0;
        for (int i = 0; i < counts.length; i++) {
            same += counts[i][i];
        }
        return same;
    }

    /** Share of pairs in which both said the same, 0 to 1; NaN for an empty table. */
    public double observed() {
        return (double) same() / total();
    }

    /** Share of pairs that two observers with these habits would agree on by chance, 0 to 1; NaN for an empty table. */
    public double byChance() {
        double all = total();
        int none = categories.indexOf(NONE);
        if (none >= 0) {
            double linked = all - ofFirst(none) - ofSecond(none);
            if (linked == 0) {
                return all == 0 ? Double.NaN : 0;
            }
            all += (double) ofFirst(none) * ofSecond(none) / linked;
        }
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += i == none ? 0 : ofFirst(i) / all * ofSecond(i);
        }
        return sum / total();
    }

    /** Cohen's kappa: 1 for full agreement, 0 for chance; NaN where chance alone explains everything. */
    public double kappa() {
        double chance = byChance();
        return chance == 1 ? Double.NaN : (observed() - chance) / (1 - chance);
    }

    /** Kappa of a category against all others. */
    public double kappaOf(int category) {
        return against(category).kappa();
    }

    /** The table of a category against all others, two by two. */
    KappaTable against(int category) {
        long both = counts[category][category];
        long first = ofFirst(category) - both;
        long second = ofSecond(category) - both;
        return new KappaTable(List.of(categories.get(category), "others"), new long[][] {
            {both, first}, {second, total() - both - first - second}
        });
    }

    /** Share of what either observer gave this category that both gave it (Jaccard), 0 to 1; NaN if nobody ever said it. */
    public double overlapOf(int category) {
        long both = counts[category][category];
        return (double) both / (ofFirst(category) + ofSecond(category) - both);
    }

    /** Kappa adjusted for prevalence and bias; NaN with fewer than two categories. */
    public double prevalenceAdjusted() {
        int size = categories.size();
        return size < 2 ? Double.NaN : (size * observed() - 1) / (size - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KappaTable table
                && categories.equals(table.categories)
                && Arrays.deepEquals(counts, table.counts);
    }

    @Override
    public int hashCode() {
        return 31 * categories.hashCode() + Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return categories + " " + Arrays.deepToString(counts);
    }
}
