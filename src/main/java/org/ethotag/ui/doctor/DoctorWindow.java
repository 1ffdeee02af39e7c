package org.ethotag.ui.doctor;

import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import org.ethotag.ui.control.SideWindow;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.theme.Look;

/** What works on this computer, in a window of its own: it needs no study. */
public final class DoctorWindow {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 600;

    private final DoctorViewModel model;
    private final SideWindow window;

    public DoctorWindow(DoctorViewModel model, ObservableValue<Look> look) {
        this.model = model;
        window =
                new SideWindow(Texts.of("doctor.title"), WIDTH, HEIGHT, look, () -> new DoctorView(model), model::stop);
    }

    /** Shows the window and looks at everything anew. */
    public void show(Window owner) {
        model.examine();
        window.show(owner);
    }
}
