package org.ethotag.ui.log;

import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import org.ethotag.ui.control.SideWindow;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.theme.Look;

/** The program's messages in a window of their own, which opens whether a study is open or not. */
public final class LogWindow {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;

    private final LogViewModel model;
    private final SideWindow window;

    public LogWindow(LogViewModel model, ObservableValue<Look> look) {
        this.model = model;
        window = new SideWindow(Texts.of("log.title"), WIDTH, HEIGHT, look, () -> new LogView(model), () -> {});
    }

    /** Shows it, with what was said until now. */
    public void show(Window owner) {
        model.refresh();
        window.show(owner);
    }
}
