package org.ethotag.ui.result;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.result.ResultRequest.What;

/** Where a result comes from and how it is shown; only what matters for the result that is shown. */
final class ResultSettings extends FlowPane {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final List<Integer> BINS = List.of(5, 10, 15, 30, 60);
    private static final double NUMBER_WIDTH = 64;

    private final ResultViewModel model;
    private boolean filling;

    ResultSettings(ResultViewModel model) {
        this.model = model;
        getStyleClass().add("result-settings");
        getChildren()
                .addAll(
                        LabelledField.of("result.source", source()),
                        LabelledField.of("result.model", texts("model", model.modelProperty(), this::models)),
                        when(
                                LabelledField.of(
                                        "result.animal", texts("animal", model.animalProperty(), this::animals)),
                                What.BUDGET,
                                What.ACTOGRAM,
                                What.BOUTS,
                                What.TRANSITIONS),
                        when(check("perday", model.perDayProperty()), What.BUDGET),
                        when(LabelledField.of("result.bin", bins()), What.ACTOGRAM),
                        when(
                                LabelledField.of("result.only", texts("only", model.onlyProperty(), this::behaviours)),
                                What.ACTOGRAM),
                        when(check("doubled", model.doubledProperty()), What.ACTOGRAM));
        var gap = number("gap");
        var shortest = number("shortest");
        gap.textProperty().subscribe(() -> rule(gap, shortest));
        shortest.textProperty().subscribe(() -> rule(gap, shortest));
        getChildren()
                .addAll(
                        when(LabelledField.of("result.gap", gap), What.BOUTS, What.TRANSITIONS),
                        when(LabelledField.of("result.shortest", shortest), What.BOUTS, What.TRANSITIONS));
    }

    private Node when(Node node, What... shown) {
        model.whatProperty().subscribe(what -> {
            boolean now = List.of(shown).contains(what);
            node.setVisible(now);
            node.setManaged(now);
        });
        return node;
    }

    private Node source() {
        var box = new ComboBox<Choice>(model.choices());
        box.setId("result-source");
        Columns.show(box, Choice::words);
        box.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.choiceProperty().set(chosen);
            }
        });
        model.choiceProperty().subscribe(box::setValue);
        model.choices().addListener((ListChangeListener<Choice>)
                _ -> box.setValue(model.choiceProperty().get()));
        return box;
    }

    private Node bins() {
        var box = new ComboBox<>(FXCollections.observableArrayList(BINS));
        box.setId("result-bin");
        Columns.show(box, minutes -> Texts.of("result.minutes", minutes));
        box.valueProperty().bindBidirectional(model.binMinutesProperty());
        return box;
    }

    private Node check(String name, BooleanProperty value) {
        var box = new CheckBox(Texts.of("result." + name));
        box.setId("result-" + name);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private static TextField number(String name) {
        var field = new TextField("0");
        field.setId("result-" + name);
        field.setPrefWidth(NUMBER_WIDTH);
        field.setTooltip(new Tooltip(Texts.of("result." + name + ".tooltip")));
        return field;
    }

    private void rule(TextField gap, TextField shortest) {
        double longest = seconds(gap);
        double least = seconds(shortest);
        if (longest >= 0 && least >= 0) {
            model.setRule(longest, least);
        }
    }

    /** Seconds, or a negative number, and the field says so. */
    private static double seconds(TextField field) {
        double value = -1;
        try {
            value = Double.parseDouble(field.getText().strip().replace(',', '.'));
        } catch (NumberFormatException _) {
            // marked below
        }
        boolean fine = value >= 0 && value < 1e9;
        field.pseudoClassStateChanged(ERROR, !fine);
        return fine ? value : -1;
    }

    /** A choice of texts that changes with what is shown; it is hidden while there is nothing to choose. */
    private ComboBox<String> texts(String name, StringProperty value, Function<Shown, List<String>> choices) {
        var box = new ComboBox<String>();
        box.setId("result-" + name);
        Columns.show(box, text -> text.isEmpty() ? Texts.of("result." + name + ".all") : text(name, text));
        model.shownProperty().subscribe(shown -> {
            if (shown == null) {
                return;
            }
            filling = true;
            var now = choices.apply(shown);
            if (!box.getItems().equals(now)) {
                box.getItems().setAll(now);
            }
            box.setValue(now.contains(value.get()) ? value.get() : now.isEmpty() ? null : now.getFirst());
            filling = false;
            if (box.getParent() != null && name.equals("model")) {
                box.getParent().setVisible(!now.isEmpty());
                box.getParent().setManaged(!now.isEmpty());
            }
            box.setDisable(now.size() < 2);
        });
        box.valueProperty().subscribe(chosen -> {
            if (chosen != null && !filling) {
                value.set(chosen);
            }
        });
        return box;
    }

    private String text(String name, String code) {
        Shown shown = model.shownProperty().get();
        return name.equals("only") && shown != null ? shown.source().name(code) : code;
    }

    private List<String> models(Shown shown) {
        return shown.models();
    }

    private List<String> animals(Shown shown) {
        return withAll(shown.animals());
    }

    private List<String> behaviours(Shown shown) {
        return withAll(shown.source().codes());
    }

    private static List<String> withAll(List<String> texts) {
        var all = new ArrayList<String>();
        all.add("");
        all.addAll(texts);
        return all;
    }
}
