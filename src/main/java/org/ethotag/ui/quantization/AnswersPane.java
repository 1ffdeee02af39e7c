package org.ethotag.ui.quantization;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.evaluation.ConfusionMatrix;
import org.ethotag.evaluation.Scores;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.QuantizationBench;
import org.ethotag.workflow.quantization.QuantizationTrial;
import org.ethotag.workflow.quantization.QuantizationTrial.JudgedWindow;
import org.ethotag.workflow.run.ModelNames;
import org.jspecify.annotations.Nullable;

/** Three matrices on the same windows, and the windows behind a number; at first those that changed their class. */
final class AnswersPane extends VBox {
    private final QuantizationViewModel model;
    private final HBox matrices = new HBox();
    private final HBox facts = new HBox();
    private final Label title = new Label();
    private final Button back = new Button(Texts.of("quantize.windows.back"));
    private final JudgedTable table;

    AnswersPane(QuantizationViewModel model) {
        this.model = model;
        getStyleClass().add("quantize-tab");
        table = new JudgedTable(model);
        matrices.getStyleClass().add("small-matrices");
        facts.getStyleClass().add("metrics");
        facts.setMinHeight(Region.USE_PREF_SIZE);
        var scroll = new ScrollPane(matrices);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setFitToWidth(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        title.getStyleClass().add("title-4");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        back.setId("show-flips");
        back.getStyleClass().add("small");
        back.setOnAction(_ -> showFlips());
        var line = new HBox(title, back);
        line.getStyleClass().add("windows-line");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(facts, scroll, line, table);
        model.trialProperty().subscribe(this::show);
        model.findingsProperty().subscribe(table::refresh);
    }

    private void show(@Nullable QuantizationTrial trial) {
        matrices.getChildren().clear();
        facts.getChildren().clear();
        var bench = model.benchProperty().get();
        if (trial == null || bench == null) {
            facts.getChildren().setAll(fact("\u2013", Texts.of("quantize.waiting")));
            showFlips();
            return;
        }
        var other = bench.predictions(
                bench.other().answers().stream().mapToInt(Integer::intValue).toArray());
        var floats = bench.predictions(bench.floatAnswers());
        matrices.getChildren()
                .setAll(
                        matrix(otherName(bench), "other", ConfusionMatrix.of(other), Scores.of(other)),
                        matrix(Texts.of("model.distilled"), "float", ConfusionMatrix.of(floats), Scores.of(floats)),
                        matrix(Texts.of("model.fixed"), "fixed", trial.matrix(), trial.scores()));
        int windows = trial.windows().size();
        facts.getChildren()
                .setAll(
                        fact(Numbers.percent(trial.agreement()), Texts.of("quantize.agreement")),
                        fact(Numbers.count(trial.flips().size()), Texts.of("quantize.flipped")),
                        fact(
                                Numbers.count(windows),
                                Texts.of(bench.heldOut() ? "quantize.windows" : "quantize.windows.learnt")),
                        fact(Texts.of("quantize.ms", Numbers.count(trial.elapsedMs())), Texts.of("quantize.elapsed")));
        showFlips();
    }

    private static String otherName(QuantizationBench bench) {
        return Texts.of(bench.other().name().equals(ModelNames.TEACHER) ? "model.teacher" : "model.student");
    }

    private SmallMatrix matrix(String name, String id, ConfusionMatrix matrix, Scores scores) {
        var small =
                new SmallMatrix(name, id, matrix, scores.mcc(), (truth, answer) -> showCell(name, id, truth, answer));
        HBox.setHgrow(small, Priority.ALWAYS);
        return small;
    }

    private static Node fact(String value, String name) {
        var number = new Label(value);
        number.getStyleClass().add("metric");
        var text = new Label(name);
        text.getStyleClass().addAll("text-muted", "text-small");
        text.setMinWidth(Region.USE_PREF_SIZE);
        return new VBox(number, text);
    }

    private void showFlips() {
        var trial = model.trialProperty().get();
        List<JudgedWindow> flips = trial == null ? List.of() : trial.flips();
        title.setText(Texts.of("quantize.flips", flips.size()));
        title.setVisible(trial != null);
        table.setVisible(trial != null);
        back.setVisible(false);
        table.show(flips);
    }

    private void showCell(String name, String id, int truth, int answer) {
        var trial = model.trialProperty().get();
        if (trial == null) {
            return;
        }
        var found = trial.windows().stream()
                .filter(window -> window.truth() == truth && answer(window, id) == answer)
                .toList();
        var classes = trial.matrix().classes();
        title.setText(Texts.of(
                "compare.windows.line", name, classes.get(truth), classes.get(answer), Numbers.count(found.size())));
        back.setVisible(true);
        table.show(found);
    }

    private static int answer(JudgedWindow window, String id) {
        return switch (id) {
            case "other" -> window.other();
            case "float" -> window.floatClass();
            default -> window.fixedClass();
        };
    }
}
