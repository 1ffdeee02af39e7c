package org.ethotag.ui.evaluation;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;

/** MCC of every model on every animal. */
final class AnimalTable extends TableView<String> {
    private static final double ROW = 34;
    private static final double HEADER = 37;

    AnimalTable(List<ModelCard> cards, List<String> animals) {
        getItems().setAll(animals);
        setId("animals");
        getStyleClass().addAll("card-table", "dense");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(ROW);
        setPrefHeight(HEADER + ROW * Math.max(1, animals.size()));
        setMinHeight(getPrefHeight());
        var name = new TableColumn<String, String>(Texts.of("sessions.animal"));
        name.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        getColumns().add(name);
        for (ModelCard card : cards) {
            var column = new TableColumn<String, String>(card.model().title());
            column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(
                    Numbers.score(card.scores().perAnimal().getOrDefault(cell.getValue(), Double.NaN))));
            getColumns().add(column);
        }
    }
}
