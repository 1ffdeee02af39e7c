package org.ethotag.ui.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.picture.Mark.Box;
import org.ethotag.picture.Picture;
import org.ethotag.ui.control.PicturePane;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.theme.Look;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.ethotag.workflow.run.ScoreSheet.Line;
import org.jspecify.annotations.Nullable;

/** The teacher's probabilities against those of every student, for one class. */
final class SoftLabelsTab implements ComparisonTab {
    private final ComparisonViewModel model;
    private final ComboBox<String> className = new ComboBox<>();
    private final Label line = new Label(Texts.of("compare.soft.line"));
    private final PicturePane pane;
    private final ScrollPane scroll;

    SoftLabelsTab(ComparisonViewModel model, ObservableValue<Look> look) {
        this.model = model;
        pane = new PicturePane("soft-labels", look);
        pane.onChosen(mark -> {
            if (mark instanceof Box box) {
                list(box);
            }
        });
        className.setId("soft-class");
        className.setAccessibleText(Texts.of("compare.filter.class"));
        className.valueProperty().subscribe(this::draw);
        line.getStyleClass().add("text-muted");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        var choice = new HBox(className);
        choice.getStyleClass().add("choice-line");
        var box = new VBox(line, choice, pane);
        box.getStyleClass().add("compare-content");
        scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
    }

    @Override
    public String id() {
        return "soft";
    }

    @Override
    public Node content() {
        return scroll;
    }

    @Override
    public void refresh() {
        var shown = model.shownProperty().get();
        List<String> classes = shown == null ? List.of() : shown.comparison().classes();
        if (!className.getItems().equals(classes)) {
            className.getItems().setAll(classes);
            className.setValue(classes.isEmpty() ? null : classes.getFirst());
        }
        draw();
    }

    private Optional<SoftLabels> labels(@Nullable String name) {
        var known = model.models().stream()
                .map(Line::model)
                .filter(one -> !one.probabilities().isEmpty())
                .toList();
        int index = className.getItems().indexOf(name);
        if (name == null || index < 0 || known.size() < 2) {
            return Optional.empty();
        }
        ModelAnswers teacher = known.getFirst();
        return Optional.of(new SoftLabels(name, index, teacher, known.subList(1, known.size())));
    }

    private void draw() {
        var labels = labels(className.getValue());
        line.setText(Texts.of(labels.isPresent() ? "compare.soft.line" : "compare.soft.none"));
        pane.setVisible(labels.isPresent());
        pane.setManaged(labels.isPresent());
        labels.ifPresent(soft -> pane.show(width -> soft.picture(Texts.of("compare.tab.soft"), width)));
    }

    private void list(Box box) {
        labels(className.getValue())
                .ifPresent(soft ->
                        model.list(new ChosenViewModel.Source.Other(box.hint()), soft.rowsOf(box, pane.getWidth())));
    }

    @Override
    public Map<String, Picture> pictures() {
        return labels(className.getValue())
                .map(soft -> Map.of(
                        "soft-labels-" + soft.index(),
                        soft.picture(Texts.of("compare.tab.soft"), ChartsTab.EXPORT_WIDTH)))
                .orElse(Map.of());
    }
}
