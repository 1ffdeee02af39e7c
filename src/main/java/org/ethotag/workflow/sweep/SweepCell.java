package org.ethotag.workflow.sweep;

import java.math.BigDecimal;
import org.ethotag.dataset.LabelShare;
import org.ethotag.training.DistillationSettings;

/**
 * One cell of a grid.
 *
 * @param hidden units of the students' recurrent layer
 * @param share how many animals have labels
 * @param source what the students listen to
 * @param distillation how much they listen
 */
public record SweepCell(int hidden, LabelShare share, SweepSource source, DistillationSettings distillation) {
    /** The cell of the same size and animals without a teacher: the only one that it may be compared with. */
    public SweepCell withoutTeacher() {
        return new SweepCell(hidden, share, SweepSource.NONE, DistillationSettings.hardLabels());
    }

    /** What it is, in one line. */
    public String title() {
        return "H=" + hidden + ", " + animals(share) + ", " + source.words()
                + (source.isSoft()
                        ? ", T " + number(distillation.temperature()) + ", alpha " + number(distillation.alpha())
                        : "");
    }

    /** A share in words. */
    public static String animals(LabelShare share) {
        return share.isAll() ? "all animals" : share.animals() == 1 ? "1 animal" : share.animals() + " animals";
    }

    /** Without zeros that say nothing. */
    public static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
