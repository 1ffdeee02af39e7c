package org.ethotag.ui.quantization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Png;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The quantize page: settings on the left, what they do in the middle, what they cost on the right. */
public final class QuantizationView extends StackPane {
    private final QuantizationViewModel model;
    private final AnswersPane answers;
    private final GraphPane graph;
    private final TimePane time;
    private final List<Runnable> tabs = new ArrayList<>();

    /**
     * @param goToTraining what the empty state's button does
     * @param pieces gets what the page is made of
     */
    public QuantizationView(QuantizationViewModel model, Runnable goToTraining, Pieces pieces) {
        this.model = model;
        answers = new AnswersPane(model);
        graph = new GraphPane(model);
        time = new TimePane(model);
        getStyleClass().add("page");
        var empty = new EmptyState(Feather.LAYERS, Texts.of("quantize.empty.title"), Texts.of("quantize.empty.text"))
                .button("quantize-go-train", Texts.of("compare.empty.button"), Feather.ACTIVITY, goToTraining);
        var page = new BorderPane();
        pieces.add(this::header, page::setTop);
        pieces.add(() -> new SettingsPane(model), page::setLeft);
        pieces.add(() -> new CostPane(model.cost()), page::setRight);
        pieces.add(() -> new VBox(studyOnly(), middle(pieces)), page::setCenter);
        page.visibleProperty().bind(Bindings.isNotEmpty(model.choice().students()));
        empty.visibleProperty().bind(Bindings.isEmpty(model.choice().students()));
        getChildren().addAll(empty, page);
        pieces.add(() -> visibleProperty().subscribe(model::show));
    }

    private Node header() {
        var student = new ComboBox<RunManifest>(model.choice().students());
        student.setId("quantize-student");
        name(student, Texts.of("quantize.student"));
        student.setMinWidth(140);
        Columns.show(student, RunManifest::id);
        student.valueProperty().subscribe(run -> {
            if (run != null) {
                model.choice().studentProperty().set(run);
            }
        });
        model.choice().studentProperty().subscribe(student::setValue);
        var profile = new ComboBox<String>();
        profile.setItems(model.choice().profiles());
        profile.setId("quantize-profile");
        profile.setMinWidth(150);
        name(profile, Texts.of("quantize.profile"));
        profile.valueProperty().bindBidirectional(model.choice().profileProperty());
        var keep = button("quantize", "quantize.go", Feather.SAVE);
        keep.getStyleClass().add("accent");
        keep.setOnAction(_ -> model.keep());
        var export = button("quantize-export", "quantize.export", Feather.DOWNLOAD);
        export.setOnAction(_ -> export());
        var header = new PageHeader(
                Texts.of("quantize.title"), Texts.of("quantize.line"), student, profile, tables(), export, keep);
        model.saving()
                .toldProperty()
                .subscribe(told -> header.setLine(told.isEmpty() ? Texts.of("quantize.line") : told));
        return header;
    }

    private static void name(ComboBox<?> box, String name) {
        box.setAccessibleText(name);
        box.setTooltip(new Tooltip(name));
    }

    private Button button(String id, String text, Ikon icon) {
        var button = new Button(Texts.of(text), Icons.of(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Texts.of(text + ".tip")));
        Runnable refresh =
                () -> button.setDisable(model.saving().runningProperty().get() || !model.canKeep());
        refresh.run();
        model.saving().runningProperty().subscribe(refresh);
        model.trialProperty().subscribe(refresh);
        model.choice().settingsProperty().subscribe(refresh);
        return button;
    }

    private Button tables() {
        var button = new Button(Texts.of("quantize.tables"), Icons.of(Feather.FILE_TEXT));
        button.setId("quantize-tables-save");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Texts.of("quantize.tables.tip")));
        button.disableProperty()
                .bind(Bindings.isNull(model.findingsProperty())
                        .or(model.saving().runningProperty()));
        button.setOnAction(_ -> {
            var chooser = new DirectoryChooser();
            chooser.setTitle(Texts.of("quantize.export.where"));
            var chosen = chooser.showDialog(getScene().getWindow());
            if (chosen != null) {
                model.saveTables(chosen.toPath(), pictures());
            }
        });
        return button;
    }

    private Map<String, byte[]> pictures() {
        tabs.forEach(Runnable::run);
        return Map.of(
                "graph.png", Png.bytes(graph.picture()),
                "gates-over-time.png", Png.bytes(time.snapshot(null, null)),
                "answers.png", Png.bytes(answers.snapshot(null, null)));
    }

    private void export() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(Texts.of("quantize.export.where"));
        var chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.export(chosen.toPath());
        }
    }

    private Node studyOnly() {
        var text = new Label("", Icons.of(Feather.ALERT_TRIANGLE));
        text.setId("study-only");
        text.getStyleClass().add("study-only");
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.managedProperty().bind(text.visibleProperty());
        text.setVisible(false);
        model.trialProperty().subscribe(trial -> {
            boolean carried = trial == null || trial.graph().isCarriedByBlob();
            text.setVisible(!carried);
            text.setText(
                    carried || trial == null
                            ? ""
                            : Texts.of(
                                    "quantize.studyOnly",
                                    String.join("; ", trial.graph().studyOnly())));
        });
        return text;
    }

    private Node middle(Pieces pieces) {
        var pane = new TabPane(
                tab("answers", () -> answers, pieces),
                tab("graph", () -> graph, pieces),
                tab("time", () -> time, pieces),
                tab("rows", () -> new RowsPane(model), pieces),
                tab("suspects", () -> new SuspectsPane(model), pieces),
                tab("advice", () -> new AdvicePane(model), pieces));
        pane.setId("quantize-tabs");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private Tab tab(String id, Supplier<Node> content, Pieces pieces) {
        var tab = new Tab(Texts.of("quantize.tab." + id));
        tab.setId("quantize-tab-" + id);
        tabs.add(pieces.tab(tab, content));
        return tab;
    }
}
