package org.ethotag.ui.help;

import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import org.ethotag.ui.control.SideWindow;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.theme.Look;

/** The guide in a window of its own, so that it can be read beside the work. */
public final class HelpWindow {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 740;

    /** What each page of the main window is explained by. */
    private static final Map<String, HelpPlace> PLACES = Map.ofEntries(
            Map.entry("welcome", new HelpPlace("guide/start.md", "")),
            Map.entry("sessions", new HelpPlace("guide/scientist.md", "bring-in-recordings")),
            Map.entry("label", new HelpPlace("guide/scientist.md", "label")),
            Map.entry("results", new HelpPlace("guide/scientist.md", "results")),
            Map.entry("train", new HelpPlace("guide/engineer.md", "train")),
            Map.entry("compare", new HelpPlace("guide/engineer.md", "compare")),
            Map.entry("quantize", new HelpPlace("guide/engineer.md", "quantize")),
            Map.entry("tag", new HelpPlace("guide/field-staff.md", "")),
            Map.entry("ethogram", new HelpPlace("guide/scientist.md", "behaviours")),
            Map.entry("safety", new HelpPlace("guide/scientist.md", "nothing-gets-lost")),
            Map.entry("history", new HelpPlace("guide/scientist.md", "repeat-a-study")));

    /** No page of the main window: shows the contents. */
    public static final String EVERYTHING = "";

    private final HelpViewModel model;
    private final SideWindow window;

    /** @param keys shows the key map in the main window */
    public HelpWindow(HelpViewModel model, ObservableValue<Look> look, Runnable keys) {
        this.model = model;
        window = new SideWindow(Texts.of("help.title"), WIDTH, HEIGHT, look, () -> new HelpView(model, keys), () -> {});
    }

    /** Shows what explains a page of the main window. */
    public void showPage(Window owner, String page) {
        show(owner, PLACES.getOrDefault(page, new HelpPlace(HelpLibrary.CONTENTS, "")));
    }

    /** Shows a place of the guide. */
    public void show(Window owner, HelpPlace place) {
        model.open(place);
        window.show(owner);
    }

    /** The places that pages of the main window are explained by. */
    static Map<String, HelpPlace> places() {
        return PLACES;
    }
}
