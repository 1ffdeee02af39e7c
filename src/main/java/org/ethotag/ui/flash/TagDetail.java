package org.ethotag.ui.flash;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Form;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.problem.ProblemPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The chosen tag: who it is, what is due, and the button. */
final class TagDetail extends VBox {
    private final FlashViewModel model;
    private final StackPane head = new StackPane();
    private final Label due = new Label();

    TagDetail(FlashViewModel model) {
        this.model = model;
        getStyleClass().add("tag-detail");
        due.getStyleClass().add("tag-due");
        due.setId("tag-due");
        due.setWrapText(true);
        var said = new Label();
        said.textProperty().bind(model.saidProperty());
        said.getStyleClass().add("text-muted");
        var choice = new ComboBox<>(model.models());
        choice.setId("flash-model");
        Columns.show(choice, RunManifest::id);
        choice.valueProperty().subscribe(run -> {
            if (run != null) {
                model.modelProperty().set(run);
            }
        });
        model.modelProperty().subscribe(choice::setValue);
        var errands = new HBox(
                errand("tag-clock", "flash.clock", Feather.CLOCK, model::setClock),
                errand("tag-blink", "flash.blink", Feather.SUN, model::blink),
                said);
        errands.getStyleClass().add("tag-actions");
        getChildren()
                .addAll(
                        head,
                        due,
                        new Form().row(Texts.of("flash.model"), choice),
                        button(),
                        new KeyPane(model.key(), "flash"),
                        new FlashResult(model),
                        errands,
                        new LivePane(model));
        model.tagProperty().subscribe(this::show);
        model.modelProperty().subscribe(() -> due.setText(model.due()));
    }

    private Node button() {
        var button = new Button(Texts.of("flash.go"), Icons.of(Feather.ZAP));
        button.setId("flash");
        button.getStyleClass().addAll("accent", "large", "flash-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setDefaultButton(true);
        button.setOnAction(_ -> model.flash());
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.running() || !ready(), model.stateProperty(), model.tagProperty()));
        return button;
    }

    private Button errand(String id, String text, Ikon icon, Runnable action) {
        var button = new Button(Texts.of(text), Icons.of(icon));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.running() || !ready(), model.stateProperty(), model.tagProperty()));
        return button;
    }

    private boolean ready() {
        TagCard card = model.tagProperty().get();
        return card != null && card.ready();
    }

    private void show(@Nullable TagCard card) {
        due.setText(model.due());
        due.setVisible(!due.getText().isEmpty());
        due.setManaged(due.isVisible());
        head.getChildren().clear();
        if (card == null) {
            return;
        }
        var name = new Label(card.title());
        name.getStyleClass().add("tag-name");
        name.setWrapText(true);
        var words = new VBox(name, card.troubles().isEmpty() ? facts(card) : trouble(card));
        words.getStyleClass().add("tag-words");
        var row = new HBox(new TagPicture(card.picture(), true), words);
        HBox.setHgrow(words, Priority.ALWAYS);
        row.getStyleClass().add("tag-head");
        head.getChildren().setAll(row);
    }

    private static Node trouble(TagCard card) {
        return new ProblemPane(new ProblemException(card.troubles().getFirst()));
    }

    private static Node facts(TagCard card) {
        var facts = new GridPane();
        facts.getStyleClass().add("tag-facts");
        fact(facts, "flash.fact.serial", card.serial());
        fact(facts, "flash.fact.firmware", card.firmware());
        fact(facts, "flash.fact.battery", card.batteryPercent() < 0 ? "" : card.batteryPercent() + " %");
        fact(facts, "flash.fact.model", card.model());
        return facts;
    }

    private static void fact(GridPane facts, String name, String value) {
        var title = new Label(Texts.of(name));
        title.getStyleClass().add("text-muted");
        int at = facts.getColumnCount();
        facts.add(title, at, 0);
        facts.add(new Label(value.isEmpty() ? Texts.of("flash.fact.unknown") : value), at, 1);
    }
}
