package org.ethotag.ui.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import org.ethotag.training.EpochReport;
import org.jspecify.annotations.Nullable;

/** One value of every epoch on both sides: a line per model for training windows, a broken one for held-out animals. */
final class CurveChart extends LineChart<Number, Number> {
    private static final int X_TICKS = 8;

    private final Map<String, String> titles;
    private final ToDoubleFunction<EpochReport> training;
    private final ToDoubleFunction<EpochReport> heldOut;
    private final Map<String, XYChart.Series<Number, Number>> trainingLines = new LinkedHashMap<>();
    private final Map<String, XYChart.Series<Number, Number>> heldOutLines = new LinkedHashMap<>();

    /** @param titles of the models by name, in the order of their colours */
    CurveChart(
            NumberAxis axis,
            String xLabel,
            Map<String, String> titles,
            ToDoubleFunction<EpochReport> training,
            ToDoubleFunction<EpochReport> heldOut,
            ObservableList<CurvePoint> points) {
        super(epochs(xLabel), axis);
        this.titles = titles;
        this.training = training;
        this.heldOut = heldOut;
        setAnimated(false);
        setCreateSymbols(false);
        setLegendVisible(false);
        setMinSize(200, 160);
        getStyleClass().add("curve-chart");
        setAccessibleText(axis.getLabel());
        points.addListener(this::changed);
        fill(points);
    }

    private static NumberAxis epochs(String label) {
        var axis = new NumberAxis(0, 10, 2);
        axis.setLabel(label);
        axis.setMinorTickVisible(false);
        axis.setAnimated(false);
        return axis;
    }

    /** An axis from 0 up that grows with the values. */
    static NumberAxis growing(String label) {
        var axis = new NumberAxis(label, 0, 1.5, 0.25);
        axis.setMinorTickVisible(false);
        axis.setAnimated(false);
        return axis;
    }

    /** An axis from 0 to 1. */
    static NumberAxis unit(String label) {
        var axis = new NumberAxis(label, 0, 1, 0.2);
        axis.setMinorTickVisible(false);
        axis.setAnimated(false);
        return axis;
    }

    private void changed(ListChangeListener.Change<? extends CurvePoint> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                fill(change.getList());
                return;
            }
            change.getAddedSubList().forEach(this::add);
        }
    }

    private void fill(Iterable<? extends CurvePoint> points) {
        getData().clear();
        lines(trainingLines);
        lines(heldOutLines);
        points.forEach(this::add);
    }

    /** The style sheet knows lines by their number: training lines first, then those held out, both in the order of models. */
    private void lines(Map<String, XYChart.Series<Number, Number>> lines) {
        lines.clear();
        titles.forEach((name, title) -> {
            var line = new XYChart.Series<Number, Number>();
            line.setName(title);
            lines.put(name, line);
            getData().add(line);
        });
    }

    private void add(CurvePoint point) {
        widen(point.epoch().epochs());
        add(trainingLines.get(point.model()), point.epoch(), training);
        add(heldOutLines.get(point.model()), point.epoch(), heldOut);
    }

    private void add(
            XYChart.@Nullable Series<Number, Number> line, EpochReport epoch, ToDoubleFunction<EpochReport> value) {
        double y = value.applyAsDouble(epoch);
        if (line != null && Double.isFinite(y)) {
            stretch(y);
            line.getData().add(new XYChart.Data<>(epoch.epoch(), y));
        }
    }

    private void widen(int epochs) {
        var axis = (NumberAxis) getXAxis();
        if (epochs > axis.getUpperBound()) {
            axis.setUpperBound(epochs);
            axis.setTickUnit(Math.max(1, Math.ceil(epochs / (double) X_TICKS)));
        }
    }

    private void stretch(double value) {
        var axis = (NumberAxis) getYAxis();
        if (value > axis.getUpperBound()) {
            axis.setUpperBound(Math.ceil(value / axis.getTickUnit()) * axis.getTickUnit());
        }
    }
}
