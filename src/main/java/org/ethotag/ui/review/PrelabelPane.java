package org.ethotag.ui.review;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;

/** Lets a model label the session on the screen, or all. */
final class PrelabelPane extends VBox {
    PrelabelPane(ReviewViewModel model) {
        getStyleClass().add("review-prelabel");
        var title = new Label(Texts.of("review.prelabel"));
        title.getStyleClass().add("text-bold");
        var box = new ComboBox<>(model.models());
        box.setId("prelabel-model");
        box.setAccessibleText(Texts.of("review.prelabel.model"));
        box.setPromptText(Texts.of("review.prelabel.none"));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setButtonCell(cell());
        box.setCellFactory(_ -> cell());
        box.disableProperty().bind(Bindings.isEmpty(model.models()));
        Runnable choose = () -> {
            if (!model.models().contains(box.getValue())) {
                box.setValue(model.models().isEmpty() ? null : model.models().getFirst());
            }
        };
        model.models().subscribe(choose);
        choose.run();
        var off = box.valueProperty().isNull().or(model.labellingProperty());
        var one = button("prelabel-session", "review.prelabel.session", () -> model.prelabel(box.getValue(), false));
        var all = button("prelabel-all", "review.prelabel.all", () -> model.prelabel(box.getValue(), true));
        one.disableProperty().bind(off);
        all.disableProperty().bind(off);
        var buttons = new HBox(one, all);
        buttons.getStyleClass().add("review-line");
        getChildren().addAll(title, box, buttons);
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(Texts.of(text));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static ListCell<RunManifest> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable RunManifest run, boolean empty) {
                super.updateItem(run, empty);
                setText(run == null || empty ? "" : run.id());
            }
        };
    }
}
