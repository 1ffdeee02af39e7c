package org.ethotag.ui.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Picture;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.WindowMap;
import org.jspecify.annotations.Nullable;

/** The windows of a run on a plane, coloured by label, by what a model said, or by where it was wrong. */
final class MapTab implements ComparisonTab {
    private static final String WRONG = "#d1442b";
    private static final String RIGHT = "#9aa3ad";
    private static final double SIDE = 700;

    private final ComparisonViewModel model;
    private final ComboBox<Colouring> colouring = new ComboBox<>();
    private final Label line = new Label();
    private final FlowPane legend = new FlowPane();
    private final ExplorerPane explorer = new ExplorerPane(this::list);
    private final VBox content;
    private @Nullable WindowMap drawn;

    /**
     * What a colour means.
     *
     * @param model place among the models, or -1 for the label
     * @param error whether only right and wrong are told apart
     */
    private record Colouring(String name, int model, boolean error) {}

    MapTab(ComparisonViewModel model) {
        this.model = model;
        colouring.setId("map-colour");
        colouring.setAccessibleText(Texts.of("compare.map.colour"));
        Columns.show(colouring, Colouring::name);
        colouring.valueProperty().subscribe(this::draw);
        line.getStyleClass().addAll("text-muted", "text-small");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        legend.getStyleClass().add("map-legend");
        HBox.setHgrow(legend, Priority.ALWAYS);
        var top = new HBox(colouring, legend);
        top.getStyleClass().add("choice-line");
        VBox.setVgrow(explorer, Priority.ALWAYS);
        content = new VBox(top, explorer, line);
        content.getStyleClass().add("compare-content");
        model.map().mapProperty().subscribe(this::draw);
    }

    @Override
    public String id() {
        return "map";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void refresh() {
        var shown = model.shownProperty().get();
        var choices = new ArrayList<Colouring>();
        choices.add(new Colouring(Texts.of("compare.map.label"), -1, false));
        if (shown != null) {
            var models = shown.comparison().models();
            for (int i = 0; i < models.size(); i++) {
                choices.add(new Colouring(Texts.of("compare.map.answer", ModelTitles.of(models.get(i))), i, false));
                choices.add(new Colouring(Texts.of("compare.map.error", ModelTitles.of(models.get(i))), i, true));
            }
        }
        if (!colouring.getItems().equals(choices)) {
            colouring.getItems().setAll(choices);
            colouring.setValue(choices.getFirst());
        }
        draw();
    }

    private void draw() {
        var shown = model.shownProperty().get();
        var map = model.map().mapProperty().get();
        var chosen = colouring.getValue();
        explorer.setVisible(map != null);
        if (shown == null || map == null || chosen == null) {
            line.setText(Texts.of("compare.map.wait"));
            return;
        }
        legend(shown, chosen);
        line.setText(Texts.of(
                map.inside() ? "compare.map.inside" : "compare.map.outside",
                map.features(),
                Numbers.percent(map.projection().share(0)),
                Numbers.percent(map.projection().share(1))));
        explorer.show(map, shown.rows(), colours(shown, chosen), map.equals(drawn));
        drawn = map;
    }

    private static IntUnaryOperator colours(Shown shown, Colouring chosen) {
        var comparison = shown.comparison();
        int[] classes = IntStream.range(0, comparison.classes().size())
                .map(c -> rgb(WindowPicture.colour(c)))
                .toArray();
        int wrong = rgb(WRONG);
        int right = rgb(RIGHT);
        if (chosen.model() < 0) {
            return row -> classes[comparison.windows().get(row).label()];
        }
        var answers = comparison.models().get(chosen.model()).answers();
        return chosen.error()
                ? row -> answers.get(row) == comparison.windows().get(row).label() ? right : wrong
                : row -> classes[answers.get(row)];
    }

    private static int rgb(String colour) {
        return Integer.parseInt(colour.substring(1), 16);
    }

    private void legend(Shown shown, Colouring chosen) {
        legend.getChildren().clear();
        if (chosen.error()) {
            entry(RIGHT, Texts.of("compare.map.right"));
            entry(WRONG, Texts.of("compare.map.wrong"));
            return;
        }
        List<String> classes = shown.comparison().classes();
        for (int c = 0; c < classes.size(); c++) {
            entry(WindowPicture.colour(c), classes.get(c));
        }
    }

    private void entry(String colour, String name) {
        var square = new Rectangle(10, 10);
        square.setStyle("-fx-fill: " + colour);
        var label = new Label(name, square);
        label.getStyleClass().add("text-small");
        legend.getChildren().add(label);
    }

    private void list(int[] points) {
        model.list(new ChosenViewModel.Source.Other(Texts.of("compare.map.lasso")), points);
    }

    @Override
    public Map<String, Picture> pictures() {
        var shown = model.shownProperty().get();
        var map = model.map().mapProperty().get();
        var chosen = colouring.getValue();
        if (shown == null || map == null || chosen == null) {
            return Map.of();
        }
        var scatter = new Scatter(map.projection());
        scatter.resize(SIDE, SIDE);
        var colours = colours(shown, chosen);
        var drawing = new Drawing();
        drawing.title(8, 18, chosen.name());
        drawing.note(8, SIDE + 40, line.getText(), Side.START);
        for (int i = 0; i < shown.rows().length; i++) {
            int row = shown.rows()[i];
            drawing.dot(scatter.x(row), 24 + scatter.y(row), 1.5, String.format("#%06x", colours.applyAsInt(i)), "");
        }
        return Map.of("map", drawing.picture(Texts.of("compare.tab.map"), SIDE, SIDE + 50));
    }
}
