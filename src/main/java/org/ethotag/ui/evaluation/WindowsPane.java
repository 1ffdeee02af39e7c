package org.ethotag.ui.evaluation;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.evaluation.ComparisonViewModel.WindowRow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The windows behind a cell; each opens in its trace. */
final class WindowsPane extends VBox {
    private final ComparisonViewModel model;
    private final ListView<WindowRow> list;

    WindowsPane(ComparisonViewModel model) {
        this.model = model;
        getStyleClass().addAll("side", "side-fixed");
        var title = new Label(Texts.of("compare.windows"));
        title.getStyleClass().add("title-4");
        var line = new Label();
        line.getStyleClass().add("text-muted");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        model.cellProperty()
                .subscribe(cell -> line.setText(cell == null ? Texts.of("compare.windows.hint") : text(cell)));
        list = new ListView<>(model.windows());
        list.setId("windows");
        list.setCellFactory(_ -> new WindowCell());
        list.visibleProperty().bind(Bindings.isNotEmpty(model.windows()));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openChosen();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openChosen();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        var open = new Button(Texts.of("compare.windows.open"), Icons.of(Feather.EXTERNAL_LINK));
        open.setId("open-window");
        open.setMaxWidth(Double.MAX_VALUE);
        open.visibleProperty().bind(list.visibleProperty());
        open.disableProperty().bind(Bindings.isNull(list.getSelectionModel().selectedItemProperty()));
        open.setOnAction(_ -> openChosen());
        getChildren().addAll(title, line, list, open);
    }

    private String text(ComparisonViewModel.Cell cell) {
        var judged = model.judgementProperty().get();
        if (judged == null) {
            return "";
        }
        var classes = judged.comparison().classes();
        return Texts.of(
                "compare.windows.line",
                cell.title(),
                classes.get(cell.truth()),
                classes.get(cell.answer()),
                model.windows().size());
    }

    private void openChosen() {
        var row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.open(row);
        }
    }

    /** One window in two words. */
    private static final class WindowCell extends ListCell<WindowRow> {
        @Override
        protected void updateItem(@Nullable WindowRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(
                    row == null || empty
                            ? null
                            : Texts.of(
                                    "compare.windows.row",
                                    row.sessionName(),
                                    Numbers.count(row.window().range().from())));
        }
    }
}
