package org.ethotag.ui.label;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.KeyBook;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.trace.TracePalette;
import org.ethotag.ui.trace.TraceView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The label page: trace and labels in the middle, behaviours, tracks and more on the right. */
public final class LabelView extends StackPane {
    private static final double BELOW_MAP = 8;
    private static final double SIDE_WIDTH = 324;

    private final LabelViewModel model;
    private final KeyBook book;
    private final TraceView trace;
    private final SideArea side;

    /**
     * @param book gets the page's commands
     * @param showPage shows this page
     * @param goToSessions what the empty state's button does
     * @param more pages of the side area after those of labelling
     * @param pieces gets what the page is made of
     */
    public LabelView(
            LabelViewModel model,
            StudyViewModel study,
            ObservableValue<Look> look,
            KeyBook book,
            Runnable showPage,
            Runnable goToSessions,
            List<SidePage> more,
            Pieces pieces) {
        this.model = model;
        this.book = book;
        new PlayClock(model.playback()).follow();
        trace = new TraceView(model.trace());
        trace.setId("trace");
        trace.paletteProperty().bind(look.map(l -> l == Look.DARK ? TracePalette.dark() : TracePalette.light()));
        getStyleClass().add("page");
        var comments = new CommentsPane(model, trace::requestFocus);
        var checks = new ChecksPane(model);
        side = new SideArea(sidePages(comments, checks, more));
        new LabelCommands(model, trace, book, showPage, id -> {
                    side.show(id);
                    switch (id) {
                        case CommentsPane.ID -> comments.begin();
                        case ChecksPane.ID -> checks.check();
                        default -> {}
                    }
                })
                .add();
        var desk = new BorderPane();
        desk.getStyleClass().add("label-desk");
        desk.visibleProperty().bind(study.currentProperty().isNotNull());
        getChildren().add(desk);
        pieces.add(() -> new LabelToolbar(model, study, book, trace::requestFocus), desk::setTop);
        pieces.add(() -> desk.setBottom(hint()));
        pieces.add(() -> desk.setCenter(beside()));
        pieces.add(() -> getChildren().addFirst(empty(study, goToSessions)));
        new LabelKeys(model, book).install(trace, this);
        model.readyProperty().subscribe(ready -> {
            if (ready) {
                trace.requestFocus();
            }
        });
    }

    private static Node empty(StudyViewModel study, Runnable goToSessions) {
        var empty = new EmptyState(Feather.EDIT_3, Texts.of("label.empty.title"), Texts.of("label.empty.text"))
                .button("label-go-import", Texts.of("label.empty.button"), Feather.UPLOAD, goToSessions);
        empty.visibleProperty().bind(study.currentProperty().isNull());
        return empty;
    }

    private List<SidePage> sidePages(CommentsPane comments, ChecksPane checks, List<SidePage> more) {
        var pages = new ArrayList<SidePage>();
        pages.add(new SidePage("behaviours", Texts.of("label.palette"), Feather.TAG, new PalettePane(model)));
        pages.add(new SidePage(TracksPane.ID, Texts.of("tracks.title"), Feather.LAYERS, new TracksPane(model)));
        pages.add(new SidePage(CommentsPane.ID, Texts.of("comments.title"), Feather.MESSAGE_SQUARE, comments));
        pages.add(new SidePage(ChecksPane.ID, Texts.of("checks.title"), Feather.CHECK_SQUARE, checks));
        pages.addAll(more);
        pages.add(new SidePage(
                KeysView.ID, Texts.of("keys.title"), Feather.COMMAND, new KeysView(model, book, this::saveSheet)));
        return pages;
    }

    private void saveSheet() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("keys.save"));
        chooser.setInitialFileName("ethotag-keys.html");
        @Nullable File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.save(
                    chosen.toPath(),
                    KeySheet.html(
                            book.keysProperty().get(),
                            book.commands(),
                            model.ethogramProperty().get()));
        }
    }

    private Node beside() {
        var above = new StackPane(trace);
        above.setPadding(new Insets(0, 0, BELOW_MAP, 0));
        var split = new SplitPane(above, side);
        split.getStyleClass().add("label-split");
        SplitPane.setResizableWithParent(side, false);
        split.widthProperty().addListener(new ChangeListener<Number>() {
            @Override
            public void changed(ObservableValue<? extends Number> width, Number old, Number now) {
                if (now.doubleValue() > SIDE_WIDTH) { // laid out for the first time
                    width.removeListener(this);
                    split.setDividerPositions(1 - SIDE_WIDTH / now.doubleValue());
                }
            }
        });
        return split;
    }

    /** What a key would do now, or why the last one did nothing. */
    private Node hint() {
        var text = new Label();
        text.setId("label-hint");
        text.textProperty()
                .bind(Bindings.createStringBinding(
                        this::hintText,
                        model.noticeProperty(),
                        model.playback().playingProperty(),
                        model.painting().behaviourProperty(),
                        model.snappingProperty()));
        text.getStyleClass().add("label-hint");
        text.setMaxWidth(Double.MAX_VALUE);
        return text;
    }

    private String hintText() {
        var painted = model.painting().behaviourProperty().get();
        if (!painted.isEmpty()) {
            return Texts.of("label.hint.painting", model.nameOf(painted));
        }
        if (model.playback().playingProperty().get()) {
            return Texts.of(model.snappingProperty().get() ? "label.hint.playing.snap" : "label.hint.playing");
        }
        var notice = model.noticeProperty().get();
        return notice.isEmpty() ? Texts.of("label.hint") : notice;
    }
}
