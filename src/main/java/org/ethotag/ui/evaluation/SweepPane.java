package org.ethotag.ui.evaluation;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.PictureCanvas;
import org.ethotag.ui.control.PictureExport;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.theme.Look;
import org.ethotag.workflow.sweep.SweepChart;
import org.ethotag.workflow.sweep.SweepResult;
import org.ethotag.workflow.sweep.SweepTable;
import org.jspecify.annotations.Nullable;

/** A sweep on the compare page: the chart, and below it every cell with mean, spread and what the teacher adds. */
final class SweepPane extends BorderPane {
    private static final double CHART_SHARE = 0.62;
    private static final double LETTER_WIDTH = 8;
    private static final double CELL_PADDING = 26;

    private final SweepViewModel model;
    private final ObservableValue<Look> look;
    private final PictureCanvas canvas = new PictureCanvas();
    private final TableView<List<String>> table = new TableView<>();
    private final PageHeader header;

    /**
     * @param runs chooses another run
     * @param export takes out what is shown
     */
    SweepPane(SweepViewModel model, ObservableValue<Look> look, Node runs, PictureExport export) {
        this.model = model;
        this.look = look;
        setId("sweep");
        export.picture(() -> {
                    SweepResult shown = model.resultProperty().get();
                    return () -> picture(shown);
                })
                .table(() -> {
                    SweepResult shown = model.resultProperty().get();
                    return () -> shown == null ? "" : SweepTable.csv(shown);
                });
        var scroll = new ScrollPane(canvas);
        scroll.getStyleClass().addAll("plain-scroll", "result-scroll");
        scroll.setAccessibleText(Texts.of("compare.sweep.title"));
        canvas.inside(scroll);
        table.setId("sweep-table");
        table.getStyleClass().add("flush-table");
        table.setPlaceholder(new Label(Texts.of("compare.sweep.loading")));
        table.setAccessibleText(Texts.of("compare.sweep.table"));
        var both = new SplitPane(scroll, table);
        both.setOrientation(Orientation.VERTICAL);
        both.setDividerPositions(CHART_SHARE);
        header = new PageHeader(Texts.of("compare.sweep.title"), "", runs, export);
        setTop(header);
        setCenter(both);
        model.resultProperty().subscribe(this::refresh);
        look.subscribe(_ -> draw());
    }

    private void refresh(@Nullable SweepResult shown) {
        table.getItems().clear();
        table.getColumns().clear();
        if (shown != null) {
            header.setLine(Texts.of(
                    shown.enoughSeeds() ? "compare.sweep.line" : "compare.sweep.few",
                    shown.protocol(),
                    shown.seeds().size()));
            var names = SweepTable.columns(shown);
            var rows = SweepTable.rows(shown);
            for (int i = 0; i < names.size(); i++) {
                table.getColumns().add(column(names.get(i), i, rows));
            }
            table.setItems(FXCollections.observableArrayList(rows));
        }
        draw();
    }

    private static TableColumn<List<String>, String> column(String name, int index, List<List<String>> rows) {
        var column = new TableColumn<List<String>, String>(name);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().get(index)));
        int letters =
                rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0);
        column.setPrefWidth(CELL_PADDING + LETTER_WIDTH * Math.max(letters, name.length() + 1));
        column.setSortable(false); // the order of the grid is what makes neighbours comparable
        return column;
    }

    private void draw() {
        canvas.show(picture(model.resultProperty().get()), look.getValue() == Look.DARK ? Tones.dark() : Tones.light());
    }

    private static Picture picture(@Nullable SweepResult shown) {
        return shown == null ? new Picture(Texts.of("compare.sweep.title"), 1, 1, List.of()) : SweepChart.of(shown);
    }
}
