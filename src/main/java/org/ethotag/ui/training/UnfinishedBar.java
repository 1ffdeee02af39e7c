package org.ethotag.ui.training;

import java.time.ZoneId;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;
import org.ethotag.workflow.UnfinishedStep;
import org.kordamp.ikonli.feather.Feather;

/** One row for every training that the program did not survive: how far it came, and what to do with it. */
final class UnfinishedBar extends VBox {
    private final TrainingViewModel model;

    UnfinishedBar(TrainingViewModel model) {
        this.model = model;
        setId("unfinished");
        getStyleClass().add("unfinished");
        managedProperty().bind(visibleProperty());
        model.unfinished().waiting().subscribe(this::show);
        show();
    }

    private void show() {
        var waiting = model.unfinished().waiting();
        setVisible(!waiting.isEmpty());
        getChildren().setAll(waiting.stream().map(this::row).toList());
    }

    private Node row(UnfinishedStep unfinished) {
        var text = new Label(text(unfinished), Icons.of(Feather.ALERT_TRIANGLE));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var resume = new Button(
                unfinished.epoch() == 0
                        ? Texts.of("train.unfinished.goon")
                        : Texts.of("train.unfinished.resume", unfinished.epoch() + 1),
                Icons.of(Feather.PLAY));
        resume.getStyleClass().addAll("accent", "unfinished-resume");
        resume.setMinWidth(USE_PREF_SIZE);
        resume.setTooltip(new Tooltip(Texts.of("train.unfinished.resume.tooltip")));
        resume.setOnAction(_ -> model.resume(unfinished));
        var row = new HBox(text, resume, discard(unfinished));
        row.getStyleClass().add("unfinished-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Hours of learning may hang on it: the second click counts. */
    private Button discard(UnfinishedStep unfinished) {
        var discard = new Button(Texts.of("train.unfinished.discard"), Icons.of(Feather.TRASH_2));
        discard.getStyleClass().add("unfinished-discard");
        discard.setMinWidth(USE_PREF_SIZE);
        discard.setOnAction(_ -> {
            if (discard.getStyleClass().contains("danger")) {
                model.unfinished().discard(unfinished);
            } else {
                discard.setText(Texts.of("train.unfinished.sure"));
                discard.getStyleClass().add("danger");
            }
        });
        return discard;
    }

    private static String text(UnfinishedStep unfinished) {
        var step = unfinished.step();
        var began = TimeTexts.minute(step.began(), ZoneId.systemDefault(), Locale.getDefault(Locale.Category.FORMAT));
        var what = switch (step.kind()) {
            case TRAIN -> Texts.of("train.unfinished.teacher", step.setting("teacher.seed"));
            case DISTIL -> Texts.of("train.unfinished.students", step.setting("student.seed"));
            case CROSSVALIDATE -> Texts.of("train.unfinished.judgement", step.setting("student.seed"));
            default -> Texts.of("train.unfinished.sweep");
        };
        return unfinished.epoch() == 0
                ? Texts.of("train.unfinished.parts", what, began)
                : Texts.of("train.unfinished.epochs", what, began, unfinished.epoch(), unfinished.epochs());
    }
}
