package org.ethotag.ui.quantization;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.quantization.Advice;
import org.ethotag.quantization.Advice.Impossible;
import org.ethotag.quantization.Advice.Outcome;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.quantization.QuantizationAdvice;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What other settings are worth, in sentences, each with the measurements behind it as buttons that take them over. */
final class AdvicePane extends VBox {
    private static final double SMALLEST_SHOWN = 0.05;

    private final QuantizationViewModel model;
    private final VBox sentences = new VBox();
    private final Label line = new Label();

    AdvicePane(QuantizationViewModel model) {
        this.model = model;
        getStyleClass().add("quantize-tab");
        line.getStyleClass().add("text-muted");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        var go = new Button(Texts.of("quantize.advise"), Icons.of(Feather.PLAY));
        go.setId("advise");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(_ -> model.advise());
        Runnable enabled = () -> go.setDisable(model.benchProperty().get() == null
                || model.adviceRunningProperty().get());
        enabled.run();
        model.benchProperty().subscribe(enabled);
        model.adviceRunningProperty().subscribe(enabled);
        var top = new HBox(line, go);
        top.getStyleClass().add("windows-line");
        sentences.getStyleClass().add("cards");
        var scroll = new ScrollPane(sentences);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, scroll);
        model.adviceProperty().subscribe(this::show);
    }

    private void show(@Nullable QuantizationAdvice advice) {
        sentences.getChildren().clear();
        if (advice == null) {
            line.setText(Texts.of("quantize.advice.line"));
            return;
        }
        line.setText(Texts.of(
                "quantize.advice.measured",
                Numbers.count(advice.windows()),
                Numbers.fixed(Advice.TOLERATED_POINTS, 1)));
        sentences.getChildren().setAll(advice.advice().stream().map(this::card).toList());
    }

    private Node card(Advice advice) {
        var icon = Icons.of(
                advice.isWarning() ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE,
                advice.isWarning() ? "advice-warning" : "advice-fine");
        var text = new Label(QuantizationTexts.sentence(advice), icon);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var values = new FlowPane();
        values.getStyleClass().add("advice-values");
        advice.outcomes().forEach(outcome -> values.getChildren().add(value(outcome)));
        var card = new VBox(text, values);
        advice.impossible().forEach(left -> card.getChildren().add(reason(left)));
        card.getStyleClass().add("card");
        return card;
    }

    private static Label reason(Impossible left) {
        var label = new Label(
                Texts.of("quantize.advice.impossible", QuantizationTexts.value(left.alternative()), left.reason()));
        label.getStyleClass().addAll("text-muted", "text-small");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Button value(Outcome outcome) {
        var button = new Button(Texts.of(
                "quantize.advice.value",
                QuantizationTexts.value(outcome.alternative()),
                points(-outcome.lostPoints())));
        button.getStyleClass().addAll("small");
        button.setDisable(outcome.alternative().present());
        String tip = Texts.of("quantize.advice.tip", Numbers.percent(outcome.agreement()));
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(button.getText() + ". " + tip);
        button.setOnAction(_ -> model.choice().use(outcome.alternative().settings()));
        return button;
    }

    /** With its sign, and none for what rounds to 0. */
    private static String points(double gained) {
        String text = Numbers.fixed(Math.abs(gained) < SMALLEST_SHOWN ? 0 : gained, 1);
        return gained >= SMALLEST_SHOWN ? "+" + text : text;
    }
}
