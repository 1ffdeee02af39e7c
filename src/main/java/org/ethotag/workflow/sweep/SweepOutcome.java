package org.ethotag.workflow.sweep;

import java.util.List;
import java.util.Optional;
import org.ethotag.evaluation.SeedSpread;

/**
 * What came out of a cell.
 *
 * @param cell what was tried
 * @param mcc of the predictions pooled over all folds, one value per seed; empty if the cell makes no sense
 * @param why why there is nothing, in words; empty if there is something
 */
public record SweepOutcome(SweepCell cell, List<Double> mcc, String why) {
    public SweepOutcome {
        mcc = List.copyOf(mcc);
        if (mcc.isEmpty() == why.isEmpty()) {
            throw new IllegalArgumentException("a cell has scores or a reason, not " + mcc + " and '" + why + "'");
        }
    }

    /** Mean and spread over the seeds; none for a cell that makes no sense. */
    public Optional<SeedSpread> spread() {
        return mcc.isEmpty() ? Optional.empty() : Optional.of(new SeedSpread(mcc));
    }
}
