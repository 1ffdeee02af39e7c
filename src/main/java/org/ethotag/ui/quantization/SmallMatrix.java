package org.ethotag.ui.quantization;

import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ethotag.evaluation.ConfusionMatrix;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;

/** A confusion matrix that fits beside two others; every number is a button. */
final class SmallMatrix extends VBox {
    /** Strengths of the ground of a cell; the style sheet has a colour for each. */
    private static final int SHADES = 6;

    private static final double NAMES = 58;

    SmallMatrix(String name, String id, ConfusionMatrix matrix, double mcc, BiConsumer<Integer, Integer> choose) {
        getStyleClass().add("small-matrix");
        setId("small-" + id);
        var title = new Label(name);
        title.getStyleClass().add("text-bold");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var score = new Label(Texts.of("quantize.mcc", Numbers.score(mcc)));
        score.getStyleClass().addAll("text-muted", "text-small");
        getChildren().addAll(new HBox(title, score), grid(id, matrix, choose));
    }

    private static Node grid(String id, ConfusionMatrix matrix, BiConsumer<Integer, Integer> choose) {
        var grid = new GridPane();
        grid.getStyleClass().add("matrix");
        var names = new ColumnConstraints(NAMES);
        grid.getColumnConstraints().add(names);
        int size = matrix.classes().size();
        for (int answer = 0; answer < size; answer++) {
            var column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setHalignment(HPos.CENTER);
            column.setPercentWidth(-1);
            column.setFillWidth(true);
            grid.getColumnConstraints().add(column);
            grid.add(head(matrix.classes().get(answer), true), answer + 1, 0);
        }
        for (int truth = 0; truth < size; truth++) {
            grid.add(head(matrix.classes().get(truth), false), 0, truth + 1);
            for (int answer = 0; answer < size; answer++) {
                grid.add(cell(id, matrix, truth, answer, choose), answer + 1, truth + 1);
            }
        }
        return grid;
    }

    private static Label head(String name, boolean column) {
        var label = new Label(column ? name.substring(0, Math.min(4, name.length())) : name);
        label.getStyleClass().addAll("text-small", "text-muted", column ? "matrix-column" : "matrix-row");
        label.setTooltip(new Tooltip(name));
        return label;
    }

    private static Button cell(
            String id, ConfusionMatrix matrix, int truth, int answer, BiConsumer<Integer, Integer> choose) {
        long count = matrix.count(truth, answer);
        double share = matrix.rowFraction(truth, answer);
        var button = new Button(Numbers.count(count));
        button.setId("small-" + id + "-" + truth + "-" + answer);
        int shade = count == 0 ? 0 : 1 + (int) Math.min(SHADES - 2.0, Math.floor(share * (SHADES - 1)));
        button.getStyleClass().addAll("matrix-cell", "small-cell", (truth == answer ? "right-" : "wrong-") + shade);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        String text = Texts.of(
                "compare.cell",
                matrix.classes().get(truth),
                matrix.classes().get(answer),
                count,
                Numbers.percent(share));
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.setOnAction(_ -> choose.accept(truth, answer));
        return button;
    }
}
