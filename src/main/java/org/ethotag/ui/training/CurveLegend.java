package org.ethotag.ui.training;

import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Texts;

/** What the lines of the charts mean, and whose lines are shown once there are folds. */
final class CurveLegend extends HBox {
    private static final double LINE_LENGTH = 22;
    private static final double NARROWEST_CHOICE = 120;

    CurveLegend(Curves curves, Map<String, String> titles) {
        getStyleClass().add("curve-legend");
        setAlignment(Pos.CENTER_LEFT);
        var keys = new FlowPane(); // a narrow window gives them a second line
        keys.getStyleClass().add("curve-keys");
        keys.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(keys, Priority.ALWAYS);
        int colour = 0;
        for (String title : titles.values()) {
            keys.getChildren().add(key(title, "training-line", "model-line" + colour++));
        }
        keys.getChildren()
                .addAll(
                        key(Texts.of("train.curve.training"), "training-line", "any-line"),
                        key(Texts.of("train.curve.heldout"), "held-out-line", "any-line"));
        var part = new ComboBox<>(curves.parts());
        part.setId("curve-part");
        part.setAccessibleText(Texts.of("train.curve.part"));
        Columns.show(part, CurveLegend::name);
        part.setMinWidth(NARROWEST_CHOICE);
        part.managedProperty().bind(part.visibleProperty());
        part.visibleProperty().bind(Bindings.size(curves.parts()).greaterThan(1));
        part.setOnAction(_ -> choose(curves, part.getValue()));
        curves.shownProperty().subscribe(part::setValue);
        getChildren().addAll(keys, part);
    }

    private static void choose(Curves curves, String part) {
        if (part != null && !Objects.equals(curves.shownProperty().get(), part)) {
            curves.shownProperty().set(part);
        }
    }

    private static String name(String part) {
        return part.equals(Curves.OWN) ? Texts.of("train.curve.own") : Texts.of("train.curve.fold", part);
    }

    private static Node key(String text, String... styles) {
        var line = new Line(0, 0, LINE_LENGTH, 0);
        line.getStyleClass().add("chart-series-line");
        line.getStyleClass().addAll(styles);
        var label = new Label(text, line);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
