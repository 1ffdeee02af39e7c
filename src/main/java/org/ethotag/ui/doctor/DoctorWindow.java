package org.ethotag.ui.doctor;

import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.theme.Look;
import org.jspecify.annotations.Nullable;

/** What works on this computer, in a window of its own: it needs no study. */
public final class DoctorWindow {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 600;

    private final DoctorViewModel model;
    private final ObservableValue<Look> look;
    private @Nullable Stage stage;

    public DoctorWindow(DoctorViewModel model, ObservableValue<Look> look) {
        this.model = model;
        this.look = look;
    }

    /** Shows the window and looks at everything anew. */
    public void show(Window owner) {
        var window = stage;
        if (window == null) {
            window = window(owner);
            stage = window;
        }
        model.examine();
        window.show();
        window.toFront();
    }

    private Stage window(Window owner) {
        var window = new Stage();
        window.initOwner(owner);
        var scene = new Scene(new DoctorView(model), WIDTH, HEIGHT);
        look.subscribe(chosen -> chosen.applyTo(scene));
        window.setScene(scene);
        window.setTitle(Texts.of("doctor.title"));
        window.setOnHidden(_ -> model.stop());
        return window;
    }
}
