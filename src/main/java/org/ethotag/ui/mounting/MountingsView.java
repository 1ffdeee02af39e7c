package org.ethotag.ui.mounting;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.signal.Rotation;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.StudyMountings.Sitting;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A table of tags on animals with their frames, and below it the frame of the chosen one to be corrected. */
final class MountingsView extends BorderPane {
    private static final double LINES = 640;
    private static final double ANGLE_FIELD = 96;

    private final MountingsViewModel model;
    private final TableView<Sitting> table = new TableView<>();
    private final Spinner<Double> yaw = angle("mounting.yaw");
    private final Spinner<Double> pitch = angle("mounting.pitch");
    private final Spinner<Double> roll = angle("mounting.roll");

    MountingsView(MountingsViewModel model) {
        this.model = model;
        getStyleClass().add("mountings");
        setTop(header());
        setCenter(table());
        setBottom(correction());
        table.getSelectionModel().selectedItemProperty().subscribe(() -> show(chosen()));
    }

    private Node header() {
        var line = new Label(Texts.of("mounting.line"));
        line.setWrapText(true);
        line.setMaxWidth(LINES);
        line.getStyleClass().add("text-muted");
        var estimate = new Button(Texts.of("mounting.estimate"), Icons.of(Feather.COMPASS));
        estimate.setId("estimate-frames");
        estimate.getStyleClass().add("accent");
        estimate.setMinWidth(Region.USE_PREF_SIZE);
        estimate.disableProperty().bind(model.busyProperty().or(model.readOnlyProperty()));
        estimate.setOnAction(_ -> model.estimate());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var box = new HBox(line, gap, estimate);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("mountings-header");
        return box;
    }

    private Node table() {
        table.setItems(model.tags());
        table.setId("mountings");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(Texts.of("mounting.none")));
        table.getColumns()
                .setAll(List.of(
                        column("mounting.tag", 140, tag -> tag.on().name()),
                        column("mounting.origin", 100, MountingsView::origin),
                        column("mounting.yaw", 70, tag -> degrees(tag.frame().yawDegrees())),
                        column("mounting.pitch", 70, tag -> degrees(tag.frame().pitchDegrees())),
                        column("mounting.roll", 70, tag -> degrees(tag.frame().rollDegrees())),
                        column("mounting.spread", 80, MountingsView::spread),
                        column("mounting.misfit", 80, tag -> degrees(tag.misfitDegrees())),
                        column("mounting.remark", 190, MountingsView::remark)));
        return table;
    }

    private Node correction() {
        var set = new Button(Texts.of("mounting.set"), Icons.of(Feather.CHECK));
        set.setId("set-frame");
        set.setOnAction(_ -> model.set(chosen(), new Rotation(yaw.getValue(), pitch.getValue(), roll.getValue())));
        var forget = new Button(Texts.of("mounting.forget"), Icons.of(Feather.X));
        forget.setId("forget-frame");
        forget.setOnAction(_ -> model.forget(chosen()));
        var fields = new HBox(
                named("mounting.yaw", yaw), named("mounting.pitch", pitch), named("mounting.roll", roll), set, forget);
        fields.setAlignment(Pos.BOTTOM_LEFT);
        fields.getStyleClass().add("mountings-fields");
        fields.disableProperty()
                .bind(Bindings.isNull(table.getSelectionModel().selectedItemProperty())
                        .or(model.busyProperty())
                        .or(model.readOnlyProperty()));
        return fields;
    }

    private static Node named(String key, Spinner<Double> field) {
        var name = new Label(Texts.of(key));
        name.setLabelFor(field);
        return new VBox(name, field);
    }

    private static Spinner<Double> angle(String key) {
        var spinner = new Spinner<Double>(-180.0, 180.0, 0.0, 5.0);
        spinner.setEditable(true);
        spinner.setPrefWidth(ANGLE_FIELD);
        spinner.setAccessibleText(Texts.of(key));
        return spinner;
    }

    private Sitting chosen() {
        return table.getSelectionModel().getSelectedItem();
    }

    private void show(@Nullable Sitting tag) {
        if (tag != null) {
            yaw.getValueFactory().setValue(tag.frame().yawDegrees());
            pitch.getValueFactory().setValue(tag.frame().pitchDegrees());
            roll.getValueFactory().setValue(tag.frame().rollDegrees());
        }
    }

    private static TableColumn<Sitting, String> column(String key, double width, Function<Sitting, String> text) {
        var column = new TableColumn<Sitting, String>(Texts.of(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    private static String origin(Sitting tag) {
        if (tag.known().isEmpty()) {
            return Texts.of("mounting.unknown");
        }
        return switch (tag.known().getFirst().origin()) {
            case ESTIMATED -> Texts.of("mounting.estimated");
            case HAND -> Texts.of("mounting.hand");
            case FILE -> Texts.of("mounting.file");
        };
    }

    private static String spread(Sitting tag) {
        return tag.known().isEmpty() || tag.known().getFirst().spreadDegrees() == 0
                ? ""
                : degrees(tag.known().getFirst().spreadDegrees());
    }

    private static String remark(Sitting tag) {
        if (tag.isUnlikeTheOthers()) {
            return Texts.of("mounting.unlike", Numbers.fixed(tag.unlikeFromDegrees(), 0));
        }
        return "";
    }

    private static String degrees(double degrees) {
        return Double.isNaN(degrees) ? "" : Numbers.fixed(degrees, 1) + "\u00b0";
    }
}
