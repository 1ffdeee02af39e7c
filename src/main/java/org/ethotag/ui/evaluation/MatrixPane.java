package org.ethotag.ui.evaluation;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.run.ScoreSheet.Line;

/** One model: its scores, and its confusion matrix as a grid of buttons that list the windows behind them. */
final class MatrixPane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    /** Strengths of the ground of a cell; the style sheet has a colour for each. */
    private static final int SHADES = 6;

    private final Line line;
    private final ComparisonViewModel model;

    MatrixPane(Line line, ComparisonViewModel model) {
        this.line = line;
        this.model = model;
        getStyleClass().addAll("card", "matrix-card");
        setId("matrix-" + line.model().name());
        var name = new Label(ModelTitles.of(line.model()));
        name.getStyleClass().add("title-4");
        getChildren().addAll(name, scores(), new MatrixGrid(line.matrix().classes(), this::cell), cost());
    }

    private Node scores() {
        var scores = line.scores();
        var row = new HBox(number(Numbers.score(scores.mcc()), Texts.of("compare.mcc"), "metric-main"));
        var shown = model.shownProperty().get();
        if (shown != null && !shown.comparison().aside().isNone()) {
            var kept = shown.sheet().keptOf(line);
            row.getChildren()
                    .add(number(
                            Numbers.score(
                                    kept == null ? Double.NaN : kept.scores().mcc()),
                            Texts.of("compare.mcc.aside"),
                            "metric-main"));
        }
        row.getChildren()
                .addAll(
                        number(Numbers.percent(scores.accuracy()), Texts.of("compare.accuracy"), "metric"),
                        number(Numbers.score(scores.macroF1()), Texts.of("compare.f1"), "metric"));
        row.getStyleClass().add("metrics");
        return row;
    }

    private static Node number(String value, String name, String style) {
        var number = new Label(value);
        number.getStyleClass().add(style);
        number.setMinWidth(Region.USE_PREF_SIZE);
        var text = new Label(name);
        text.getStyleClass().addAll("text-muted", "text-small");
        var box = new VBox(number, text);
        box.setAlignment(Pos.BOTTOM_LEFT);
        return box;
    }

    private Button cell(int truth, int answer) {
        var matrix = line.matrix();
        long count = matrix.count(truth, answer);
        double share = matrix.rowFraction(truth, answer);
        var button = new Button(MatrixPicture.text(matrix, model.unitProperty().get(), truth, answer));
        button.setId("cell-" + line.model().name() + "-" + truth + "-" + answer);
        int shade = count == 0 ? 0 : 1 + (int) Math.min(SHADES - 2.0, Math.floor(share * (SHADES - 1)));
        button.getStyleClass().addAll("matrix-cell", (truth == answer ? "right-" : "wrong-") + shade);
        String text = Texts.of(
                "compare.cell",
                matrix.classes().get(truth),
                matrix.classes().get(answer),
                count,
                Numbers.percent(share),
                Numbers.percent(matrix.columnFraction(truth, answer)));
        button.setAccessibleText(ModelTitles.of(line.model()) + ": " + text);
        button.setTooltip(new Tooltip(text));
        button.setOnAction(_ -> model.choose(line, truth, answer));
        model.chosen()
                .sourceProperty()
                .when(button.sceneProperty().map(_ -> true).orElse(false)) // the model outlives the cells
                .subscribe(source -> button.pseudoClassStateChanged(
                        CHOSEN,
                        source instanceof ChosenViewModel.Source.Cell own
                                && own.title().equals(line.model().title())
                                && own.truth() == truth
                                && own.answer() == answer));
        return button;
    }

    private Node cost() {
        var interval = line.interval();
        var words = Texts.of(
                "compare.cost",
                Numbers.bytes(line.model().bytes()),
                Numbers.count(line.model().multiplications()));
        var label = new Label(
                interval == null
                        ? words
                        : Texts.of("compare.interval", Numbers.score(interval.low()), Numbers.score(interval.high()))
                                + "\n" + words);
        label.getStyleClass().addAll("text-muted", "text-small");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
