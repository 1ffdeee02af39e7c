package org.ethotag.ui.training;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.ethotag.model.NetworkSpec;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;

/** What the networks that are asked for would cost, in sentences that follow the fields as somebody types. */
final class NetworkCosts {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final TrainingViewModel model;

    NetworkCosts(TrainingViewModel model) {
        this.model = model;
    }

    /** Of the teacher, which stays on the computer. */
    Label teacher() {
        var text = label("teacher-cost");
        Runnable count = () -> {
            NetworkSpec network = model.teacherNetwork();
            text.setText(Texts.of(
                    "train.cost.teacher",
                    Numbers.count(network.parameters()),
                    work(network.multiplications(model.windowSamplesProperty().get()))));
        };
        model.teacherSizeProperty().subscribe(count);
        model.windowSamplesProperty().subscribe(count);
        model.classesProperty().subscribe(count);
        model.animals().subscribe(count); // rate and behaviours come with a study
        count.run();
        return text;
    }

    /** Of a student, on a tag too. */
    Label student() {
        var text = label("student-cost");
        Runnable count = () -> {
            var cost = model.studentCost();
            boolean impossible = cost.tag() instanceof StudentCost.Impossible;
            text.pseudoClassStateChanged(WRONG, impossible);
            text.setText(Texts.of(
                    "train.cost",
                    Numbers.count(cost.parameters()),
                    work(cost.multiplications()),
                    switch (cost.tag()) {
                        case StudentCost.Memory(int flash, int ram) ->
                            Texts.of("train.cost.tag", Numbers.count(flash), Numbers.count(ram));
                        case StudentCost.Impossible(String reason) -> Texts.of("train.cost.notag", reason);
                    }));
        };
        model.hiddenProperty().subscribe(count);
        model.perceptronProperty().subscribe(count);
        model.inputPerceptronProperty().subscribe(count);
        model.windowSamplesProperty().subscribe(count);
        model.classesProperty().subscribe(count);
        model.animals().subscribe(count);
        count.run();
        return text;
    }

    /** Per window, and per second if windows follow each other without overlap. */
    private String work(long multiplications) {
        double seconds = model.windowSeconds();
        return seconds > 0
                ? Texts.of(
                        "train.cost.work",
                        Numbers.count(multiplications),
                        Numbers.count(Math.round(multiplications / seconds)))
                : Texts.of("train.cost.work.window", Numbers.count(multiplications));
    }

    private static Label label(String id) {
        var text = new Label();
        text.setId(id);
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        text.getStyleClass().addAll("text-muted", "text-small", "train-cost");
        return text;
    }
}
