package org.ethotag.ui.project;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.project.SavedCopy;
import org.ethotag.project.StudyContent;
import org.ethotag.project.TrackContent;
import org.ethotag.project.TrackDifference;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.trace.TimeTexts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The page that says what is saved and when: label tracks on the left, backups on the right. */
public final class RecoveryView extends StackPane {
    private static final double BYTES_PER_MB = 1e6;

    private final RecoveryViewModel model;
    private final StudyViewModel study;
    private final PageHeader header;
    private final TableView<SavedCopy> backups = new TableView<>();
    private final VBox difference = new VBox(8);

    /** @param pieces gets what the page is made of */
    public RecoveryView(RecoveryViewModel model, StudyViewModel study, Pieces pieces) {
        this.model = model;
        this.study = study;
        getStyleClass().add("page");
        var save = button("back-up", Texts.of("recovery.backup"), Feather.SAVE, model::backUp);
        save.disableProperty()
                .bind(study.readOnlyProperty().or(study.projectProperty().isNull()));
        var again = button("recovery-again", Texts.of("recovery.again"), Feather.REFRESH_CW, model::refresh);
        again.disableProperty().bind(model.busyProperty());
        header = new PageHeader(Texts.of("recovery.title"), "", again, save);
        var page = new BorderPane();
        page.setTop(header);
        getChildren().add(page);
        pieces.add(() -> {
            var split = new SplitPane(tracks(), saved());
            split.setOrientation(Orientation.HORIZONTAL);
            split.setDividerPositions(0.55);
            split.getStyleClass().add("recovery");
            page.setCenter(split);
        });
        pieces.add(() -> {
            model.nowProperty().subscribe(this::say);
            model.busyProperty().subscribe(() -> say(model.nowProperty().get()));
            model.comparedProperty().subscribe(this::show);
            visibleProperty().subscribe(visible -> {
                if (visible) {
                    model.refresh();
                }
            });
        });
    }

    private static Button button(String id, String text, Feather icon, Runnable action) {
        var button = new Button(text, Icons.of(icon));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void say(@Nullable SavedCopy now) {
        if (model.busyProperty().get() || now == null) {
            header.setLine(Texts.of("recovery.looking"));
        } else if (now.whole()) {
            var content = now.content().getFirst();
            header.setLine(
                    content.bouts() == 0
                            ? Texts.of("recovery.unlabelled", content.sessions())
                            : Texts.of(
                                    "recovery.whole", content.bouts(), content.sessions(), time(content.lastEdit())));
        } else {
            header.setLine(Texts.of("recovery.damaged"));
        }
    }

    private Node tracks() {
        var table = new TableView<>(model.tracks());
        table.setId("saved-tracks");
        table.setAccessibleText(Texts.of("recovery.tracks"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        model.nowProperty()
                .subscribe(now -> table.setPlaceholder(
                        muted(now == null || now.whole() ? Texts.of("recovery.tracks.none") : now.problem())));
        table.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("recovery.animal"), 95, TrackContent::animal),
                        Columns.text(Texts.of("recovery.session"), 125, TrackContent::sessionName),
                        Columns.text(Texts.of("recovery.track"), 75, TrackContent::track),
                        Columns.number(Texts.of("recovery.labels"), 70, track -> count(track.bouts())),
                        Columns.number(Texts.of("recovery.edits"), 65, track -> count(track.edits())),
                        Columns.text(Texts.of("recovery.last"), 160, track -> time(track.lastEdit()))));
        table.getColumns().getFirst().getStyleClass().add("first-column");
        return titled(Texts.of("recovery.tracks"), "", table);
    }

