package org.ethotag.ui.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.control.AsideTexts;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.PictureExport;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.theme.Look;
import org.ethotag.workflow.result.ProtocolTexts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The compare page: several ways to look at a run, what counts above them, and the windows behind a number beside them. */
public final class ComparisonView extends StackPane {
    private static final String MAP = "map";
    private static final int NAMED_ANIMALS = 8;

    private final ComparisonViewModel model;
    private final List<LazyTab> tabs = new ArrayList<>();
    private final TabPane pane = new TabPane();
    private final Label line = new Label();
    private final Label warning = new Label();

    /**
     * @param sweepExport takes out a sweep
     * @param goToTraining what the empty state's button does
     * @param pieces gets what the page is made of
     */
    public ComparisonView(
            ComparisonViewModel model,
            ObservableValue<Look> look,
            PictureExport sweepExport,
            Runnable goToTraining,
            Pieces pieces) {
        this.model = model;
        getStyleClass().add("page");
        var page = new BorderPane();
        page.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.runs().isEmpty()
                                && !SweepViewModel.isSweep(model.runProperty().get()),
                        model.runs(),
                        model.runProperty()));
        pieces.add(() -> getChildren().add(empty(goToTraining)));
        getChildren().add(page);
        var top = new VBox();
        page.setTop(top);
        pieces.add(() -> top(), top.getChildren()::add);
        pieces.add(() -> new FilterBar(model), top.getChildren()::add);
        pieces.add(() -> new WindowsPane(model.chosen(), look), page::setRight);
        pieces.add(() -> tabPane(look, pieces), page::setCenter);
        pieces.add(() -> {
            model.shownProperty().subscribe(this::refresh);
            model.baselineProperty().subscribe(this::refresh);
            model.sizeProperty().subscribe(this::refresh);
            model.unitProperty().subscribe(this::refresh);
            pane.getSelectionModel().selectedIndexProperty().subscribe(this::refresh);
            refresh();
        });
        pieces.add(() -> sweep(look, sweepExport), getChildren()::add);
    }

    private Node empty(Runnable goToTraining) {
        var empty = new EmptyState(Feather.GRID, Texts.of("compare.empty.title"), Texts.of("compare.empty.text"))
                .button("compare-go-train", Texts.of("compare.empty.button"), Feather.ACTIVITY, goToTraining);
        empty.visibleProperty().bind(Bindings.isEmpty(model.runs()));
        return empty;
    }

    private Node sweep(ObservableValue<Look> look, PictureExport export) {
        var sweep = new SweepPane(model.sweeps(), look, runs("sweep-run"), export);
        sweep.visibleProperty()
                .bind(model.runProperty().map(SweepViewModel::isSweep).orElse(false));
        return sweep;
    }

    private Node top() {
        var header = new PageHeader(
                Texts.of("compare.title"),
                "",
                sizes(),
                baseline(),
                runs("compare-run"),
                new ExportMenu(model, this::front, this::allTabs));
        warning.setId("compare-warning");
        warning.getStyleClass().add("compare-warning");
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        warning.setMaxWidth(Double.MAX_VALUE);
        warning.managedProperty().bind(warning.visibleProperty());
        line.setId("compare-line");
        line.getStyleClass().addAll("text-muted", "compare-line");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(header, line, warning);
    }

    private Node tabPane(ObservableValue<Look> look, Pieces pieces) {
        pane.setId("compare-tabs");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pane.getStyleClass().add("page-tabs");
        tab("matrices", () -> new MatricesTab(model), pieces);
        tab("difference", () -> new DifferenceTab(model), pieces);
        tab("bars", () -> ChartsTab.bars(model, look), pieces);
        tab("reliability", () -> ChartsTab.reliability(model, look), pieces);
        tab("soft", () -> new SoftLabelsTab(model, look), pieces);
        tab(MAP, () -> new MapTab(model), pieces);
        tab("scores", () -> new ScoresTab(model), pieces);
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private void tab(String id, Supplier<ComparisonTab> making, Pieces pieces) {
        var tab = new Tab(Texts.of("compare.tab." + id));
        tab.setId("compare-tab-" + id);
        var lazy = new LazyTab(making);
        tabs.add(lazy);
        pieces.tab(tab, () -> lazy.made().content());
        pane.getTabs().add(tab);
    }

    private ComparisonTab front() {
        return tabs.get(Math.max(0, pane.getSelectionModel().getSelectedIndex()))
                .made();
    }

    private List<ComparisonTab> allTabs() {
        return tabs.stream().map(LazyTab::made).toList();
    }

    private Node baseline() {
        var box = new CheckBox(Texts.of("compare.baseline"));
        box.setId("baseline");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(model.baselineProperty());
        return box;
    }

    private Node sizes() {
        var box = new ComboBox<Integer>();
        box.setAccessibleText(Texts.of("train.hidden"));
        Columns.show(box, size -> Texts.of("compare.size", size));
        model.judgementProperty().subscribe(judged -> {
            List<Integer> sizes = judged == null ? List.of() : judged.sizes();
            box.setItems(FXCollections.observableArrayList(sizes));
            box.setValue(model.sizeProperty().get());
            box.setVisible(sizes.size() > 1);
            box.setManaged(sizes.size() > 1);
        });
        box.valueProperty().subscribe(size -> {
            if (size != null) {
                model.sizeProperty().set(size);
            }
        });
        return box;
    }

    private Node runs(String id) {
        var box = new ComboBox<>(model.runs());
        box.setId(id);
        box.setAccessibleText(Texts.of("train.runs.run"));
        Columns.show(box, RunManifest::id);
        box.setPrefWidth(170);
        box.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.runProperty().set(chosen);
            }
        });
        model.runProperty().subscribe(box::setValue);
        return box;
    }

    private void refresh() {
        var shown = model.shownProperty().get();
        warn(shown);
        line.setText(shown == null ? "" : line(shown) + aside(shown));
        model.map().setSeen(front().id().equals(MAP));
        front().refresh();
    }

    private void warn(@Nullable Shown shown) {
        boolean leaky = shown != null && shown.comparison().isLeaky();
        boolean outdated = shown != null && shown.judgement().outdated();
        warning.setVisible(leaky || outdated);
        warning.setText((leaky ? Texts.of("compare.leaky") : "")
                + (leaky && outdated ? "\n" : "")
                + (outdated ? Texts.of("compare.outdated") : ""));
    }

    /** On every tab: the rule, what it sets aside, and both numbers of every model that is shown. */
    private String aside(Shown shown) {
        var aside = shown.comparison().aside();
        if (aside.isNone()) {
            return "";
        }
        var judged = aside.judged();
        return "\n"
                + Texts.of(
                        aside.learntFrom() ? "aside.line.learnt" : "aside.line",
                        AsideTexts.words(aside.rule()),
                        aside.judgedBouts().size(),
                        aside.judgedBouts().stream()
                                .map(bout -> bout.animal())
                                .distinct()
                                .count(),
                        shown.comparison().windows().stream().filter(judged).count(),
                        model.models().stream()
                                .map(one -> ModelTitles.of(one.model()) + " "
                                        + shown.both(one, each -> each.scores().mcc()))
                                .collect(Collectors.joining(", ")));
    }

    private static String line(Shown shown) {
        var comparison = shown.comparison();
        int animals = comparison.animals().size();
        var names = comparison.animals().stream().limit(NAMED_ANIMALS).collect(Collectors.joining(", "));
        return Texts.of(
                "compare.line",
                ProtocolTexts.of(comparison.protocol()),
                animals,
                names + (animals > NAMED_ANIMALS ? ", \u2026" : ""),
                comparison.windows().size(),
                comparison.seed());
    }

    /** A tab that is made when somebody wants to see it. */
    private static final class LazyTab {
        private final Supplier<ComparisonTab> making;
        private @Nullable ComparisonTab made;

        LazyTab(Supplier<ComparisonTab> making) {
            this.making = making;
        }

        ComparisonTab made() {
            if (made == null) {
                made = making.get();
            }
            return made;
        }
    }
}
