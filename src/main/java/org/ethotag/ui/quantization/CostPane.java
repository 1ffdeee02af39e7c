package org.ethotag.ui.quantization;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.flash.cost.BatteryForecast;
import org.ethotag.flash.cost.ModelCost;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;

/** What the model costs the tag, and how long the battery lasts with assumptions that can be typed over. */
final class CostPane extends ScrollPane {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");
    private static final double MILLION = 1e6;
    private static final double FIELD_WIDTH = 76;
    private static final double DAYS_PER_YEAR = 365.25;

    private final CostViewModel model;
    private final GridPane costs = grid();
    private final Label days = new Label();
    private final Label drawn = new Label();

    CostPane(CostViewModel model) {
        this.model = model;
        getStyleClass().addAll("quantize-side", "quantize-cost", "plain-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        days.setId("battery-days");
        days.getStyleClass().add("metric-main");
        drawn.getStyleClass().addAll("text-muted", "text-small");
        drawn.setWrapText(true);
        drawn.setMinHeight(Region.USE_PREF_SIZE);
        var box = new VBox(
                title("quantize.cost"),
                costs,
                title("quantize.battery"),
                days,
                drawn,
                title("quantize.assume"),
                fields());
        box.getStyleClass().add("quantize-settings");
        setContent(box);
        model.costProperty().subscribe(this::show);
        model.forecastProperty().subscribe(this::show);
    }

    private static GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("cost-grid");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, values);
        return grid;
    }

    private static Label title(String key) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("title-4");
        return label;
    }

    private void show(@Nullable ModelCost cost) {
        costs.getChildren().clear();
        if (cost == null) {
            return;
        }
        cost("flash", Numbers.bytes(cost.flashBytes()));
        cost("ram", Numbers.bytes(cost.ramBytes()));
        cost("multiplications", Numbers.count(cost.multiplications()));
        cost("instructions", million(cost.instructions()));
        cost("float", million(cost.floatInstructions()));
        cost(
                "time",
                Double.isNaN(cost.inferenceMs())
                        ? Texts.of("quantize.cost.unknown")
                        : milliseconds(cost.inferenceMs()));
        if (!cost.fits()) {
            var warning = new Label(Texts.of("quantize.cost.large"));
            warning.getStyleClass().add("danger-text");
            warning.setWrapText(true);
            costs.add(warning, 0, costs.getRowCount(), 2, 1);
        }
    }

    private static String million(double instructions) {
        return Double.isNaN(instructions)
                ? Texts.of("quantize.cost.unknown")
                : Texts.of("quantize.cost.million", Numbers.fixed(instructions / MILLION, 2));
    }

    private static String milliseconds(double time) {
        return Texts.of("quantize.cost.ms", Numbers.fixed(time, 1));
    }

    private void cost(String id, String value) {
        var name = new Label(Texts.of("quantize.cost." + id));
        name.getStyleClass().add("text-muted");
        name.setTooltip(new Tooltip(Texts.of("quantize.cost." + id + ".tip")));
        var number = new Label(value);
        number.setId("cost-" + id);
        number.setMinWidth(Region.USE_PREF_SIZE);
        costs.addRow(costs.getRowCount(), name, number);
    }

    private void show(@Nullable BatteryForecast forecast) {
        if (forecast == null) {
            days.setText("\u2013");
            boolean waiting = model.costProperty().get() == null;
            drawn.setText(waiting ? "" : Texts.of("quantize.battery.none"));
            return;
        }
        days.setText(Texts.of("quantize.battery.days", Numbers.count(Math.round(forecast.days()))));
        drawn.setText(Texts.of(
                "quantize.battery.drawn",
                Numbers.fixed(forecast.days() / DAYS_PER_YEAR, 1),
                Numbers.fixed(forecast.meanUa(), 1),
                Numbers.fixed(forecast.sleepUa(), 1),
                Numbers.fixed(forecast.sensorUa(), 1),
                Numbers.fixed(forecast.inferenceUa(), 1),
                Numbers.fixed(forecast.radioUa(), 1)));
    }

    private Node fields() {
        var grid = grid();
        for (Assumption assumption : Assumption.values()) {
            var field = new TextField();
            field.setId("assume-" + assumption.name().toLowerCase(Locale.ROOT));
            field.setPrefWidth(FIELD_WIDTH);
            field.setMinWidth(FIELD_WIDTH);
            field.getStyleClass().add("assumption");
            field.setAccessibleText(assumption.title());
            field.setTooltip(new Tooltip(assumption.source()));
            field.textProperty().bindBidirectional(model.text(assumption));
            field.textProperty().subscribe(() -> field.pseudoClassStateChanged(INVALID, !model.isUsable(assumption)));
            var name = new Label(assumption.title());
            name.setLabelFor(field);
            name.setTooltip(new Tooltip(assumption.source()));
            grid.addRow(grid.getRowCount(), name, field);
            if (assumption.isOurs()) {
                grid.add(remark(assumption.source()), 0, grid.getRowCount(), 2, 1);
            }
        }
        grid.add(remark(Texts.of("quantize.assume.profile")), 0, grid.getRowCount(), 2, 1);
        return grid;
    }

    private static Label remark(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("text-muted", "text-small", "assumption-source");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
