package org.ethotag.ui.ethogram;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Contrast;
import org.ethotag.label.Palette;
import org.ethotag.ui.control.Form;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One behaviour with all that can be said of it; what is typed is saved when the field is left or Enter pressed. */
final class BehaviourForm extends ScrollPane {
    private static final double WIDTH = 380;

    private final EthogramViewModel model;
    private final SelectionModel<Behaviour> selection;
    private final TextField code = new TextField();
    private final TextField name = new TextField();
    private final TextField key = new TextField();
    private final TextField colour = new TextField();
    private final TextArea description = new TextArea();
    private final CheckBox exclusive = new CheckBox(Texts.of("ethogram.exclusive.long"));
    private final Label contrast = new Label();
    private final VBox swatches = new VBox(6);
    private final MenuButton merge = new MenuButton(Texts.of("ethogram.merge"), Icons.of(Feather.GIT_MERGE));
    private boolean showing;

    BehaviourForm(EthogramViewModel model, ReadOnlyBooleanProperty readOnly, SelectionModel<Behaviour> selection) {
        this.model = model;
        this.selection = selection;
        var heading = new Label(Texts.of("ethogram.form"));
        heading.getStyleClass().add("title-4");
        var conflict = new Label();
        conflict.setId("ethogram-conflict");
        conflict.textProperty().bind(model.conflictProperty());
        conflict.visibleProperty().bind(conflict.textProperty().isNotEmpty());
        conflict.managedProperty().bind(conflict.visibleProperty());
        conflict.setWrapText(true);
        conflict.setMinHeight(Region.USE_PREF_SIZE);
        conflict.getStyleClass().add("danger-text");
        key.setTextFormatter(new TextFormatter<String>(BehaviourForm::oneCharacter));
        description.setWrapText(true);
        description.setPrefRowCount(4);
        var form = new Form(100)
                .row(Texts.of("ethogram.name"), name)
                .row(Texts.of("ethogram.code"), code)
                .row(Texts.of("ethogram.key"), key)
                .row(Texts.of("ethogram.colour"), colour)
                .row(Texts.of("ethogram.description"), description);
        contrast.getStyleClass().addAll("text-muted", "text-small");
        var box = new VBox(
                12,
                heading,
                conflict,
                form,
                swatches,
                contrast,
                exclusive,
                order(),
                EthogramView.row(merge, deleter()));
        box.setPadding(new Insets(0, 20, 20, 20));
        box.setPrefWidth(WIDTH);
        box.disableProperty().bind(selection.selectedItemProperty().isNull().or(readOnly));
        setContent(box);
        setFitToWidth(true);
        setMinWidth(WIDTH);
        getStyleClass().add("side-scroll");
        name.setId("behaviour-name");
        code.setId("behaviour-code");
        key.setId("behaviour-key");
        colour.setId("behaviour-colour");
        description.setId("behaviour-description");
        exclusive.setId("behaviour-exclusive");
        merge.setId("behaviour-merge");
        merge.setOnShowing(_ -> fillMerge());
        merge.getItems().add(new MenuItem());
        saves(name);
        saves(code);
        saves(key);
        saves(colour);
        saves(description);
        exclusive.setOnAction(_ -> save());
        fillSwatches();
        selection.selectedItemProperty().subscribe(this::show);
        model.conflictProperty().subscribe(this::markConflict);
    }

