package org.ethotag.ui.review;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.review.ReviewItem;
import org.ethotag.review.ReviewItem.Reason;
import org.ethotag.ui.control.KeyCap;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;

/** Why the chosen stretch is in doubt, and the answers with their keys. */
final class AnswerPane extends VBox {
    private final ReviewViewModel model;
    private final Label why = new Label();
    private final VBox answers = new VBox();

    AnswerPane(ReviewViewModel model) {
        this.model = model;
        getStyleClass().add("review-answers");
        why.setId("review-why");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(why, answers);
        visibleProperty().bind(model.currentProperty().isNotNull());
        managedProperty().bind(visibleProperty());
        model.currentProperty().subscribe(this::show);
    }

    private void show(@Nullable ReviewItem item) {
        answers.getChildren().clear();
        if (item == null) {
            return;
        }
        var ethogram = model.ethogramProperty().get();
        why.setText(ReviewTexts.reason(item, ethogram));
        String keep = item.reason() == Reason.UNSURE ? "review.take" : "review.keep";
        answers.getChildren()
                .add(answer(
                        "review-accept",
                        Texts.of("review.key.accept"),
                        Texts.of(keep, ReviewTexts.name(ethogram, item.label())),
                        model::accept));
        ethogram.behaviour(item.suggested())
                .filter(behaviour -> !behaviour.code().equals(item.label()))
                .ifPresent(behaviour -> answers.getChildren()
                        .add(answer(
                                "review-correct",
                                behaviour.key(),
                                Texts.of("review.correct", behaviour.name()),
                                () -> model.correct(behaviour.code()))));
        answers.getChildren()
                .add(answer("review-skip", Texts.of("review.key.skip"), Texts.of("review.skip"), model::skip));
        answers.getChildren()
                .add(answer("review-back", Texts.of("review.key.back"), Texts.of("review.back"), model::takeBack));
        var other = new Label(Texts.of("review.other"));
        other.setWrapText(true);
        other.setMinHeight(Region.USE_PREF_SIZE);
        other.getStyleClass().addAll("text-muted", "review-other");
        answers.getChildren().add(other);
    }

    private static Button answer(String id, String key, String text, Runnable action) {
        var cap = new KeyCap(key);
        cap.setVisible(!key.isEmpty());
        var name = new Label(text);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var line = new HBox(cap, name);
        line.getStyleClass().add("palette-line");
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button(null, line);
        button.setId(id);
        button.getStyleClass().addAll("flat", "palette-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        line.prefWidthProperty().bind(button.widthProperty().subtract(16));
        button.setAccessibleText(text);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
