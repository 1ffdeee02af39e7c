package org.ethotag.ui.evaluation;

import org.ethotag.evaluation.Baselines;
import org.ethotag.workflow.run.ModelNames;

/** One colour per kind of model, on every picture the same; told apart without colour vision and on both grounds. */
final class ModelColours {
    private static final String OTHER = "#b0508f";

    private ModelColours() {}

    static String of(String name) {
        return switch (name) {
            case ModelNames.TEACHER -> "#5b7fd1";
            case ModelNames.STUDENT -> "#d9912b";
            case ModelNames.DISTILLED -> "#1f9d8b";
            case ModelNames.FIXED -> OTHER;
            case Baselines.MAJORITY -> "#9aa3ad";
            case Baselines.TREE -> "#7d8791";
            default -> OTHER;
        };
    }
}
