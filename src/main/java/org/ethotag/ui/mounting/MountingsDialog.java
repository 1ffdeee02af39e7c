package org.ethotag.ui.mounting;

import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import org.ethotag.ui.control.Texts;

/** How tags sit, over the page of sessions. What is changed is kept at once. */
public final class MountingsDialog extends Dialog<ButtonType> {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 540;

    public MountingsDialog(Scene owner, MountingsViewModel model) {
        initOwner(owner.getWindow());
        setTitle(Texts.of("mounting.title"));
        setResizable(true);
        var pane = getDialogPane();
        pane.getStylesheets().setAll(owner.getStylesheets());
        pane.getStyleClass().add(owner.getRoot().getStyleClass().contains("dark") ? "dark" : "light");
        pane.getButtonTypes().setAll(ButtonType.CLOSE);
        pane.setMinWidth(WIDTH);
        pane.setPrefSize(WIDTH, HEIGHT);
        pane.setContent(new MountingsView(model));
        model.look();
    }
}
