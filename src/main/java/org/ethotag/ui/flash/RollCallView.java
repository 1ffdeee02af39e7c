package org.ethotag.ui.flash;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.flash.rollcall.RollCallBoard;
import org.ethotag.flash.rollcall.RollCallRow;
import org.ethotag.flash.rollcall.RollCallState;
import org.ethotag.flash.rollcall.RollCallVisitor;
import org.ethotag.job.JobState;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.problem.ProblemPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The roll call: a list of tags, each with a symbol and a colour, and nothing to click between two tags. */
final class RollCallView extends StackPane {
    private static final PseudoClass VERIFIED = PseudoClass.getPseudoClass("verified");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
    private static final PseudoClass WORKING = PseudoClass.getPseudoClass("working");

    private final RollCallViewModel model;
    private final ResultSounds sounds;
    private final Label verified = count("roll-verified", Feather.CHECK_CIRCLE);
    private final Label working = count("roll-working", Feather.ZAP);
    private final Label failed = count("roll-failed", Feather.X_CIRCLE);
    private final Label due = count("roll-due", Feather.CIRCLE);
    private final VBox notes = new VBox();

    RollCallView(RollCallViewModel model, ResultSounds sounds) {
        this.model = model;
        this.sounds = sounds;
        notes.getStyleClass().add("roll-visitors");
        var counters = new HBox(verified, working, failed, due);
        counters.getStyleClass().add("roll-counters");
        var page = new BorderPane();
        page.setTop(new VBox(bar(), new KeyPane(model.key(), "roll"), counters, notes));
        page.setCenter(table());
        var empty = new EmptyState(Feather.LIST, Texts.of("roll.empty.title"), Texts.of("roll.empty.text"))
                .button("roll-choose", Texts.of("roll.choose"), Feather.FOLDER, this::choose);
        var trouble = new VBox();
        var nothing = new BorderPane(empty);
        nothing.setTop(trouble);
        nothing.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        page.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        getChildren().addAll(nothing, page);
        model.boardProperty().subscribe(this::tally);
        model.visitors().addListener((ListChangeListener<RollCallVisitor>) _ -> showNotes(trouble));
        model.stateProperty().subscribe(() -> showNotes(trouble));
    }

    private static Label count(String style, Ikon icon) {
        var label = new Label("0", Icons.of(icon));
        label.getStyleClass().addAll("roll-count", style);
        return label;
    }

    private Node bar() {
        var start = new Button(Texts.of("roll.start"), Icons.of(Feather.PLAY));
        start.setId("roll-start");
        start.getStyleClass().addAll("accent", "large");
        start.setOnAction(_ -> model.start());
        var stop = new Button(Texts.of("train.stop"), Icons.of(Feather.SQUARE));
        stop.setId("roll-stop");
        stop.setOnAction(_ -> model.stop());
        var other = new Button(Texts.of("roll.other"), Icons.of(Feather.FOLDER));
        other.setId("roll-other");
        other.setOnAction(_ -> choose());
        var save = new Button(Texts.of("flash.history.save"), Icons.of(Feather.DOWNLOAD));
        save.setId("roll-save");
        save.setOnAction(_ -> TagFiles.toSave(this, "roll-call.csv").ifPresent(model::save));
        var practice = new CheckBox(Texts.of("roll.practice"));
        practice.setId("roll-practice");
        practice.selectedProperty().bindBidirectional(model.practiceProperty());
        var muted = new CheckBox(Texts.of("roll.muted"));
        muted.setId("roll-muted");
        muted.selectedProperty().bindBidirectional(sounds.mutedProperty());
        model.stateProperty().subscribe(() -> {
            boolean running = model.running();
            start.setDisable(running);
            other.setDisable(running);
            practice.setDisable(running);
            stop.setDisable(!running);
        });
        var bar = new HBox(start, stop, other, save, practice, muted, HistoryView.saved(model.tables()));
        bar.getStyleClass().add("roll-bar");
        for (Node node : bar.getChildren()) {
            ((Region) node).setMinWidth(Region.USE_PREF_SIZE);
        }
        return bar;
    }

    private void choose() {
        TagFiles.open(this).ifPresent(this::choose);
    }

    private void choose(Path file) {
        model.choose(file);
    }

