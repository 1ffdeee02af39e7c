package org.ethotag.ui.evaluation;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.label.Behaviour;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.evaluation.ChosenViewModel.Source;
import org.ethotag.ui.evaluation.ChosenViewModel.WindowRow;
import org.ethotag.ui.theme.Look;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The windows behind a number: a list, a look into the selected one, and one key or button to correct its label. */
final class WindowsPane extends VBox {
    private static final double ROW = 26;
    private static final double LIST = 138;

    private final ChosenViewModel model;
    private final ListView<WindowRow> list;
    private final FlowPane corrections = new FlowPane();

    WindowsPane(ChosenViewModel model, ObservableValue<Look> look) {
        this.model = model;
        getStyleClass().addAll("side", "side-fixed", "windows-side");
        var title = new Label(Texts.of("compare.windows"));
        title.getStyleClass().add("title-4");
        var line = new Label();
        line.getStyleClass().add("text-muted");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        model.sourceProperty().subscribe(source -> line.setText(text(source)));
        list = list();
        var open = new Button(Texts.of("compare.windows.open"), Icons.of(Feather.EXTERNAL_LINK));
        open.setId("open-window");
        open.setMaxWidth(Double.MAX_VALUE);
        open.disableProperty().bind(Bindings.isNull(model.selectedProperty()));
        open.setOnAction(_ -> openChosen());
        corrections.getStyleClass().add("corrections");
        var correct = new Label(Texts.of("compare.correct"));
        correct.getStyleClass().addAll("text-muted", "text-small");
        correct.setWrapText(true);
        correct.setMinHeight(Region.USE_PREF_SIZE);
        var inside = new ScrollPane(new LookPane("look", model, look));
        inside.setFitToWidth(true);
        inside.getStyleClass().add("plain-scroll");
        VBox.setVgrow(inside, Priority.ALWAYS);
        var some = new VBox(list, open, correct, corrections, inside);
        some.getStyleClass().add("windows-some");
        VBox.setVgrow(some, Priority.ALWAYS);
        some.visibleProperty().bind(Bindings.isNotEmpty(model.windows()));
        getChildren().addAll(title, line, some);
        model.sourceProperty().subscribe(_ -> behaviours());
        model.corrected().addListener((MapChangeListener<Integer, String>) _ -> list.refresh());
        addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (!event.isControlDown() && !event.isAltDown() && model.press(event.getCharacter())) {
                event.consume();
            }
        });
    }

    private ListView<WindowRow> list() {
        var rows = new ListView<>(model.windows());
        rows.setId("windows");
        rows.setAccessibleText(Texts.of("compare.windows"));
        rows.getStyleClass().add("dense");
        rows.setFixedCellSize(ROW);
        rows.setPrefHeight(LIST);
        rows.setMinHeight(LIST);
        rows.setCellFactory(_ -> new WindowCell());
        rows.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openChosen();
            }
        });
        rows.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openChosen();
            }
        });
        rows.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.selectedProperty().set(row);
            }
        });
        model.selectedProperty().subscribe(row -> {
            if (row != null && !row.equals(rows.getSelectionModel().getSelectedItem())) {
                rows.getSelectionModel().select(row);
                rows.scrollTo(row);
            }
        });
        model.sourceProperty().subscribe(source -> {
            if (source != null && !model.windows().isEmpty()) {
                rows.requestFocus();
            }
        });
        return rows;
    }

    /** One button per behaviour; its key does the same while the list has the focus. */
    private void behaviours() {
        corrections.getChildren().clear();
        for (Behaviour behaviour : model.behaviours()) {
            var button = new Button(behaviour.name());
            button.setId("correct-" + behaviour.code());
            button.getStyleClass().addAll("small", "correction");
            var words = Texts.of("compare.correct.to", behaviour.name(), behaviour.key());
            button.setAccessibleText(words);
            button.setTooltip(new Tooltip(words));
            button.setOnAction(_ -> model.correct(behaviour.code()));
            corrections.getChildren().add(button);
        }
    }

    private String text(@Nullable Source source) {
        return switch (source) {
            case null -> Texts.of("compare.windows.hint");
            case Source.Cell(String modelTitle, int _, int _, String truth, String answer) ->
                Texts.of(
                        "compare.windows.line",
                        modelTitle,
                        truth,
                        answer,
                        model.windows().size());
            case Source.Other(String words) ->
                Texts.of("compare.windows.other", words, model.windows().size());
        };
    }

    private void openChosen() {
        var row = model.selectedProperty().get();
        if (row != null) {
            model.open(row);
        }
    }

    /** One window in two words, and what it was corrected to. */
    private final class WindowCell extends ListCell<WindowRow> {
        @Override
        protected void updateItem(@Nullable WindowRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setText(null);
                return;
            }
            var text = Texts.of(
                    "compare.windows.row",
                    row.sessionName(),
                    Numbers.count(row.window().range().from()));
            var now = model.corrected().get(row.row());
            setText(now == null ? text : Texts.of("compare.windows.corrected", text, now));
        }
    }
}
