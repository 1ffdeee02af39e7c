package org.ethotag.ui.evaluation;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.TableView;
import org.ethotag.dataset.Window;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.run.ScoreSheet.Line;

/** MCC of every model on every animal. */
final class AnimalTable extends TableView<String> {
    private static final double ROW = 34;
    private static final double HEADER = 37;
    private static final double NAME = 96;
    private static final double NUMBER = 80;
    private static final double MODEL = 190;

    AnimalTable(List<Line> lines, Shown shown) {
        // Counted once: a large study has several hundred thousand windows, and cells ask again and again.
        var windows = shown.comparison().windows().stream()
                .collect(Collectors.groupingBy(Window::animal, TreeMap::new, Collectors.counting()));
        getItems().setAll(windows.keySet());
        setId("animals");
        getStyleClass().addAll("card-table", "dense");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(ROW);
        setPrefHeight(HEADER + ROW * Math.max(1, getItems().size()));
        setMinHeight(getPrefHeight());
        getColumns().add(Columns.<String>text(Texts.of("sessions.animal"), NAME, animal -> animal));
        getColumns()
                .add(Columns.<String>number(
                        Texts.of("compare.windows"),
                        NUMBER,
                        animal -> Numbers.count(windows.getOrDefault(animal, 0L))));
        for (Line line : lines) {
            getColumns()
                    .add(Columns.<String>number(
                            ModelTitles.of(line.model()),
                            MODEL,
                            animal -> shown.both(
                                    line, one -> one.scores().perAnimal().getOrDefault(animal, Double.NaN))));
        }
    }
}
