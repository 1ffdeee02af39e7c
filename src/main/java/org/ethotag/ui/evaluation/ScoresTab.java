package org.ethotag.ui.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.evaluation.BootstrapInterval;
import org.ethotag.evaluation.SeedSpread;
import org.ethotag.language.Messages;
import org.ethotag.picture.Picture;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.run.ScoreSheet;
import org.ethotag.workflow.run.ScoreSheet.Line;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Every number with its uncertainty: models and baselines, two models at a time, seeds; and the paragraph for a paper. */
final class ScoresTab implements ComparisonTab {
    private static final double ROW = 34;
    private static final double HEADER = 37;
    private static final double NAME = 210;
    private static final double NUMBER = 84;

    private final ComparisonViewModel model;
    private final TableView<Line> scores = table("scores");
    private final TableView<ScoreSheet.Pair> pairs = table("pairs");
    private final TableView<Map.Entry<String, SeedSpread>> seeds = table("seeds");
    private final Label verdicts = words("verdicts");
    private final TextArea methods = new TextArea();
    private final ScrollPane scroll;

    ScoresTab(ComparisonViewModel model) {
        this.model = model;
        var box = new VBox(
                title("compare.scores"),
                scores,
                title("compare.pairs"),
                pairs,
                muted("compare.pairs.line"),
                title("compare.seeds"),
                seeds,
                verdicts,
                title("compare.methods"),
                buttons(),
                methods);
        box.getStyleClass().add("compare-content");
        methods.setId("methods");
        methods.setEditable(false);
        methods.setWrapText(true);
        methods.setPrefRowCount(12);
        methods.setAccessibleText(Texts.of("compare.methods"));
        methods.textProperty().bind(model.actions().methodsProperty());
        methods.visibleProperty().bind(Bindings.isNotEmpty(model.actions().methodsProperty()));
        methods.managedProperty().bind(methods.visibleProperty());
        scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        columns();
    }

