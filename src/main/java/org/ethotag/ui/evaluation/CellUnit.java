package org.ethotag.ui.evaluation;

/** What stands in the cells of a confusion matrix. */
public enum CellUnit {
    /** Windows. */
    COUNT,
    /** Share of the truth: the diagonal is the recall. */
    ROW,
    /** Share of the answer: the diagonal is the precision. */
    COLUMN
}