    private Node saved() {
        backups.setItems(model.backups());
        backups.setId("backups");
        backups.setAccessibleText(Texts.of("recovery.backups"));
        backups.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        backups.setPlaceholder(muted(Texts.of("recovery.backups.none")));
        backups.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("recovery.made"), 170, copy -> time(copy.madeAt())),
                        Columns.number(Texts.of("recovery.size"), 55, RecoveryView::size),
                        Columns.number(Texts.of("recovery.sessions"), 105, counted(StudyContent::sessions)),
                        Columns.number(Texts.of("recovery.labels"), 75, counted(StudyContent::bouts)),
                        state()));
        backups.getColumns().getFirst().getStyleClass().add("first-column");
        var none = backups.getSelectionModel().selectedItemProperty().isNull();
        var compare = button("compare-backup", Texts.of("recovery.compare"), Feather.SHUFFLE, this::compare);
        compare.disableProperty().bind(none);
        var restore = button("restore-backup", Texts.of("recovery.restore"), Feather.ROTATE_CCW, this::restore);
        restore.disableProperty().bind(none.or(study.readOnlyProperty()));
        var buttons = new HBox(8, compare, restore);
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        var box = titled(Texts.of("recovery.backups"), Texts.of("recovery.rule"), backups);
        box.getChildren().addAll(buttons, difference);
        return box;
    }

    private static TableColumn<SavedCopy, String> state() {
        return Columns.text(
                Texts.of("recovery.state"),
                90,
                copy -> copy.whole() ? Texts.of("recovery.state.whole") : Texts.of("recovery.state.damaged"));
    }

    private static VBox titled(String title, String line, Region content) {
        var heading = new Label(title);
        heading.getStyleClass().add("title-4");
        var box = new VBox(8, heading);
        if (!line.isEmpty()) {
            box.getChildren().add(muted(line));
        }
        box.getChildren().add(content);
        box.getStyleClass().add("recovery-side");
        VBox.setVgrow(content, Priority.ALWAYS);
        return box;
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("text-muted");
        return label;
    }

    private void compare() {
        var chosen = backups.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.compare(chosen);
        }
    }

    private void restore() {
        var chosen = backups.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        var alert = new Alert(Alert.AlertType.CONFIRMATION);
        alert.initOwner(getScene().getWindow());
        alert.setHeaderText(Texts.of("recovery.restore.question", time(chosen.madeAt())));
        alert.setContentText(Texts.of("recovery.restore.consequence"));
        alert.getDialogPane().setPrefWidth(480);
        alert.showAndWait().filter(ButtonType.OK::equals).ifPresent(_ -> model.restore(chosen));
    }

    private void show(RecoveryViewModel.@Nullable Comparison comparison) {
        difference.getChildren().clear();
        if (comparison == null) {
            return;
        }
        var when = time(comparison.backup().madeAt());
        if (comparison.differences().isEmpty()) {
            difference.getChildren().add(muted(Texts.of("recovery.same", when)));
            return;
        }
        var table = new TableView<TrackDifference>();
        table.setId("differences");
        table.getItems().setAll(comparison.differences());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        Columns.text(Texts.of("recovery.session"), 160, TrackDifference::sessionName),
                        Columns.text(Texts.of("recovery.track"), 80, TrackDifference::track),
                        Columns.number(Texts.of("recovery.come"), 100, one -> count(one.onlyThen())),
                        Columns.number(Texts.of("recovery.go"), 100, one -> count(one.onlyNow()))));
        table.setPrefHeight(180);
        difference.getChildren().addAll(muted(Texts.of("recovery.different", when)), table);
    }

    private static Function<SavedCopy, String> counted(Function<StudyContent, Long> what) {
        return copy -> copy.content().stream()
                .map(content -> count(what.apply(content)))
                .findFirst()
                .orElse("");
    }

    private static String size(SavedCopy copy) {
        return Texts.of("recovery.mb", copy.bytes() / BYTES_PER_MB);
    }

    private static String count(long number) {
        return String.format(Locale.getDefault(Locale.Category.FORMAT), "%,d", number);
    }

    private static String time(Instant when) {
        return when.equals(Instant.EPOCH)
                ? ""
                : TimeTexts.minute(when, ZoneId.systemDefault(), Locale.getDefault(Locale.Category.FORMAT));
    }
}
