package org.ethotag.ui.log;

import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.theme.Look;
import org.jspecify.annotations.Nullable;

/** The program's messages in a window of their own, which opens whether a study is open or not. */
public final class LogWindow {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;

    private final LogViewModel model;
    private final ObservableValue<Look> look;
    private @Nullable Stage stage;

    public LogWindow(LogViewModel model, ObservableValue<Look> look) {
        this.model = model;
        this.look = look;
    }

    /** Shows it, with what was said until now. */
    public void show(Window owner) {
        var window = stage;
        if (window == null) {
            window = window(owner);
            stage = window;
        }
        model.refresh();
        window.show();
        window.toFront();
        window.requestFocus();
    }

    private Stage window(Window owner) {
        var window = new Stage();
        var scene = new Scene(new LogView(model), WIDTH, HEIGHT);
        look.subscribe(chosen -> chosen.applyTo(scene));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                window.hide();
            }
        });
        window.setScene(scene);
        window.setTitle(Texts.of("log.title"));
        if (owner instanceof Stage main) {
            window.getIcons().setAll(main.getIcons());
        }
        owner.showingProperty().subscribe(showing -> {
            if (!showing) {
                window.hide();
            }
        });
        return window;
    }
}
