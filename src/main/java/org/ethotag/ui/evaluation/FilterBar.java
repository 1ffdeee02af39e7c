package org.ethotag.ui.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.ethotag.review.AsideRule;
import org.ethotag.ui.control.AsideTexts;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.run.WindowFilter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Which windows count, and what stands in the cells. */
final class FilterBar extends FlowPane {
    private static final List<Sure> SURE = List.of(
            new Sure(0, 1),
            new Sure(0, 0.5),
            new Sure(0.5, 0.7),
            new Sure(0.7, 0.9),
            new Sure(0.9, 0.99),
            new Sure(0.99, 1));

    private final ComparisonViewModel model;
    private final ComboBox<Choice> animal = box("filter-animal", "compare.filter.animal");
    private final ComboBox<Choice> session = box("filter-session", "compare.filter.session");
    private final ComboBox<Choice> truth = box("filter-class", "compare.filter.class");
    private final ComboBox<Sure> sure = new ComboBox<>();
    private final Label left = new Label();
    private boolean filling;

    /** @param id empty for everything */
    private record Choice(String id, String name) {}

    private record Sure(double from, double to) {
        String words() {
            return from <= 0 && to >= 1
                    ? Texts.of("compare.filter.confidence")
                    : Texts.of("compare.filter.between", from, to);
        }
    }

    FilterBar(ComparisonViewModel model) {
        this.model = model;
        getStyleClass().add("filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        sure.setId("filter-confidence");
        sure.setAccessibleText(Texts.of("compare.filter.confidence"));
        Columns.show(sure, Sure::words);
        sure.getItems().setAll(SURE);
        sure.setValue(SURE.getFirst());
        var clear = new Button("", Icons.of(Feather.X));
        clear.setId("filter-clear");
        clear.getStyleClass().addAll("flat", "button-icon");
        clear.setAccessibleText(Texts.of("compare.filter.clear"));
        clear.setTooltip(new Tooltip(Texts.of("compare.filter.clear")));
        clear.setOnAction(_ -> model.filterProperty().set(WindowFilter.none()));
        left.getStyleClass().addAll("text-muted", "text-small");
        getChildren().addAll(units(), animal, session, truth, sure, aside(), clear, left);
        animal.valueProperty()
                .subscribe(chosen ->
                        change(chosen, filter -> filter.withAnimal(idOf(chosen)).withSession("")));
        session.valueProperty().subscribe(chosen -> change(chosen, filter -> filter.withSession(idOf(chosen))));
        truth.valueProperty()
                .subscribe(chosen -> change(
                        chosen,
                        filter -> filter.withTruth(idOf(chosen).isEmpty() ? -1 : Integer.parseInt(idOf(chosen)))));
        sure.valueProperty()
                .subscribe(chosen -> change(chosen, filter -> filter.withConfidence(chosen.from(), chosen.to())));
        model.judgementProperty().subscribe(this::fill);
        model.filterProperty().subscribe(this::fill);
        model.shownProperty().subscribe(this::tell);
        fill();
        clear.visibleProperty().bind(model.filterProperty().map(filter -> !filter.isOpen()));
    }

    private interface Change {
        WindowFilter of(WindowFilter filter);
    }

    private void change(@Nullable Object chosen, Change change) {
        if (chosen != null && !filling) {
            model.filterProperty().set(change.of(model.filterProperty().get()));
        }
    }

    private static String idOf(@Nullable Choice choice) {
        return choice == null ? "" : choice.id();
    }

    private static ComboBox<Choice> box(String id, String name) {
        var box = new ComboBox<Choice>();
        box.setId(id);
        box.setAccessibleText(Texts.of(name));
        box.setVisibleRowCount(16);
        Columns.show(box, Choice::name);
        return box;
    }

    private ComboBox<AsideRule> aside() {
        var box = new ComboBox<AsideRule>();
        box.setId("filter-aside");
        box.setAccessibleText(Texts.of("aside.title"));
        box.setTooltip(new Tooltip(Texts.of("aside.compare.tooltip")));
        Columns.show(box, AsideTexts::filter);
        box.getItems().setAll(AsideTexts.CHOICES);
        box.valueProperty().bindBidirectional(model.asideProperty());
        return box;
    }

    private HBox units() {
        var group = new ToggleGroup();
        var box = new HBox();
        box.getStyleClass().add("segments");
        for (CellUnit unit : CellUnit.values()) {
            var button = new ToggleButton(Texts.of("compare.unit." + unit));
            button.setId("unit-" + unit);
            button.getStyleClass()
                    .add(unit == CellUnit.COUNT ? "left-pill" : unit == CellUnit.COLUMN ? "right-pill" : "center-pill");
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.unitProperty().set(unit);
            });
            model.unitProperty().subscribe(now -> button.setSelected(now == unit));
            box.getChildren().add(button);
        }
        return box;
    }

    private void fill() {
        var judged = model.judgementProperty().get();
        if (judged == null || filling) {
            return;
        }
        filling = true;
        var filter = model.filterProperty().get();
        var comparison = judged.comparison();
        fill(
                animal,
                "compare.filter.animals",
                comparison.animals().stream()
                        .map(name -> new Choice(name, name))
                        .toList(),
                filter.animal());
        var names = model.sessionNames();
        var sessions = new LinkedHashMap<String, Choice>();
        comparison.windows().stream()
                .filter(window -> filter.animal().isEmpty() || window.animal().equals(filter.animal()))
                .map(window -> window.session())
                .forEach(id ->
                        sessions.putIfAbsent(id, new Choice(id, Objects.requireNonNull(names.getOrDefault(id, id)))));
        fill(session, "compare.filter.sessions", List.copyOf(sessions.values()), filter.session());
        fill(
                truth,
                "compare.filter.classes",
                IntStream.range(0, comparison.classes().size())
                        .mapToObj(i -> new Choice(
                                String.valueOf(i), comparison.classes().get(i)))
                        .toList(),
                filter.truth() < 0 ? "" : String.valueOf(filter.truth()));
        sure.setValue(SURE.stream()
                .filter(one -> one.equals(new Sure(filter.lowest(), filter.highest())))
                .findFirst()
                .orElse(SURE.getFirst()));
        boolean known = comparison.models().stream()
                .anyMatch(one -> !one.probabilities().isEmpty());
        sure.setDisable(!known);
        filling = false;
    }

    private static void fill(ComboBox<Choice> box, String all, List<Choice> choices, String chosen) {
        var items = new ArrayList<Choice>();
        items.add(new Choice("", Texts.of(all)));
        items.addAll(choices);
        if (!box.getItems().equals(items)) {
            box.getItems().setAll(items);
        }
        box.setValue(items.stream()
                .filter(choice -> choice.id().equals(chosen))
                .findFirst()
                .orElse(items.getFirst()));
    }

    private void tell(@Nullable Shown shown) {
        left.setText(
                shown == null || !shown.isFiltered()
                        ? ""
                        : Texts.of(
                                "compare.filter.left",
                                shown.rows().length,
                                shown.judgement().comparison().windows().size()));
    }
}
