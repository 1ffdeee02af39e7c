package org.ethotag.ui.quantization;

import java.util.Locale;
import org.ethotag.quantization.GraphEdge;
import org.ethotag.quantization.report.ErrorSummary;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;

/** What the map of gates and time steps can show. */
enum Quantity {
    SQNR,
    MEAN_ERROR,
    LARGEST_ERROR,
    RANGE_USED,
    SATURATIONS,
    BITS;

    private static final double TINY = 1e-9;

    String title() {
        return Texts.of("quantize.quantity." + name().toLowerCase(Locale.ROOT));
    }

    double of(GraphEdge edge, ErrorSummary errors) {
        return switch (this) {
            case SQNR -> errors.sqnrDb();
            case MEAN_ERROR -> errors.meanError();
            case LARGEST_ERROR -> errors.largestError();
            case RANGE_USED -> errors.rangeUsed(edge);
            case SATURATIONS -> errors.saturations();
            case BITS -> errors.bitsSufficient(edge.format());
        };
    }

    /** Where a value lies on the scale of colours: errors by their order of magnitude, all else as it is. */
    double onScale(double value) {
        return switch (this) {
            case MEAN_ERROR, LARGEST_ERROR -> Math.log10(Math.max(TINY, value));
            case SQNR, RANGE_USED, SATURATIONS, BITS -> value;
        };
    }

    /** For people. */
    String text(double value) {
        if (Double.isNaN(value)) {
            return "\u2013";
        }
        return switch (this) {
            case SQNR ->
                Double.isInfinite(value)
                        ? Texts.of("quantize.exact")
                        : Texts.of("quantize.db", Numbers.fixed(value, 1));
            case MEAN_ERROR, LARGEST_ERROR -> Numbers.fixed(value, 5);
            case RANGE_USED -> Numbers.percent(value);
            case SATURATIONS -> Numbers.count(Math.round(value));
            case BITS -> Texts.of("quantize.bits", Math.round(value));
        };
    }
}
