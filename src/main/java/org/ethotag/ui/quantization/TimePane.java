package org.ethotag.ui.quantization;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;

/** Every gate at every time step, and the report of the one that is chosen. */
final class TimePane extends VBox {
    private final QuantizationViewModel model;
    private final ComboBox<Quantity> quantity = new ComboBox<>();
    private final HeatMapPane map;
    private final Label scale = new Label();
    private final Label line = new Label();

    TimePane(QuantizationViewModel model) {
        this.model = model;
        getStyleClass().add("quantize-tab");
        map = new HeatMapPane(model.edgeProperty(), model.stepProperty());
        quantity.setId("heat-quantity");
        quantity.getItems().setAll(Quantity.values());
        quantity.setValue(Quantity.SQNR);
        quantity.setAccessibleText(Texts.of("quantize.quantity"));
        Columns.show(quantity, Quantity::title);
        scale.getStyleClass().addAll("text-small", "text-muted");
        line.getStyleClass().addAll("text-small", "text-muted");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        var ramp = new Region();
        ramp.getStyleClass().add("heat-ramp");
        HBox.setHgrow(scale, Priority.ALWAYS);
        var top = new HBox(quantity, ramp, scale);
        top.getStyleClass().add("heat-line");
        var edge = new EdgePane(model);
        VBox.setVgrow(edge, Priority.ALWAYS);
        getChildren().addAll(top, map, line, edge);
        quantity.valueProperty().subscribe(this::refresh);
        model.findingsProperty().subscribe(this::refresh);
        refresh();
    }

    private void refresh() {
        var findings = model.findingsProperty().get();
        if (findings == null) {
            map.show(null);
            scale.setText("");
            line.setText(Texts.of("quantize.looking.wait"));
            return;
        }
        var chosen = quantity.getValue();
        var shown = HeatMap.of(findings.report(), chosen);
        map.show(shown);
        boolean logarithmic = chosen == Quantity.MEAN_ERROR || chosen == Quantity.LARGEST_ERROR;
        scale.setText(Texts.of(
                "quantize.scale",
                chosen.text(logarithmic ? Math.pow(10, shown.lowest()) : shown.lowest()),
                chosen.text(logarithmic ? Math.pow(10, shown.highest()) : shown.highest())));
        line.setText(Texts.of(
                "quantize.sampled", Numbers.count(findings.report().windows()), Numbers.count(findings.windows())));
    }
}
