package org.ethotag.ui.label;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.ethotag.ui.control.Command;
import org.ethotag.ui.control.KeyBook;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TraceView;

/** The commands of the label page with the keys that they come with. Each shows the page first, from wherever it is called. */
final class LabelCommands {
    private static final double ZOOM = 1.25;
    private static final long NUDGE_FAR = 10;

    private final LabelViewModel model;
    private final TraceView view;
    private final KeyBook book;
    private final Runnable showPage;
    private final Consumer<String> sidePage;

    /**
     * @param showPage shows the label page
     * @param sidePage shows a page of its side area, with the keyboard in it
     */
    LabelCommands(LabelViewModel model, TraceView view, KeyBook book, Runnable showPage, Consumer<String> sidePage) {
        this.model = model;
        this.view = view;
        this.book = book;
        this.showPage = showPage;
        this.sidePage = sidePage;
    }

    void add() {
        addHistory();
        addLabelling();
        addPlaying();
        addBorders();
        addTracks();
        addTrace();
    }

    private void addHistory() {
        add("undo", model.undoNameProperty().isEmpty(), model::undo, "Ctrl+Z");
        add("redo", model.redoNameProperty().isEmpty(), model::redo, "Ctrl+Shift+Z", "Ctrl+Y");
    }

    private void addLabelling() {
        var tools = model.tools();
        add("repeat", model::repeat, ".");
        add("erase", model::erase, "Delete", "Backspace");
        add("split", tools::split, "Ctrl+K");
        add("merge-next", tools::mergeNext, "Ctrl+M");
        add("merge-previous", tools::mergePrevious, "Ctrl+Shift+M");
        add("mark-bout", tools::mark, "Ctrl+B");
        add("mark-start", model.trace()::markStart, "[");
        add("mark-end", model.trace()::markEnd, "]");
        add("unmark", model.trace()::clearSelection, "Esc");
        add("comment", () -> sidePage.accept(CommentsPane.ID), "F2");
    }

    private void addPlaying() {
        var playback = model.playback();
        add("play", playback::toggle, "Space");
        add("slower", () -> playback.changeSpeed(-1), "Ctrl+Comma");
        add("faster", () -> playback.changeSpeed(1), "Ctrl+Period");
        add(
                "snapping",
                () -> model.snappingProperty().set(!model.snappingProperty().get()),
                "Shift+F6");
    }

    private void addBorders() {
        var steps = model.steps();
        var tools = model.tools();
        add("previous-border", steps::previousBorder, "Ctrl+Left");
        add("next-border", steps::nextBorder, "Ctrl+Right");
        add("next-unlabelled", steps::nextUnlabelled, "Ctrl+U");
        add("next-disagreement", () -> disagree(model.disagreements()::next), "Ctrl+J");
        add("previous-disagreement", () -> disagree(model.disagreements()::previous), "Ctrl+Shift+J");
        add("nudge-left", () -> tools.nudge(-1), "F7");
        add("nudge-right", () -> tools.nudge(1), "F8");
        add("nudge-far-left", () -> tools.nudge(-NUDGE_FAR), "Shift+F7");
        add("nudge-far-right", () -> tools.nudge(NUDGE_FAR), "Shift+F8");
        add("border-here", tools::borderHere, "F9");
        add("snap", tools::snap, "F6");
        add("previous-change", () -> tools.goToChange(-1), "Ctrl+Shift+Left");
        add("next-change", () -> tools.goToChange(1), "Ctrl+Shift+Right");
    }

    private void disagree(BooleanSupplier step) {
        if (!step.getAsBoolean()) {
            model.notice(Texts.of("label.nothing.disagreement"));
        }
    }

    private void addTracks() {
        var tracks = model.tracks();
        add("next-track", () -> tracks.step(1), "Ctrl+Page Down");
        add("previous-track", () -> tracks.step(-1), "Ctrl+Page Up");
        add("tracks", () -> sidePage.accept(TracksPane.ID), "Ctrl+Shift+T");
        add("keys", () -> sidePage.accept(KeysView.ID), "Shift+F1");
        add("behaviours", () -> sidePage.accept("behaviours"));
        add("checks", () -> sidePage.accept(ChecksPane.ID), "Ctrl+Shift+K");
        add(
                "blind",
                () -> model.blinding()
                        .blindProperty()
                        .set(!model.blinding().blindProperty().get()));
    }

    private void addTrace() {
        var trace = model.trace();
        add("left", () -> trace.stepCursor(-1, false), "Left");
        add("right", () -> trace.stepCursor(1, false), "Right");
        add("mark-left", () -> trace.stepCursor(-1, true), "Shift+Left");
        add("mark-right", () -> trace.stepCursor(1, true), "Shift+Right");
        add("sample-left", () -> trace.moveCursor(trace.cursorProperty().get() - 1), "Alt+Left");
        add("sample-right", () -> trace.moveCursor(trace.cursorProperty().get() + 1), "Alt+Right");
        add("page-back", () -> trace.page(-1), "Page Up");
        add("page-on", () -> trace.page(1), "Page Down");
        add("start", () -> trace.moveCursor(0), "Home");
        add("end", () -> trace.moveCursor(Long.MAX_VALUE), "End");
        add("zoom-in", () -> trace.zoom(ZOOM), "+", "=", "Up");
        add("zoom-out", () -> trace.zoom(1 / ZOOM), "-", "Down");
        add("zoom-whole", trace::zoomToWhole, "Ctrl+0", "Ctrl+Numpad 0");
        add("go-to", view::askWhere, "Ctrl+G");
        add("lanes", view::chooseLanes, "Ctrl+L");
        add("taller", () -> scaleValues(ZOOM), "Ctrl+Up");
        add("flatter", () -> scaleValues(1 / ZOOM), "Ctrl+Down");
    }

    private void scaleValues(double factor) {
        var values = model.trace().valuesProperty();
        values.set(values.get().zoomed(factor));
    }

    private void add(String name, Runnable action, String... strokes) {
        add(name, model.readyProperty().not(), action, strokes);
    }

    private void add(String name, ObservableValue<Boolean> off, Runnable action, String... strokes) {
        var shown = new Command("label." + name, Texts.of("command.label." + name), off, () -> {
            showPage.run();
            action.run();
        });
        book.add(shown, strokes);
    }
}
