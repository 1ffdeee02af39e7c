package org.ethotag.ui.label;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.label.Behaviour;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.KeyCap;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;
import org.ethotag.ui.trace.TraceSource;
import org.kordamp.ikonli.feather.Feather;

/** The behaviours with key, colour, name and labelled time; a click labels like the key. */
final class PalettePane extends VBox {
    private final LabelViewModel model;
    private final VBox rows = new VBox();

    PalettePane(LabelViewModel model) {
        this.model = model;
        getStyleClass().add("palette");
        var title = new Label(Texts.of("label.palette"));
        title.getStyleClass().add("title-4");
        rows.getStyleClass().add("palette-rows");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("palette-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, scroll, eraser(), adder(), editor());
        model.ethogramProperty().subscribe(this::refresh);
        model.samplesPerCodeProperty().subscribe(this::refresh);
        model.readyProperty().subscribe(this::refresh);
        refresh();
    }

    private void refresh() {
        var source = model.trace().source();
        var nodes = new ArrayList<Node>();
        var counts = model.samplesPerCodeProperty().get();
        for (Behaviour behaviour : model.ethogramProperty().get().behaviours()) {
            long samples = counts.getOrDefault(behaviour.code(), 0L);
            nodes.add(row(behaviour, source.map(s -> time(s, samples)).orElse("")));
        }
        if (nodes.isEmpty()) {
            var hint = new Label(Texts.of("label.palette.empty"));
            hint.setWrapText(true);
            hint.getStyleClass().add("text-muted");
            nodes.add(hint);
            model.behaviours().templates().forEach(name -> nodes.add(template(name)));
        }
        source.ifPresent(s -> {
            long labelled = counts.values().stream().mapToLong(Long::longValue).sum();
            nodes.add(unlabelled(time(s, s.length() - labelled)));
        });
        rows.getChildren().setAll(nodes);
    }

    private Node template(String name) {
        var button = new Button(Texts.of("label.palette.template", name), Icons.of(Feather.LIST));
        button.setId("template-" + name);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(_ -> model.behaviours().useTemplate(name));
        return button;
    }

    private static String time(TraceSource source, long samples) {
        Duration duration = source.rate().durationOf(samples);
        return samples == 0 ? "" : TimeTexts.duration(duration, Locale.getDefault(Locale.Category.FORMAT));
    }

    private Node row(Behaviour behaviour, String time) {
        var cap = new KeyCap(behaviour.key());
        cap.setVisible(!behaviour.key().isEmpty());
        var swatch = new Region();
        swatch.getStyleClass().add("swatch");
        swatch.setStyle("-fx-background-color: " + behaviour.colour() + ";");
        var content = line(List.of(cap, swatch), behaviour.name(), time);
        var button = new Button(null, content);
        button.setId("behaviour-" + behaviour.code());
        button.getStyleClass().addAll("flat", "palette-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        content.prefWidthProperty().bind(button.widthProperty().subtract(16));
        button.setAccessibleText(Texts.of("label.palette.row", behaviour.name(), behaviour.key(), time));
        if (!behaviour.description().isBlank()) {
            button.setTooltip(new Tooltip(behaviour.description()));
        }
        button.setOnAction(_ -> model.label(behaviour.code()));
        return button;
    }

    private static HBox line(List<Node> left, String name, String time) {
        var label = new Label(name);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var total = new Label(time);
        total.getStyleClass().add("text-muted");
        total.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox();
        line.getChildren().addAll(left);
        line.getChildren().addAll(label, total);
        line.getStyleClass().add("palette-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node unlabelled(String time) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", "swatch-none");
        var line = line(List.of(swatch), Texts.of("trace.unlabelled"), time);
        line.getStyleClass().add("palette-none");
        return line;
    }

    private Node eraser() {
        var cap = new KeyCap("Del");
        var icon = Icons.of(Feather.DELETE);
        var content = line(List.of(cap, icon), Texts.of("label.erase"), "");
        var button = new Button(null, content);
        button.setId("erase");
        button.getStyleClass().addAll("flat", "palette-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setFocusTraversable(false);
        content.prefWidthProperty().bind(button.widthProperty().subtract(16));
        button.setAccessibleText(Texts.of("label.erase"));
        button.setOnAction(_ -> model.erase());
        return button;
    }

    private Node editor() {
        var button = new Button(Texts.of("label.palette.edit"), Icons.of(Feather.SLIDERS));
        button.setId("edit-behaviours");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.behaviours().edit());
        HBox.setHgrow(button, Priority.ALWAYS);
        var line = new HBox(button);
        line.getStyleClass().add("palette-edit");
        return line;
    }

    private Node adder() {
        var field = new TextField();
        field.setId("new-behaviour");
        field.setAccessibleText(Texts.of("label.palette.add"));
        field.setPromptText(Texts.of("label.palette.add"));
        HBox.setHgrow(field, Priority.ALWAYS);
        var add = new Button("", Icons.of(Feather.PLUS));
        add.setId("add-behaviour");
        add.setAccessibleText(Texts.of("label.palette.add"));
        add.setTooltip(new Tooltip(Texts.of("label.palette.add")));
        add.disableProperty().bind(field.textProperty().map(String::isBlank));
        Runnable adding = () -> {
            model.behaviours().add(field.getText());
            field.clear();
        };
        field.setOnAction(_ -> adding.run());
        add.setOnAction(_ -> adding.run());
        var line = new HBox(field, add);
        line.getStyleClass().add("palette-add");
        return line;
    }
}
