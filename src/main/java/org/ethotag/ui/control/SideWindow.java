package org.ethotag.ui.control;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ethotag.ui.theme.Look;
import org.jspecify.annotations.Nullable;

/**
 * A window beside the main one, dressed like it: made when it is first shown, closed by Escape and with the main window, and
 * again where it was and as large when it is shown anew.
 */
public final class SideWindow {
    private final String title;
    private final double width;
    private final double height;
    private final ObservableValue<Look> look;
    private final Supplier<? extends Parent> content;
    private final Runnable hidden;
    private @Nullable Stage stage;

    /**
     * @param width pixels at first
     * @param height likewise
     * @param content made when the window is first shown
     * @param hidden is run when the window was closed
     */
    public SideWindow(
            String title,
            double width,
            double height,
            ObservableValue<Look> look,
            Supplier<? extends Parent> content,
            Runnable hidden) {
        this.title = title;
        this.width = width;
        this.height = height;
        this.look = look;
        this.content = content;
        this.hidden = hidden;
    }

    /** Brings it to the front. */
    public void show(Window owner) {
        var window = stage;
        if (window == null) {
            window = window(owner);
            stage = window;
        }
        window.show();
        window.toFront();
        window.requestFocus();
    }

    private Stage window(Window owner) {
        var window = new Stage();
        var scene = new Scene(content.get(), width, height);
        look.subscribe(chosen -> chosen.applyTo(scene));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                window.hide();
            }
        });
        window.setScene(scene);
        window.setTitle(title);
        if (owner instanceof Stage main) {
            window.getIcons().setAll(main.getIcons());
        }
        window.setOnHidden(_ -> hidden.run());
        owner.showingProperty().subscribe(showing -> {
            if (!showing) {
                window.hide();
            }
        });
        return window;
    }
}
