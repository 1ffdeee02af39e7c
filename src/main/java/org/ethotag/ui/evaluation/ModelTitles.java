package org.ethotag.ui.evaluation;

import org.ethotag.evaluation.Baselines;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.ethotag.workflow.run.ModelNames;

/** What people call models. */
final class ModelTitles {
    private ModelTitles() {}

    /** Without the number of units, where all that are shown have the same. */
    static String shortOf(ModelAnswers model) {
        return switch (model.name()) {
            case ModelNames.TEACHER -> Texts.of("model.teacher");
            case ModelNames.STUDENT -> Texts.of("model.student");
            case ModelNames.DISTILLED -> Texts.of("model.distilled");
            case ModelNames.FIXED -> Texts.of("model.fixed");
            case Baselines.MAJORITY -> Texts.of("compare.majority");
            case Baselines.TREE -> Texts.of("compare.tree");
            default -> model.title();
        };
    }

    static String of(ModelAnswers model) {
        int hidden = model.hidden();
        return switch (model.name()) {
            case ModelNames.TEACHER -> Texts.of("model.teacher");
            case ModelNames.STUDENT -> Texts.of("compare.sized", Texts.of("model.student"), hidden);
            case ModelNames.DISTILLED -> Texts.of("compare.sized", Texts.of("model.distilled"), hidden);
            case ModelNames.FIXED -> Texts.of("compare.sized", Texts.of("model.fixed"), hidden);
            case Baselines.MAJORITY -> Texts.of("compare.majority");
            case Baselines.TREE -> Texts.of("compare.tree");
            default -> model.title();
        };
    }
}
