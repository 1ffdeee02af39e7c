package org.ethotag.ui.evaluation;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.ModelNames;

/** One model: its scores, and its confusion matrix as a grid of buttons that list the windows behind them. */
final class MatrixPane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    /** Strengths of the ground of a cell; the style sheet has a colour for each. */
    private static final int SHADES = 6;

    private final ModelCard card;
    private final ComparisonViewModel model;

    MatrixPane(ModelCard card, ComparisonViewModel model) {
        this.card = card;
        this.model = model;
        getStyleClass().addAll("card", "matrix-card");
        setId("matrix-" + card.model().name());
        var name = new Label(title());
        name.getStyleClass().add("title-4");
        getChildren().addAll(name, scores(), matrix(), cost());
    }

    private String title() {
        int hidden = card.model().hidden();
        return switch (card.model().name()) {
            case ModelNames.TEACHER -> Texts.of("model.teacher");
            case ModelNames.STUDENT -> Texts.of("compare.sized", Texts.of("model.student"), hidden);
            case ModelNames.DISTILLED -> Texts.of("compare.sized", Texts.of("model.distilled"), hidden);
            case ModelNames.FIXED -> Texts.of("compare.sized", Texts.of("model.fixed"), hidden);
            default -> card.model().title();
        };
    }

    private Node scores() {
        var scores = card.scores();
        var row = new HBox(
                number(Numbers.score(scores.mcc()), Texts.of("compare.mcc"), "metric-main"),
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

    private Node matrix() {
        List<String> classes = card.matrix().classes();
        var grid = new GridPane();
        grid.getStyleClass().add("matrix");
        grid.getColumnConstraints().add(new ColumnConstraints());
        for (int answer = 0; answer < classes.size(); answer++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(-1);
            column.setHgrow(Priority.ALWAYS);
            column.setFillWidth(true);
            column.setHalignment(HPos.CENTER);
            grid.getColumnConstraints().add(column);
            grid.add(name(classes.get(answer), "matrix-column"), answer + 1, 0);
        }
        for (int truth = 0; truth < classes.size(); truth++) {
            grid.add(name(classes.get(truth), "matrix-row"), 0, truth + 1);
            for (int answer = 0; answer < classes.size(); answer++) {
                grid.add(cell(truth, answer), answer + 1, truth + 1);
            }
        }
        return grid;
    }

    private static Label name(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().addAll("text-small", "text-muted", style);
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private Button cell(int truth, int answer) {
        var matrix = card.matrix();
        long count = matrix.count(truth, answer);
        double share = matrix.rowFraction(truth, answer);
        var button = new Button(Numbers.count(count));
        button.setId("cell-" + card.model().name() + "-" + truth + "-" + answer);
        int shade = count == 0 ? 0 : 1 + (int) Math.min(SHADES - 2.0, Math.floor(share * (SHADES - 1)));
        button.getStyleClass().addAll("matrix-cell", (truth == answer ? "right-" : "wrong-") + shade);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        String text = Texts.of(
                "compare.cell",
                matrix.classes().get(truth),
                matrix.classes().get(answer),
                count,
                Numbers.percent(share));
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.setOnAction(_ -> model.choose(card, truth, answer));
        var own = new ComparisonViewModel.Cell(card.model().title(), truth, answer);
        model.cellProperty().subscribe(chosen -> button.pseudoClassStateChanged(CHOSEN, own.equals(chosen)));
        return button;
    }

    private Node cost() {
        var label = new Label(Texts.of(
                "compare.cost",
                Numbers.bytes(card.model().bytes()),
                Numbers.count(card.model().multiplications())));
        label.getStyleClass().addAll("text-muted", "text-small");
        return label;
    }
}
