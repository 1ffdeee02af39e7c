package org.ethotag.ui.quantization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.GraphEdge;
import org.ethotag.quantization.GraphNode;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.Operation;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.quantization.GraphLayout.Place;
import org.ethotag.workflow.quantization.QuantizationTrial;
import org.jspecify.annotations.Nullable;

/** The quantized graph as a drawing: every edge a box with its format, every node the lines into it with what it does. */
final class GraphPane extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double BOX_WIDTH = 100;
    private static final double BOX_HEIGHT = 36;
    private static final double COLUMN = 107;
    private static final double ROW = 62;
    private static final double MARGIN = 4;

    private final QuantizationViewModel model;
    private final Pane drawing = new Pane();
    private final List<Button> boxes = new ArrayList<>();

    GraphPane(QuantizationViewModel model) {
        this.model = model;
        getStyleClass().add("quantize-tab");
        var scroll = new ScrollPane(drawing);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setId("graph");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var edge = new EdgePane(model);
        edge.setMinHeight(190);
        edge.setPrefHeight(190);
        getChildren().addAll(scroll, edge);
        model.trialProperty().subscribe(this::draw);
        model.edgeProperty().subscribe(this::mark);
    }

    /** The whole drawing, also what is scrolled away. */
    Image picture() {
        return drawing.snapshot(null, null);
    }

    private void draw(@Nullable QuantizationTrial trial) {
        drawing.getChildren().clear();
        boxes.clear();
        if (trial == null) {
            return;
        }
        var graph = trial.graph();
        var layout = new GraphLayout(graph);
        drawing.setMinSize(
                MARGIN * 2 + COLUMN * (GraphLayout.COLUMNS - 1) + BOX_WIDTH,
                MARGIN * 2 + ROW * (layout.rows() - 1) + BOX_HEIGHT);
        graph.nodes().forEach(node -> lines(node, layout));
        graph.nodes().forEach(node -> drawing.getChildren().add(operation(node, layout.of(node.output()))));
        box(graph.edge(EdgeName.HIDDEN), layout.stateBefore(), true);
        graph.edges().forEach(edge -> box(edge, layout.of(edge.name()), false));
        mark();
    }

    private void lines(GraphNode node, GraphLayout layout) {
        var to = layout.of(node.output());
        for (EdgeName input : node.inputs()) {
            var from = layout.read(input, node.output());
            double slope = Math.signum(to.row() - from.row());
            double fromY = y(from) + (slope == 0 ? BOX_HEIGHT / 2 : slope > 0 ? BOX_HEIGHT : 0);
            var line = new Line(x(from) + BOX_WIDTH / 2, fromY, x(to) + BOX_WIDTH / 2, y(to));
            line.getStyleClass().add("graph-line");
            drawing.getChildren().add(line);
        }
    }

    private static double x(Place place) {
        return MARGIN + place.column() * COLUMN;
    }

    private static double y(Place place) {
        return MARGIN + place.row() * ROW;
    }

    private static Node operation(GraphNode node, Place place) {
        var label = new Label(text(node.operation()));
        label.getStyleClass().add("graph-operation");
        label.setPrefWidth(BOX_WIDTH);
        label.relocate(x(place), y(place) - 16);
        return label;
    }

    private static String text(Operation operation) {
        return switch (operation) {
            case Operation.Condition(var conditioning) -> "3 \u00d7 3, >> " + conditioning.shift();
            case Operation.Accumulate(var _, var _, var formats, int _) ->
                "W int" + formats.getFirst().bits() + ", f" + formats.getFirst().fractionBits();
            case Operation.AddShifted(IntMatrix first, IntMatrix second, int _) ->
                ">> " + shift(first) + "  +  >> " + shift(second);
            case Operation.Shift(IntMatrix shifts, int _) -> ">> " + shift(shifts);
            case Operation.ResetProduct(IntMatrix shifts, int product, var _, int _) ->
                ">> " + shift(shifts) + " + >> " + product;
            case Operation.Lookup(var table) -> Texts.of("quantize.graph.table", table.cells());
            case Operation.Blend(int gateBits, int _, var _) -> "n + z(h \u2212 n) >> " + (gateBits - 1);
            case Operation.Rectify(IntMatrix shifts, int _) -> "max(0, >> " + shift(shifts) + ")";
            case Operation.Align(IntMatrix shifts) -> ">> " + shift(shifts);
        };
    }

    private static String shift(IntMatrix shifts) {
        int[] all = shifts.toArray();
        int least = Arrays.stream(all).min().orElse(0);
        int most = Arrays.stream(all).max().orElse(0);
        return least == most ? String.valueOf(least) : least + "\u2013" + most;
    }

    private void box(GraphEdge edge, Place place, boolean before) {
        String title = before ? Texts.of("quantize.graph.before") : Texts.of("quantize.edge." + edge.name());
        String format = "int" + edge.format().bits() + ", f" + edge.format().fractionBits();
        var button = new Button(title + "\n" + format);
        button.setId((before ? "edge-before-" : "edge-") + edge.name());
        button.setUserData(edge.name());
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("graph-box", edge.format().bits() > Short.SIZE ? "graph-sum" : "graph-value");
        button.setPrefSize(BOX_WIDTH, BOX_HEIGHT);
        button.relocate(x(place), y(place));
        String says = Texts.of(
                "quantize.edge.says",
                QuantizationTexts.edge(edge.name()),
                edge.format(),
                edge.width(),
                edge.format().toReal(edge.lowest()),
                edge.format().toReal(edge.highest()));
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        button.setOnAction(_ -> {
            model.stepProperty().set(QuantizationViewModel.ALL_STEPS);
            model.edgeProperty().set(edge.name());
        });
        boxes.add(button);
        drawing.getChildren().add(button);
    }

    private void mark() {
        boxes.forEach(box -> box.pseudoClassStateChanged(
                CHOSEN, box.getUserData() == model.edgeProperty().get()));
    }
}