    private void tally(RollCallBoard board) {
        var counts = board.counts();
        tally(verified, "roll.count.verified", counts.getOrDefault(RollCallState.VERIFIED, 0));
        tally(working, "roll.count.working", counts.getOrDefault(RollCallState.WORKING, 0));
        int bad = counts.getOrDefault(RollCallState.REFUSED, 0)
                + counts.getOrDefault(RollCallState.OLD_MODEL_RUNS, 0)
                + counts.getOrDefault(RollCallState.UNKNOWN, 0);
        tally(failed, "roll.count.failed", bad);
        tally(due, "roll.count.due", counts.getOrDefault(RollCallState.DUE, 0));
    }

    /** A zero is no news. */
    private static void tally(Label label, String text, int count) {
        label.pseudoClassStateChanged(NONE, count == 0);
        label.setText(Texts.of(text, count));
    }

    private void showNotes(VBox beforeAnyList) {
        notes.getChildren()
                .setAll(model.visitors().stream().map(RollCallView::note).toList());
        beforeAnyList.getChildren().clear();
        if (model.stateProperty().get() instanceof JobState.Failed<RollCallBoard>(Throwable cause)) {
            notes.getChildren().addFirst(new ProblemPane(cause));
            beforeAnyList.getChildren().add(new ProblemPane(cause));
        }
        boolean complete = !model.rows().isEmpty()
                && model.boardProperty().get().complete()
                && model.stateProperty().get() instanceof JobState.Succeeded<RollCallBoard>;
        if (complete) {
            var done = new Label(Texts.of("roll.complete"), Icons.of(Feather.CHECK_CIRCLE));
            done.getStyleClass().addAll("title-4", "roll-verified");
            notes.getChildren().addFirst(done);
        }
    }

    private static Node note(RollCallVisitor visitor) {
        var problem = visitor.problem();
        var text = new Label(problem.what() + " " + problem.why() + " " + problem.next());
        text.setWrapText(true);
        var note = new HBox(Icons.of(Feather.ALERT_TRIANGLE), text);
        note.getStyleClass().add("roll-visitor");
        return note;
    }

    private TableView<RollCallRow> table() {
        var table = new TableView<>(model.rows());
        table.setId("roll-table");
        table.getStyleClass().add("flush-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("roll.column.state"), 190, RollCallView::state),
                        Columns.text(
                                Texts.of("roll.column.animal"),
                                150,
                                row -> row.entry().animal()),
                        Columns.text(
                                Texts.of("roll.column.tag"),
                                170,
                                row -> row.entry().tag()),
                        Columns.text(
                                Texts.of("roll.column.model"),
                                160,
                                row -> row.result().model()),
                        Columns.text(Texts.of("roll.column.note"), 420, RollCallView::words)));
        table.getColumns().getFirst().getStyleClass().add("first-column");
        table.setRowFactory(_ -> new Row());
        return table;
    }

    /** A symbol and a word: colour alone says nothing to many. */
    static String state(RollCallRow row) {
        return switch (row.state()) {
            case DUE -> "\u25CB " + Texts.of("roll.state.due");
            case WORKING -> "\u25B6 " + Texts.of("roll.state.working", Math.round(100 * row.fraction()));
            case VERIFIED -> "\u2713 " + Texts.of("roll.state.verified");
            case REFUSED -> "\u2717 " + Texts.of("roll.state.refused");
            case OLD_MODEL_RUNS -> "\u2717 " + Texts.of("roll.state.old");
            case UNKNOWN -> "\u26A0 " + Texts.of("roll.state.unknown");
        };
    }

    private static String words(RollCallRow row) {
        return switch (row.state()) {
            case WORKING -> row.doing();
            case VERIFIED ->
                row.result().goldenWindows() == 0
                        ? Texts.of("flash.receipts.state")
                        : Texts.of("roll.proof", row.result().goldenWindows());
            case DUE, REFUSED, OLD_MODEL_RUNS, UNKNOWN ->
                row.result().what().isEmpty()
                        ? ""
                        : row.result().what() + " " + row.result().next();
        };
    }

    /** Green, red or blue, beside its symbol. */
    private static final class Row extends TableRow<RollCallRow> {
        @Override
        protected void updateItem(@Nullable RollCallRow row, boolean empty) {
            super.updateItem(row, empty);
            var state = row == null || empty ? RollCallState.DUE : row.state();
            pseudoClassStateChanged(VERIFIED, state == RollCallState.VERIFIED);
            pseudoClassStateChanged(REFUSED, state.failed());
            pseudoClassStateChanged(WORKING, state == RollCallState.WORKING);
        }
    }
}
