package org.ethotag.ui.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.evaluation.Scores.ClassScores;
import org.ethotag.picture.Picture;
import org.ethotag.ui.control.PicturePane;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.theme.Look;
import org.ethotag.workflow.run.ScoreSheet.Line;

/** Pictures of scores, one below the other: per class and per animal, or of calibration. */
final class ChartsTab implements ComparisonTab {
    private final String id;
    private final ComparisonViewModel model;
    private final Charts charts;
    private final Map<String, PicturePane> panes = new LinkedHashMap<>();
    private final ScrollPane scroll;

    /** What is drawn, by name. */
    interface Charts {
        Map<String, DoubleFunction<Picture>> of(ComparisonViewModel model);
    }

    /** @param names of the pictures, in order */
    private ChartsTab(
            String id, List<String> names, ComparisonViewModel model, ObservableValue<Look> look, Charts charts) {
        this.id = id;
        this.model = model;
        this.charts = charts;
        var box = new VBox();
        box.getStyleClass().add("compare-content");
        var line = new Label(Texts.of("compare." + id + ".line"));
        line.getStyleClass().add("text-muted");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        box.getChildren().add(line);
        for (String name : names) {
            var pane = new PicturePane("chart-" + name, look);
            panes.put(name, pane);
            box.getChildren().add(pane);
        }
        scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
    }

    static ChartsTab bars(ComparisonViewModel model, ObservableValue<Look> look) {
        return new ChartsTab(
                "bars",
                List.of("animals-mcc", "classes-f1", "classes-mcc", "classes-precision", "classes-recall"),
                model,
                look,
                ChartsTab::bars);
    }

    static ChartsTab reliability(ComparisonViewModel model, ObservableValue<Look> look) {
        return new ChartsTab("reliability", List.of("reliability"), model, look, ChartsTab::reliability);
    }

    private static Map<String, DoubleFunction<Picture>> bars(ComparisonViewModel model) {
        var charts = new LinkedHashMap<String, DoubleFunction<Picture>>();
        charts.put("animals-mcc", width -> animals(model).picture(width));
        charts.put(
                "classes-f1",
                width -> classes(model, "compare.bars.f1", ClassScores::f1).picture(width));
        charts.put(
                "classes-mcc",
                width -> classes(model, "compare.bars.mcc", ClassScores::mcc).picture(width));
        charts.put(
                "classes-precision",
                width -> classes(model, "compare.bars.precision", ClassScores::precision)
                        .picture(width));
        charts.put(
                "classes-recall",
                width -> classes(model, "compare.bars.recall", ClassScores::recall)
                        .picture(width));
        return charts;
    }

    private static Map<String, DoubleFunction<Picture>> reliability(ComparisonViewModel model) {
        return Map.of(
                "reliability",
                width -> ReliabilityChart.of(Texts.of("compare.tab.reliability"), model.models(), width));
    }

    private static List<Line> withBaselines(ComparisonViewModel model) {
        var lines = new ArrayList<>(model.models());
        var shown = model.shownProperty().get();
        if (shown != null) {
            lines.addAll(shown.sheet().baselines());
        }
        return lines;
    }

    private static BarChart animals(ComparisonViewModel model) {
        var shown = model.shownProperty().get();
        List<String> animals = shown == null ? List.of() : shown.comparison().animals();
        return new BarChart(
                Texts.of("compare.animals"),
                animals,
                withBaselines(model).stream()
                        .map(line -> series(
                                line,
                                animals.stream()
                                        .map(animal -> line.scores().perAnimal().getOrDefault(animal, Double.NaN))
                                        .toList()))
                        .toList());
    }

    private static BarChart classes(ComparisonViewModel model, String title, ToDoubleFunction<ClassScores> score) {
        var shown = model.shownProperty().get();
        List<String> classes = shown == null ? List.of() : shown.comparison().classes();
        return new BarChart(
                Texts.of(title),
                classes,
                withBaselines(model).stream()
                        .map(line -> series(
                                line,
                                classes.stream()
                                        .map(name -> score.applyAsDouble(Objects.requireNonNull(
                                                line.scores().perClass().get(name))))
                                        .toList()))
                        .toList());
    }

    private static BarChart.Series series(Line line, List<Double> values) {
        return new BarChart.Series(
                ModelTitles.shortOf(line.model()), ModelColours.of(line.model().name()), values);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Node content() {
        return scroll;
    }

    @Override
    public void refresh() {
        charts.of(model)
                .forEach(
                        (name, chart) -> Objects.requireNonNull(panes.get(name)).show(chart));
    }

    @Override
    public Map<String, Picture> pictures() {
        var pictures = new LinkedHashMap<String, Picture>();
        charts.of(model).forEach((name, chart) -> pictures.put(name, chart.apply(EXPORT_WIDTH)));
        return pictures;
    }

    /** Of a picture in a file. */
    static final double EXPORT_WIDTH = 900;
}
