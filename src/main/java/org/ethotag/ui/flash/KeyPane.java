package org.ethotag.ui.flash;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The masked field for the signing key's passphrase; it is there only while one is asked for. */
final class KeyPane extends VBox {
    private final KeyPrompt prompt;
    private final PasswordField field = new PasswordField();

    /** @param id begins the ids of its controls */
    KeyPane(KeyPrompt prompt, String id) {
        this.prompt = prompt;
        getStyleClass().add("key-pane");
        field.setId(id + "-passphrase");
        field.setAccessibleText(Texts.of("key.title"));
        field.setOnAction(_ -> answer());
        HBox.setHgrow(field, Priority.ALWAYS);
        var unlock = new Button(Texts.of("key.unlock"), Icons.of(Feather.UNLOCK));
        unlock.setId(id + "-unlock");
        unlock.getStyleClass().add("accent");
        unlock.setOnAction(_ -> answer());
        unlock.disableProperty().bind(field.textProperty().isEmpty());
        var cancel = new Button(Texts.of("key.cancel"));
        cancel.setId(id + "-key-cancel");
        cancel.setOnAction(_ -> prompt.cancel());
        var title = new Label(Texts.of("key.title"));
        title.getStyleClass().add("title-4");
        var hint = new Label(Texts.of("key.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().addAll("text-muted", "text-small");
        var line = new HBox(field, unlock, cancel);
        line.getStyleClass().add("tag-actions");
        getChildren().addAll(title, line, hint);
        visibleProperty().bind(prompt.openProperty());
        managedProperty().bind(prompt.openProperty());
        prompt.openProperty().subscribe(open -> {
            field.clear();
            if (open) {
                field.requestFocus();
            }
        });
    }

    private void answer() {
        char[] typed = field.getText().toCharArray();
        field.clear();
        prompt.answer(typed);
    }
}