    private void columns() {
        scores.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("compare.model"), NAME, line -> ModelTitles.of(line.model())),
                        Columns.number(
                                Texts.of("compare.mcc"),
                                NUMBER,
                                line -> Numbers.score(line.scores().mcc())),
                        Columns.number(
                                Texts.of("compare.animals.interval"),
                                130,
                                line -> interval(line.interval(), Numbers::score)),
                        Columns.number(Texts.of("compare.mcc.aside"), 118, line -> kept(line, ScoresTab::mcc)),
                        Columns.number(
                                Texts.of("compare.animals.interval"),
                                130,
                                line -> kept(line, one -> interval(one.interval(), Numbers::score))),
                        Columns.number(
                                Texts.of("compare.accuracy"),
                                NUMBER,
                                line -> Numbers.percent(line.scores().accuracy())),
                        Columns.number(
                                Texts.of("compare.f1"),
                                NUMBER,
                                line -> Numbers.score(line.scores().macroF1())),
                        Columns.number(Texts.of("compare.ece"), NUMBER, ScoresTab::ece)));
        pairs.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("compare.pair"), 290, ScoresTab::names),
                        Columns.number(
                                Texts.of("compare.pair.mcc"),
                                NUMBER,
                                pair -> signed(pair.paired().mccDifference())),
                        Columns.number(
                                Texts.of("compare.animals.interval"),
                                140,
                                pair -> interval(pair.interval(), ScoresTab::signed)),
                        Columns.number(Texts.of("compare.pair.aside"), 118, this::keptDifference),
                        Columns.number(
                                Texts.of("compare.pair.only"),
                                110,
                                pair -> pair.paired().onlyFirstRight() + " / "
                                        + pair.paired().onlySecondRight()),
                        Columns.number(
                                Texts.of("compare.pair.p"),
                                NUMBER,
                                pair -> pair.paired().mcNemarText())));
        seeds.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("compare.model"), NAME, Map.Entry::getKey),
                        Columns.number(
                                Texts.of("compare.seeds.mean"),
                                NUMBER,
                                entry -> Numbers.score(entry.getValue().mean())),
                        Columns.number(
                                Texts.of("compare.seeds.spread"),
                                NUMBER,
                                entry -> entry.getValue().values().size() < 2
                                        ? "\u2013"
                                        : Numbers.score(entry.getValue().spread())),
                        Columns.text(Texts.of("compare.seeds.each"), 260, entry -> each(entry.getValue()))));
    }

    private static String mcc(Line line) {
        return Numbers.score(line.scores().mcc());
    }

    /** The second number; a dash where no rule sets windows aside or nothing is left. */
    private String kept(Line line, Function<Line, String> text) {
        var shown = model.shownProperty().get();
        var kept = shown == null ? null : shown.sheet().keptOf(line);
        return kept == null ? "\u2013" : text.apply(kept);
    }

    private String keptDifference(ScoreSheet.Pair pair) {
        var shown = model.shownProperty().get();
        var kept = shown == null ? null : shown.sheet().keptOf(pair);
        return kept == null ? "\u2013" : signed(kept.paired().mccDifference());
    }

    private static String ece(Line line) {
        var calibration = line.calibration();
        return calibration == null ? "\u2013" : Numbers.score(calibration.expectedError());
    }

    private static String each(SeedSpread spread) {
        return String.join("   ", spread.values().stream().map(Numbers::score).toList());
    }

    private static String names(ScoreSheet.Pair pair) {
        int size = Math.max(pair.first().hidden(), pair.second().hidden());
        return ModelTitles.shortOf(pair.first())
                + " \u2212 "
                + ModelTitles.shortOf(pair.second())
                + (size > 0 ? ", H=" + size : "");
    }

    private static String signed(double value) {
        return String.format(Messages.locale(), "%+.4f", value);
    }

    private static String interval(@Nullable BootstrapInterval interval, Function<Double, String> text) {
        return interval == null
                ? Texts.of("compare.difference.one")
                : text.apply(interval.low()) + " \u2026 " + text.apply(interval.high());
    }

    private static <S> TableView<S> table(String id) {
        var table = new TableView<S>();
        table.setId(id);
        table.getStyleClass().addAll("card-table", "dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setFixedCellSize(ROW);
        return table;
    }

    private static <S> void fill(TableView<S> table, List<S> rows) {
        table.getItems().setAll(rows);
        table.setPrefHeight(HEADER + ROW * Math.max(1, rows.size()));
        table.setMinHeight(table.getPrefHeight());
    }

    private static Label title(String key) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("title-4");
        return label;
    }

    private static Label muted(String key) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().addAll("text-muted", "text-small");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label words(String id) {
        var label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private Node buttons() {
        var actions = model.actions();
        var describe = button("methods-write", "compare.methods.write", Feather.FILE_TEXT, actions::describe);
        var copy = button("methods-copy", "compare.methods.copy", Feather.COPY, _ -> copy());
        copy.disableProperty().bind(Bindings.isEmpty(actions.methodsProperty()));
        var verify = button("verify-run", "compare.verify", Feather.CHECK_CIRCLE, actions::verify);
        verify.disableProperty().bind(actions.busyProperty());
        verify.setTooltip(new Tooltip(Texts.of("compare.verify.hint")));
        var told = words("actions-told");
        told.textProperty().bind(actions.toldProperty());
        var row = new FlowPane(describe, copy, verify, told);
        row.getStyleClass().add("choice-line");
        return row;
    }

    private Button button(String id, String text, Feather icon, Consumer<String> action) {
        var button = new Button(Texts.of(text), Icons.of(icon));
        button.setId(id);
        button.setOnAction(_ -> {
            var run = model.runProperty().get();
            if (run != null) {
                action.accept(run.id());
            }
        });
        return button;
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(methods.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public String id() {
        return "scores";
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
        var lines = new ArrayList<>(shown.sheet().models());
        lines.addAll(shown.sheet().baselines());
        fill(scores, lines);
        fill(pairs, shown.sheet().pairs());
        var group = shown.judgement().seeds();
        var spreads = new LinkedHashMap<>(group.mcc());
        group.kept()
                .ifPresent(kept -> kept.mcc()
                        .forEach((title, spread) -> spreads.put(Texts.of("compare.seeds.aside", title), spread)));
        fill(seeds, List.copyOf(spreads.entrySet()));
        verdicts.setText(String.join("\n", group.verdicts()));
    }

    @Override
    public Map<String, Picture> pictures() {
        return Map.of();
    }
}
