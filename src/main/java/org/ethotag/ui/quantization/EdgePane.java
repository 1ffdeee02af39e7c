package org.ethotag.ui.quantization;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ethotag.quantization.GraphEdge;
import org.ethotag.quantization.report.EdgeReport;
import org.ethotag.quantization.report.ErrorSummary;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;

/** The report of the chosen edge, over all time steps or at the chosen one. */
final class EdgePane extends VBox {
    private static final int COLUMNS = 2;
    private static final double NAMES = 88;

    private final QuantizationViewModel model;
    private final Label title = new Label();
    private final Label format = new Label();
    private final GridPane grid = new GridPane();
    private final HistogramPane histogram = new HistogramPane();

    EdgePane(QuantizationViewModel model) {
        this.model = model;
        getStyleClass().add("edge-pane");
        title.getStyleClass().add("title-4");
        format.getStyleClass().addAll("text-muted", "text-small");
        grid.getStyleClass().add("edge-grid");
        for (int i = 0; i < COLUMNS; i++) {
            var names = new ColumnConstraints(NAMES);
            var values = new ColumnConstraints();
            values.setMinWidth(78);
            grid.getColumnConstraints().addAll(names, values);
        }
        var key = new Label(Texts.of("quantize.histogram"));
        key.getStyleClass().addAll("text-muted", "text-small");
        VBox.setVgrow(histogram, Priority.ALWAYS);
        var picture = new VBox(key, histogram);
        HBox.setHgrow(picture, Priority.ALWAYS);
        var row = new HBox(grid, picture);
        row.getStyleClass().add("edge-row");
        VBox.setVgrow(row, Priority.ALWAYS);
        getChildren().addAll(title, format, row);
        model.edgeProperty().subscribe(this::refresh);
        model.stepProperty().subscribe(this::refresh);
        model.findingsProperty().subscribe(this::refresh);
        model.trialProperty().subscribe(this::refresh);
        refresh();
    }

    private void refresh() {
        var name = model.edgeProperty().get();
        var trial = model.trialProperty().get();
        grid.getChildren().clear();
        histogram.show(null);
        title.setText(capital(QuantizationTexts.edge(name)));
        format.setText("");
        if (trial == null) {
            return;
        }
        var edge =
                trial.graph().edges().stream().filter(one -> one.name() == name).findFirst();
        edge.ifPresent(one -> format.setText(format(one)));
        var findings = model.findingsProperty().get();
        if (findings == null) {
            return;
        }
        findings.report().edges().stream()
                .filter(one -> one.edge().name() == name)
                .findFirst()
                .ifPresentOrElse(this::show, () -> edge.ifPresent(this::onlyProven));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String format(GraphEdge edge) {
        return Texts.of("quantize.edge.format", edge.format(), edge.width());
    }

    private void show(EdgeReport report) {
        int step = model.stepProperty().get();
        boolean one = step >= 0 && step < report.steps().size();
        var errors = one ? report.steps().get(step) : report.all();
        title.setText(capital(QuantizationTexts.edge(report.edge().name())) + ", "
                + (one ? Texts.of("quantize.time.step", step) : Texts.of("quantize.time.all")));
        fill(report.edge(), errors);
        histogram.show(errors.histogram());
    }

    private void fill(GraphEdge edge, ErrorSummary errors) {
        int row = 0;
        for (Quantity quantity : Quantity.values()) {
            put(row, quantity.title(), quantity.text(quantity.of(edge, errors)));
            row++;
        }
        put(row, Texts.of("quantize.lowest"), Numbers.fixed(errors.lowestSeen(), 3));
        put(row + 1, Texts.of("quantize.highest"), Numbers.fixed(errors.highestSeen(), 3));
    }

    /** Sums have no twin in the float student, but a proven range. */
    private void onlyProven(GraphEdge edge) {
        put(0, Texts.of("quantize.proven"), Numbers.fixed(edge.format().toReal(edge.highest()), 3));
        put(1, Texts.of("quantize.share"), Numbers.percent(share(edge)));
    }

    private static double share(GraphEdge edge) {
        return edge.highest() / Math.scalb(1.0, edge.format().bits() - 1);
    }

    private void put(int place, String name, String value) {
        var label = new Label(name);
        label.getStyleClass().addAll("text-muted", "text-small");
        label.setTooltip(new Tooltip(name));
        int column = 2 * (place % COLUMNS);
        grid.add(label, column, place / COLUMNS);
        grid.add(new Label(value), column + 1, place / COLUMNS);
    }
}
