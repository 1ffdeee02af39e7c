package org.ethotag.ui.quantization;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.LayerTable;
import org.ethotag.workflow.LayerTable.Flip;
import org.ethotag.workflow.LayerTable.Layer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The quantize page: every edge of the integer network with its format and error, and the windows that changed class. */
public final class QuantizationView extends StackPane {
    private final QuantizationViewModel model;

    /** @param goToTraining what the empty state's button does */
    public QuantizationView(QuantizationViewModel model, Runnable goToTraining) {
        this.model = model;
        getStyleClass().add("page");
        var empty = new EmptyState(Feather.LAYERS, Texts.of("quantize.empty.title"), Texts.of("quantize.empty.text"))
                .button("quantize-go-train", Texts.of("compare.empty.button"), Feather.ACTIVITY, goToTraining);
        var page = new BorderPane();
        page.setTop(header());
        page.setCenter(new StackPane(first(), results()));
        page.visibleProperty().bind(Bindings.isNotEmpty(model.students()));
        empty.visibleProperty().bind(Bindings.isEmpty(model.students()));
        getChildren().addAll(empty, page);
    }

    private Node header() {
        var student = runs("quantize-student", model.students(), Texts.of("quantize.student"));
        student.valueProperty().subscribe(run -> {
            if (run != null) {
                model.studentProperty().set(run);
            }
        });
        model.studentProperty().subscribe(student::setValue);
        var profile = new ComboBox<String>();
        profile.getItems().setAll(model.profiles());
        profile.setId("quantize-profile");
        profile.setAccessibleText(Texts.of("quantize.profile"));
        profile.setTooltip(new Tooltip(Texts.of("quantize.profile")));
        profile.valueProperty().bindBidirectional(model.profileProperty());
        var go = new Button(Texts.of("quantize.go"), Icons.of(Feather.LAYERS));
        go.setId("quantize");
        go.getStyleClass().add("accent");
        go.disableProperty().bind(model.runningProperty().or(Bindings.isNull(model.studentProperty())));
        go.setOnAction(_ -> model.quantize());
        return new PageHeader(Texts.of("quantize.title"), Texts.of("quantize.line"), student, profile, go);
    }

    private static ComboBox<RunManifest> runs(String id, ObservableList<RunManifest> runs, String name) {
        var box = new ComboBox<>(runs);
        box.setId(id);
        box.setAccessibleText(name);
        box.setTooltip(new Tooltip(name));
        box.setPrefWidth(160);
        Columns.show(box, RunManifest::id);
        return box;
    }

    private Node first() {
        var hint = new EmptyState(Feather.LAYERS, Texts.of("quantize.first.title"), Texts.of("quantize.first.text"))
                .button("quantize-first", Texts.of("quantize.go"), Feather.LAYERS, model::quantize);
        hint.visibleProperty().bind(Bindings.isEmpty(model.quantized()));
        return hint;
    }

    private Node results() {
        var shown = runs("quantized-run", model.quantized(), Texts.of("quantize.shown"));
        shown.valueProperty().subscribe(run -> {
            if (run != null) {
                model.shownProperty().set(run);
            }
        });
        model.shownProperty().subscribe(shown::setValue);
        var facts = new HBox();
        facts.getStyleClass().add("metrics");
        facts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(facts, Priority.ALWAYS);
        var line = new HBox(shown, facts);
        line.getStyleClass().add("quantize-line");
        line.setAlignment(Pos.CENTER_LEFT);
        var layers = layers();
        var flips = flips();
        VBox.setVgrow(layers, Priority.ALWAYS);
        var box = new VBox(line, layers, flipTitle(), flips);
        box.getStyleClass().add("quantize-results");
        box.visibleProperty().bind(Bindings.isNotEmpty(model.quantized()));
        model.tableProperty().subscribe(table -> fill(facts, layers, flips, table));
        return box;
    }

    private static Node flipTitle() {
        var title = new Label(Texts.of("quantize.flips"));
        title.getStyleClass().addAll("title-4", "flip-title");
        return title;
    }

    private static void fill(HBox facts, TableView<Layer> layers, TableView<Flip> flips, @Nullable LayerTable table) {
        facts.getChildren().clear();
        layers.getItems().clear();
        flips.getItems().clear();
        if (table == null) {
            return;
        }
        layers.getItems().setAll(table.layers());
        flips.getItems().setAll(table.flips());
        long saturations = table.layers().stream().mapToLong(Layer::saturations).sum();
        facts.getChildren()
                .setAll(
                        fact(Numbers.percent(table.agreement()), Texts.of("quantize.agreement")),
                        fact(Numbers.count(table.windows()), Texts.of("quantize.windows")),
                        fact(Numbers.count(table.flips().size()), Texts.of("quantize.flipped")),
                        fact(Numbers.count(saturations), Texts.of("quantize.saturated")));
    }

    private static Node fact(String value, String name) {
        var number = new Label(value);
        number.getStyleClass().add("metric");
        var text = new Label(name);
        text.getStyleClass().addAll("text-muted", "text-small");
        text.setMinWidth(Region.USE_PREF_SIZE);
        return new VBox(number, text);
    }

    private static TableView<Layer> layers() {
        var table = new TableView<Layer>();
        table.setId("layers");
        table.getStyleClass().addAll("flush-table", "dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("quantize.layer"), 210, Layer::name),
                        Columns.text(Texts.of("quantize.format"), 190, Layer::format),
                        Columns.number(
                                Texts.of("quantize.range"),
                                150,
                                layer -> Texts.of(
                                        "quantize.range.value",
                                        Numbers.fixed(layer.lowest(), 3),
                                        Numbers.fixed(layer.highest(), 3))),
                        Columns.number(Texts.of("quantize.used"), 90, layer -> Numbers.percent(layer.rangeUsed())),
                        Columns.number(Texts.of("quantize.sqnr"), 90, layer -> Numbers.fixed(layer.sqnrDb(), 1)),
                        Columns.number(
                                Texts.of("quantize.error"), 100, layer -> Numbers.fixed(layer.largestError(), 5)),
                        Columns.number(
                                Texts.of("quantize.saturations"), 100, layer -> Numbers.count(layer.saturations()))));
        table.getColumns().getFirst().getStyleClass().add("first-column");
        return table;
    }

    private TableView<Flip> flips() {
        var table = new TableView<Flip>();
        table.setId("flips");
        table.getStyleClass().addAll("flush-table", "dense");
        table.setPlaceholder(new Label(Texts.of("quantize.flips.none")));
        table.setPrefHeight(170);
        table.setMinHeight(110);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("label.session"), 220, Flip::session),
                        Columns.number(
                                Texts.of("quantize.flip.sample"),
                                120,
                                flip -> Numbers.count(flip.range().from())),
                        Columns.text(Texts.of("quantize.flip.float"), 140, Flip::floatClass),
                        Columns.text(Texts.of("quantize.flip.fixed"), 140, Flip::fixedClass),
                        Columns.number(
                                Texts.of("quantize.flip.margin"), 120, flip -> Numbers.fixed(flip.margin(), 4))));
        table.setRowFactory(_ -> {
            var row = new TableRow<Flip>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    model.open(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            var flip = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && flip != null) {
                model.open(flip);
            }
        });
        table.getColumns().getFirst().getStyleClass().add("first-column");
        return table;
    }
}
