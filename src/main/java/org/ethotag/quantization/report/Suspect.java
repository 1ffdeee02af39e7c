package org.ethotag.quantization.report;

import java.util.Locale;
import org.ethotag.quantization.EdgeName;

/**
 * One node of the graph and how suspicious it is.
 *
 * @param edge the edge that it writes
 * @param suspicion what seems to be wrong
 * @param excess its largest error as a multiple of what its own rounding can explain; a sound node stays at 1 or below
 * @param index row, unit or axis in which that error came up, from 0
 * @param figure of {@link Suspicion#SCALE} the factor, of {@link Suspicion#ROW} how many rows are off, of
 *     {@link Suspicion#SATURATION} how many values were limited; else 0
 * @param ownSqnrDb signal against the error that this node itself adds, in dB
 */
public record Suspect(EdgeName edge, Suspicion suspicion, double excess, int index, double figure, double ownSqnrDb) {
    /** Whether rounding cannot explain it. */
    public boolean isFaulty() {
        return suspicion != Suspicion.NONE;
    }

    /** For people, one sentence. */
    public String reason() {
        return switch (suspicion) {
            case NONE -> "Sound: rounding explains its error.";
            case SCALE ->
                String.format(
                        Locale.ROOT,
                        "Every value is %.3g times what the student's weights give: the scale is off by %s.",
                        figure,
                        bits());
            case ROW ->
                String.format(
                        Locale.ROOT,
                        "%.0f %s not what the student's weights give; the worst is row %d.",
                        figure,
                        figure == 1 ? "row is" : "rows are",
                        index + 1);
            case TRUNCATION -> "Rounds down instead of to the nearest: the constant is missing from the biases.";
            case SATURATION ->
                String.format(
                        Locale.ROOT,
                        "%.0f values did not fit the format and were limited, first in row %d.",
                        figure,
                        index + 1);
            case OPERATION ->
                String.format(
                        Locale.ROOT,
                        "The error is %.3g times what its own rounding may cause, worst in unit %d.",
                        excess,
                        index + 1);
        };
    }

    private String bits() {
        double bits = Math.log(figure) / Math.log(2);
        long whole = Math.round(bits);
        return Math.abs(bits - whole) < 0.1 && whole != 0
                ? String.format(Locale.ROOT, "%d bit%s", Math.abs(whole), Math.abs(whole) == 1 ? "" : "s")
                : String.format(Locale.ROOT, "%.2g bits", Math.abs(bits));
    }
}
