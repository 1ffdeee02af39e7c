package org.ethotag.ui.evaluation;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Cells with names on both sides, each a button: the keyboard and a screen reader reach every one, arrow keys walk. */
final class MatrixGrid extends GridPane {
    /** From this many classes on cells are small. */
    private static final int MANY = 7;

    private final int size;

    /** Makes one cell. */
    interface Cells {
        Button cell(int truth, int answer);
    }

    MatrixGrid(List<String> classes, Cells cells) {
        size = classes.size();
        getStyleClass().add("matrix");
        if (size >= MANY) {
            getStyleClass().add("matrix-many");
        }
        getColumnConstraints().add(new ColumnConstraints());
        for (int answer = 0; answer < size; answer++) {
            var column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setFillWidth(true);
            column.setHalignment(HPos.CENTER);
            column.setPercentWidth(-1);
            getColumnConstraints().add(column);
            add(name(classes.get(answer), "matrix-column"), answer + 1, 0);
        }
        for (int truth = 0; truth < size; truth++) {
            add(name(classes.get(truth), "matrix-row"), 0, truth + 1);
            for (int answer = 0; answer < size; answer++) {
                var button = cells.cell(truth, answer);
                button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
                walk(button, truth, answer);
                add(button, answer + 1, truth + 1);
            }
        }
    }

    private static Label name(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().addAll("text-small", "text-muted", style);
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private void walk(Button button, int truth, int answer) {
        button.setOnKeyPressed(event -> {
            KeyCode code = event.getCode();
            int row = truth + (code == KeyCode.DOWN ? 1 : code == KeyCode.UP ? -1 : 0);
            int column = answer + (code == KeyCode.RIGHT ? 1 : code == KeyCode.LEFT ? -1 : 0);
            Node next = row == truth && column == answer ? null : at(row, column);
            if (next != null) {
                next.requestFocus();
                event.consume();
            }
        });
    }

    private @Nullable Node at(int truth, int answer) {
        if (truth < 0 || truth >= size || answer < 0 || answer >= size) {
            return null;
        }
        return getChildren().stream()
                .filter(Button.class::isInstance)
                .filter(cell -> GridPane.getRowIndex(cell) == truth + 1 && GridPane.getColumnIndex(cell) == answer + 1)
                .findFirst()
                .orElse(null);
    }
}
