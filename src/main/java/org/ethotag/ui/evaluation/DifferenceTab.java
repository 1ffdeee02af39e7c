package org.ethotag.ui.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.language.Messages;
import org.ethotag.picture.Drawing;
import org.ethotag.picture.Mark.Side;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.run.ScoreSheet;
import org.ethotag.workflow.run.ScoreSheet.Line;
import org.jspecify.annotations.Nullable;

/** Where two models differ, cell by cell, and what may be said about the difference. */
final class DifferenceTab implements ComparisonTab {
    private static final double CELL_WIDTH = 66;
    private static final double CELL_HEIGHT = 30;
    private static final double NAMES = 100;
    private static final double TOP = 66;
    private static final int SHADES = 5;

    private final ComparisonViewModel model;
    private final ComboBox<Line> first = box("difference-first", "compare.difference.first");
    private final ComboBox<Line> second = box("difference-second", "compare.difference.second");
    private final Label words = new Label();
    private final VBox grid = new VBox();
    private final ScrollPane scroll;
    private boolean filling;

    DifferenceTab(ComparisonViewModel model) {
        this.model = model;
        var minus = new Label(Texts.of("compare.difference.minus"));
        var choice = new HBox(first, minus, second);
        choice.getStyleClass().add("choice-line");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        grid.getStyleClass().add("difference");
        var content = new VBox(choice, words, grid);
        content.getStyleClass().add("compare-content");
        scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        first.valueProperty().subscribe(this::draw);
        second.valueProperty().subscribe(this::draw);
    }

    private static ComboBox<Line> box(String id, String name) {
        var box = new ComboBox<Line>();
        box.setId(id);
        box.setAccessibleText(Texts.of(name));
        Columns.show(box, line -> ModelTitles.of(line.model()));
        return box;
    }

    @Override
    public String id() {
        return "difference";
    }

    @Override
    public Node content() {
        return scroll;
    }

    @Override
    public void refresh() {
        var shown = model.shownProperty().get();
        if (shown == null) {
            return;
        }
        filling = true;
        var lines = shown.sheet().models();
        keep(first, lines, lines.size() - 1);
        keep(second, lines, 0);
        filling = false;
        draw();
    }

    private static void keep(ComboBox<Line> box, List<Line> lines, int otherwise) {
        Line before = box.getValue();
        box.getItems().setAll(lines);
        box.setValue(lines.stream()
                .filter(line -> before != null
                        && line.model().title().equals(before.model().title()))
                .findFirst()
                .orElse(lines.isEmpty() ? null : lines.get(otherwise)));
    }

    private void draw() {
        var shown = model.shownProperty().get();
        Line one = first.getValue();
        Line other = second.getValue();
        if (filling || shown == null || one == null || other == null) {
            return;
        }
        words.setText(words(ScoreSheet.pair(shown.comparison(), one.model(), other.model())));
        grid.getChildren()
                .setAll(new MatrixGrid(one.matrix().classes(), (truth, answer) -> cell(one, other, truth, answer)));
    }

    private static String words(ScoreSheet.Pair pair) {
        var interval = pair.interval();
        var range = interval == null
                ? Texts.of("compare.difference.one")
                : Texts.of(
                        "compare.difference.interval",
                        signed(interval.low()),
                        signed(interval.high()),
                        interval.repeats());
        return Texts.of(
                "compare.difference.words",
                signed(pair.paired().mccDifference()),
                range,
                pair.paired().onlyFirstRight(),
                pair.paired().onlySecondRight(),
                pair.paired().mcNemarText());
    }

    private static String signed(double value) {
        return String.format(Messages.locale(), "%+.4f", value);
    }

    /** @return in windows, or in percent points of the row or column */
    private String text(Line one, Line other, int truth, int answer) {
        return switch (model.unitProperty().get()) {
            case COUNT ->
                windows(one.matrix().count(truth, answer) - other.matrix().count(truth, answer));
            case ROW ->
                points(one.matrix().rowFraction(truth, answer) - other.matrix().rowFraction(truth, answer));
            case COLUMN ->
                points(one.matrix().columnFraction(truth, answer)
                        - other.matrix().columnFraction(truth, answer));
        };
    }

    private static String windows(long more) {
        return more == 0 ? "0" : String.format(Messages.locale(), "%+d", more);
    }