    private void markConflict(String words) {
        for (var field : new TextField[] {key, code}) {
            field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("error"), !words.isEmpty());
        }
    }

    private static TextFormatter.@Nullable Change oneCharacter(TextFormatter.Change change) {
        var text = change.getControlNewText();
        return text.codePointCount(0, text.length()) <= 1 ? change : null;
    }

    private void saves(TextInputControl field) {
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                save();
            }
        });
        if (field instanceof TextField line) {
            line.setOnAction(_ -> save());
        }
    }

    private void show(@Nullable Behaviour chosen) {
        showing = true;
        code.setText(chosen == null ? "" : chosen.code());
        name.setText(chosen == null ? "" : chosen.name());
        key.setText(chosen == null ? "" : chosen.key());
        colour.setText(chosen == null ? "" : chosen.colour());
        description.setText(chosen == null ? "" : chosen.description());
        exclusive.setSelected(chosen != null && chosen.exclusive());
        contrast.setText(chosen == null ? "" : contrast(chosen.colour()));
        showing = false;
    }

    private static String contrast(String colour) {
        var text = Contrast.textOn(colour);
        return Texts.of(
                text.equals("#000000") ? "ethogram.contrast.black" : "ethogram.contrast.white",
                Contrast.ratio(text, colour));
    }

    private void save() {
        var chosen = selection.getSelectedItem();
        if (chosen == null || showing) {
            return;
        }
        boolean good = colour.getText().strip().matches("#[0-9a-fA-F]{6}");
        var to = new Behaviour(
                code.getText().isBlank() ? chosen.code() : code.getText().strip(),
                name.getText().isBlank() ? chosen.name() : name.getText().strip(),
                good ? colour.getText().strip() : chosen.colour(),
                key.getText().strip(),
                description.getText().strip(),
                exclusive.isSelected());
        if (!to.equals(chosen)) {
            model.change(chosen.code(), to);
        }
    }

    private void fillSwatches() {
        for (Palette.Scheme scheme : Palette.schemes()) {
            var title = new Label(scheme.name());
            title.getStyleClass().addAll("text-muted", "text-small");
            var colours = new FlowPane(4, 4);
            for (String one : scheme.colours()) {
                colours.getChildren().add(swatch(scheme, one));
            }
            swatches.getChildren().addAll(title, colours);
        }
    }

    private Node swatch(Palette.Scheme scheme, String one) {
        var button = new Button("a");
        button.getStyleClass().add("small");
        button.setStyle("-fx-background-color: " + one + "; -fx-text-fill: " + Contrast.textOn(one) + ";");
        button.setAccessibleText(scheme.name() + " " + one);
        button.setTooltip(new Tooltip(one));
        button.setOnAction(_ -> {
            colour.setText(one);
            save();
        });
        return button;
    }

    private Node order() {
        var up = new Button(Texts.of("ethogram.up"), Icons.of(Feather.ARROW_UP));
        up.setId("behaviour-up");
        up.setOnAction(_ -> move(-1));
        var down = new Button(Texts.of("ethogram.down"), Icons.of(Feather.ARROW_DOWN));
        down.setId("behaviour-down");
        down.setOnAction(_ -> move(1));
        return EthogramView.row(up, down);
    }

    private void move(int by) {
        var chosen = selection.getSelectedItem();
        if (chosen != null) {
            model.move(chosen.code(), by);
        }
    }

    private Node deleter() {
        var delete = new Button(Texts.of("ethogram.delete"), Icons.of(Feather.TRASH_2));
        delete.setId("behaviour-delete");
        delete.setOnAction(_ -> {
            var chosen = selection.getSelectedItem();
            if (chosen != null) {
                model.touch(
                        chosen.code(),
                        touch -> new TouchQuestion(getScene(), touch)
                                .ask(
                                        Texts.of("ethogram.delete.question", chosen.name()),
                                        () -> model.delete(chosen.code())));
            }
        });
        return delete;
    }

    private void fillMerge() {
        merge.getItems().clear();
        var chosen = selection.getSelectedItem();
        for (Behaviour other : model.ethogramProperty().get().behaviours()) {
            if (chosen != null && !other.code().equals(chosen.code())) {
                var item = new MenuItem(Texts.of("ethogram.merge.into", other.name()));
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> model.touch(
                        chosen.code(),
                        touch -> new TouchQuestion(getScene(), touch)
                                .ask(
                                        Texts.of("ethogram.merge.question", chosen.name(), other.name()),
                                        () -> model.merge(chosen.code(), other.code()))));
                merge.getItems().add(item);
            }
        }
    }
}
