package org.ethotag.evaluation;

import java.util.Arrays;
import java.util.List;

/** How often each class was taken for each. Immutable. Rows are the truth, columns the answers. */
public final class ConfusionMatrix {
    private final List<String> classes;
    /** [truth][answer] */
    private final long[][] counts;

    private ConfusionMatrix(List<String> classes, long[][] counts) {
        this.classes = List.copyOf(classes);
        this.counts = counts;
    }

    /** Counts predictions. */
    public static ConfusionMatrix of(Predictions predictions) {
        int size = predictions.classes().size();
        long[][] counts = new long[size][size];
        for (int i = 0; i < predictions.size(); i++) {
            counts[predictions.truth()[i]][predictions.answer()[i]]++;
        }
        return new ConfusionMatrix(predictions.classes(), counts);
    }

    /**
     * A matrix from its counts.
     *
     * @param counts [truth][answer], square, 0 or more; copied
     */
    public static ConfusionMatrix of(List<String> classes, long[][] counts) {
        for (long[] row : counts) {
            if (counts.length != classes.size()
                    || row.length != classes.size()
                    || Arrays.stream(row).anyMatch(n -> n < 0)) {
                throw new IllegalArgumentException(
                        "not a matrix of " + classes.size() + " classes: " + Arrays.deepToString(counts));
            }
        }
        return new ConfusionMatrix(classes, copy(counts));
    }

    /** Names of the classes, of rows and columns alike. */
    public List<String> classes() {
        return classes;
    }

    /** Windows of class {@code truth} that were answered {@code answer}. */
    public long count(int truth, int answer) {
        return counts[truth][answer];
    }

    /** Windows that are of this class. */
    public long ofTruth(int truth) {
        return Arrays.stream(counts[truth]).sum();
    }

    /** Windows that were answered with this class. */
    public long ofAnswer(int answer) {
        return Arrays.stream(counts).mapToLong(row -> row[answer]).sum();
    }

    /** All windows. */
    public long total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Windows on the diagonal. */
    public long correct() {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i][i];
        }
        return sum;
    }

    /** Share of a class's windows that got this answer, 0 to 1; 0 for a class without windows. */
    public double rowFraction(int truth, int answer) {
        long row = ofTruth(truth);
        return row == 0 ? 0 : (double) counts[truth][answer] / row;
    }

    /** Share of an answer's windows that are of this class, 0 to 1; 0 for an answer that was never given. */
    public double columnFraction(int truth, int answer) {
        long column = ofAnswer(answer);
        return column == 0 ? 0 : (double) counts[truth][answer] / column;
    }

    /** The counts of both, cell by cell. */
    public ConfusionMatrix plus(ConfusionMatrix other) {
        checkSameClasses(other);
        long[][] sum = copy(counts);
        for (int i = 0; i < sum.length; i++) {
            for (int k = 0; k < sum.length; k++) {
                sum[i][k] += other.counts[i][k];
            }
        }
        return new ConfusionMatrix(classes, sum);
    }

    /** This minus the other, cell by cell, [truth][answer]: positive where this one has more windows. */
    public long[][] minus(ConfusionMatrix other) {
        checkSameClasses(other);
        long[][] difference = copy(counts);
        for (int i = 0; i < difference.length; i++) {
            for (int k = 0; k < difference.length; k++) {
                difference[i][k] -= other.counts[i][k];
            }
        }
        return difference;
    }

    /** The counts, [truth][answer]; a copy. */
    public long[][] toArray() {
        return copy(counts);
    }

    private void checkSameClasses(ConfusionMatrix other) {
        if (!classes.equals(other.classes)) {
            throw new IllegalArgumentException("matrices of different classes: " + classes + ", " + other.classes);
        }
    }

    private static long[][] copy(long[][] counts) {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfusionMatrix matrix
                && classes.equals(matrix.classes)
                && Arrays.deepEquals(counts, matrix.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }

    @Override
    public String toString() {
        return classes + " " + Arrays.deepToString(counts);
    }
}