    private static String points(double share) {
        return String.format(Messages.locale(), "%+.1f", 100 * share);
    }

    /** Signed share of the truth that moved, -1 to 1; positive where it is good that the first has more. */
    private static double moved(Line one, Line other, int truth, int answer) {
        double more = one.matrix().rowFraction(truth, answer) - other.matrix().rowFraction(truth, answer);
        return truth == answer ? more : -more;
    }

    private Button cell(Line one, Line other, int truth, int answer) {
        var button = new Button(text(one, other, truth, answer));
        button.setId("difference-" + truth + "-" + answer);
        double moved = moved(one, other, truth, answer);
        int shade = moved == 0 ? 0 : Math.clamp((int) Math.ceil(Math.abs(moved) * 4 * SHADES), 1, SHADES);
        button.getStyleClass().addAll("matrix-cell", (moved >= 0 ? "right-" : "wrong-") + shade);
        var classes = one.matrix().classes();
        var said = Texts.of(
                "compare.difference.cell",
                classes.get(truth),
                classes.get(answer),
                ModelTitles.of(one.model()),
                Numbers.count(one.matrix().count(truth, answer)),
                ModelTitles.of(other.model()),
                Numbers.count(other.matrix().count(truth, answer)));
        button.setAccessibleText(said);
        button.setTooltip(new Tooltip(said));
        button.setOnAction(_ -> list(one, other, truth, answer));
        return button;
    }

    /** Windows of that truth which exactly one of the two answered so. */
    private void list(Line one, Line other, int truth, int answer) {
        var shown = model.shownProperty().get();
        if (shown == null) {
            return;
        }
        var comparison = shown.comparison();
        int[] rows = IntStream.range(0, comparison.windows().size())
                .filter(row -> comparison.windows().get(row).label() == truth)
                .filter(row -> (one.model().answers().get(row) == answer)
                        != (other.model().answers().get(row) == answer))
                .toArray();
        model.list(
                new ChosenViewModel.Source.Other(Texts.of(
                        "compare.difference.list",
                        comparison.classes().get(truth),
                        comparison.classes().get(answer),
                        ModelTitles.of(one.model()),
                        ModelTitles.of(other.model()))),
                rows);
    }

    @Override
    public Map<String, Picture> pictures() {
        Line one = first.getValue();
        Line other = second.getValue();
        return one == null || other == null ? Map.of() : Map.of("difference", picture(one, other));
    }

    private Picture picture(@Nullable Line one, @Nullable Line other) {
        var drawing = new Drawing();
        if (one == null || other == null) {
            return drawing.picture("", 1, 1);
        }
        var classes = one.matrix().classes();
        drawing.title(8, 18, ModelTitles.of(one.model()) + " \u2212 " + ModelTitles.of(other.model()));
        drawing.note(8, 36, words.getText(), Side.START);
        for (int truth = 0; truth < classes.size(); truth++) {
            drawing.note(
                    NAMES + (truth + 0.5) * CELL_WIDTH,
                    TOP - 8,
                    Drawing.fitting(classes.get(truth), CELL_WIDTH),
                    Side.MIDDLE);
            drawing.note(
                    NAMES - 8,
                    TOP + (truth + 0.5) * CELL_HEIGHT + 4,
                    Drawing.fitting(classes.get(truth), NAMES - 12),
                    Side.END);
            for (int answer = 0; answer < classes.size(); answer++) {
                double moved = moved(one, other, truth, answer);
                double x = NAMES + answer * CELL_WIDTH;
                double y = TOP + truth * CELL_HEIGHT;
                drawing.box(
                        x + 1,
                        y + 1,
                        CELL_WIDTH - 2,
                        CELL_HEIGHT - 2,
                        moved >= 0 ? Tones.tint(Math.min(0.5, 2 * moved)) : moved > -0.05 ? "#fbe9dc" : "#f6cfae",
                        "");
                drawing.text(x + CELL_WIDTH / 2, y + CELL_HEIGHT / 2 + 4, text(one, other, truth, answer), Side.MIDDLE);
            }
        }
        return drawing.picture(
                Texts.of("compare.tab.difference"),
                Math.max(
                        NAMES + classes.size() * CELL_WIDTH + 8,
                        8 + words.getText().length() * 6.0),
                TOP + classes.size() * CELL_HEIGHT + 12);
    }
}
