package org.ethotag.ui.review;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.review.ReviewItem;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The review page beside the trace: what is in doubt, why, and one key for each answer. While the page is shown the keys hold
 * in the list, and in the trace as long as the stretch is marked there.
 */
public final class ReviewView extends VBox {
    private static final double SHORTEST_LIST = 120;

    private final ReviewViewModel model;
    private final ObservableValue<SampleRange> marked;
    private final ListView<ReviewItem> list;
    private final EventHandler<KeyEvent> keys = this::key;

    /** @param marked what is marked in the trace */
    public ReviewView(ReviewViewModel model, ObservableValue<SampleRange> marked) {
        this.model = model;
        this.marked = marked;
        getStyleClass().add("review");
        var title = new Label(Texts.of("review.title"));
        title.getStyleClass().add("title-4");
        list = new ListView<>(model.items());
        list.setId("review-list");
        list.setAccessibleText(Texts.of("review.list"));
        list.setCellFactory(_ -> new ReviewCell(model));
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        model.currentProperty().subscribe(this::select);
        var empty = new EmptyState(Feather.CHECK_CIRCLE, Texts.of("review.empty.title"), "");
        empty.setId("review-empty");
        var none = new EmptyState(Feather.SEARCH, Texts.of("review.none.title"), Texts.of("review.none.text"));
        none.setId("review-none");
        none.visibleProperty().bind(model.sourceProperty().isNull());
        none.managedProperty().bind(none.visibleProperty());
        empty.managedProperty().bind(empty.visibleProperty());
        model.items().subscribe(() -> show(empty));
        model.sourceProperty().subscribe(_ -> show(empty));
        var middle = new StackPane(list, empty, none);
        middle.setMinHeight(SHORTEST_LIST);
        list.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        setMinSize(0, 0);
        getChildren().addAll(title, sources(), progress(), middle, new AnswerPane(model), new PrelabelPane(model));
        sceneProperty().subscribe((old, now) -> follow(old, now));
    }

    private void show(Node empty) {
        boolean some = model.sourceProperty().get() != null;
        list.setVisible(some && !model.items().isEmpty());
        empty.setVisible(some && model.items().isEmpty());
    }

    private void choose(@Nullable ReviewItem item) {
        if (item != null && !item.equals(model.currentProperty().get())) {
            model.choose(item);
        }
    }

    private void select(@Nullable ReviewItem item) {
        if (item == null) {
            list.getSelectionModel().clearSelection();
        } else if (!item.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(item);
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 1));
        }
    }

    private Node sources() {
        var box = new ComboBox<>(model.sources());
        box.setId("review-source");
        box.setAccessibleText(Texts.of("review.source"));
        box.setPromptText(Texts.of("review.source.none"));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setButtonCell(sourceCell());
        box.setCellFactory(_ -> sourceCell());
        box.valueProperty().bindBidirectional(model.sourceProperty());
        box.disableProperty().bind(Bindings.isEmpty(model.sources()));
        HBox.setHgrow(box, Priority.ALWAYS);
        var again = new Button("", Icons.of(Feather.REFRESH_CW));
        again.setId("review-refresh");
        again.getStyleClass().addAll("flat", "button-icon");
        again.setAccessibleText(Texts.of("review.refresh"));
        again.setTooltip(new Tooltip(Texts.of("review.refresh")));
        again.disableProperty().bind(model.sourceProperty().isNull());
        again.setOnAction(_ -> model.refresh());
        var line = new HBox(box, again);
        line.getStyleClass().add("review-source");
        return line;
    }

    private static ListCell<ReviewSource> sourceCell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable ReviewSource source, boolean empty) {
                super.updateItem(source, empty);
                setText(
                        switch (source) {
                            case null -> "";
                            case ReviewSource.Contradicted(String run) -> Texts.of("review.source.contradicted", run);
                            case ReviewSource.Unsure(String track) -> Texts.of("review.source.unsure", track);
                            case ReviewSource.Implausible() -> Texts.of("review.source.implausible");
                        });
            }
        };
    }

    private Node progress() {
        var bar = new ProgressBar(0);
        bar.setId("review-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        var text = new Label();
        text.setId("review-summary");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("text-muted");
        model.queueProperty().subscribe(queue -> {
            int decided = queue.decided();
            int left = model.items().size();
            bar.setProgress(decided + left == 0 ? 0 : (double) decided / (decided + left));
            text.setText(ReviewTexts.summary(queue, left));
        });
        model.items()
                .subscribe(() -> text.setText(ReviewTexts.summary(
                        model.queueProperty().get(), model.items().size())));
        var box = new VBox(bar, text);
        box.getStyleClass().add("review-progress");
        box.setAlignment(Pos.CENTER_LEFT);
        box.visibleProperty().bind(model.sourceProperty().isNotNull());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private void follow(@Nullable Scene old, @Nullable Scene now) {
        if (old != null) {
            old.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
    }

    private void key(KeyEvent event) {
        if (!canAnswer() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean taken = switch (event.getCode()) {
            case ENTER -> run(model::accept);
            case SPACE -> run(model::skip);
            case BACK_SPACE -> run(model::takeBack);
            default -> !event.getText().isBlank() && model.press(event.getText());
        };
        if (taken) {
            event.consume();
        }
    }

    private static boolean run(Runnable answer) {
        answer.run();
        return true;
    }

    /** In the list, or in the trace while the stretch is marked there. */
    private boolean canAnswer() {
        var focus = getScene().getFocusOwner();
        ReviewItem item = model.currentProperty().get();
        if (item == null || !model.canDecide() || focus == null || focus instanceof TextInputControl) {
            return false;
        }
        return list.equals(focus)
                || (!isInside(focus) && isTrace(focus) && item.range().equals(marked.getValue()));
    }

    private boolean isInside(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one.equals(this)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTrace(Node node) {
        return "trace".equals(node.getId());
    }

    /** Percent as people read it. */
    static String percent(double probability) {
        return String.format(Locale.getDefault(Locale.Category.FORMAT), "%.0f", 100 * probability);
    }
}
