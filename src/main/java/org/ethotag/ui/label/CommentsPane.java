package org.ethotag.ui.label;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.label.Comment;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The comments on the track that is edited: a field for a new one, and a list to read, change, remove and go to them. */
final class CommentsPane extends VBox {
    static final String ID = "comments";

    private final LabelViewModel model;
    private final TextField field = new TextField();
    private final ListView<Comment> list = new ListView<>();
    private final Label place = new Label();
    private @Nullable Comment changing;

    /** @param leave gives the keyboard back to the trace */
    CommentsPane(LabelViewModel model, Runnable leave) {
        this.model = model;
        getStyleClass().add("side-page");
        var title = new Label(Texts.of("comments.title"));
        title.getStyleClass().add("title-4");
        place.getStyleClass().add("text-muted");
        place.setWrapText(true);
        field.setId("comment-text");
        field.setPromptText(Texts.of("comments.new"));
        field.setAccessibleText(Texts.of("comments.new"));
        field.setOnAction(_ -> {
            save();
            leave.run();
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                begin(null);
                leave.run();
                event.consume();
            }
        });
        list.setId("comments-list");
        list.setAccessibleText(Texts.of("comments.title"));
        list.setPlaceholder(placeholder());
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.remarks().show(chosen);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, place, field, list);
        sceneProperty().subscribe(this::aim);
        model.trace().trackProperty().subscribe(this::refresh);
        model.trace().cursorProperty().subscribe(this::aim);
        model.trace().selectionProperty().subscribe(this::aim);
        refresh();
    }

    private static Label placeholder() {
        var label = new Label(Texts.of("comments.none"));
        label.setWrapText(true);
        label.getStyleClass().add("text-muted");
        return label;
    }

    /** Puts the keyboard into the field for a new comment. */
    void begin() {
        begin(null);
        field.requestFocus();
    }

    private void begin(@Nullable Comment comment) {
        changing = comment;
        field.setText(comment == null ? "" : comment.text());
        aim();
    }

    private void save() {
        Comment old = changing;
        if (old == null) {
            model.remarks().add(field.getText());
        } else {
            model.remarks().change(old, field.getText());
        }
        begin(null);
    }

    private void refresh() {
        list.getItems().setAll(model.trace().trackProperty().get().comments());
    }

    private void aim() {
        if (getScene() == null) {
            return; // nobody looks; the cursor moves with every frame while the recording plays
        }
        Comment old = changing;
        place.setText(
                old == null
                        ? Texts.of("comments.at", time(model.remarks().place().from()))
                        : Texts.of("comments.changing", time(old.range().from())));
    }

    private String time(long sample) {
        var locale = Locale.getDefault(Locale.Category.FORMAT);
        return model.trace()
                .source()
                .filter(s -> s.length() > 0)
                .map(s -> TimeTexts.full(s.time().timeOf(Math.min(sample, s.length() - 1)), s.zone(), locale))
                .orElse("");
    }

    private void key(KeyEvent event) {
        Comment chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        switch (event.getCode()) {
            case DELETE -> model.remarks().remove(chosen);
            case F2, ENTER -> change(chosen);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void change(Comment comment) {
        begin(comment);
        field.requestFocus();
        field.selectAll();
    }

    /** When, what, and two buttons. */
    private final class Cell extends ListCell<Comment> {
        @Override
        protected void updateItem(@Nullable Comment comment, boolean empty) {
            setPrefWidth(0); // as wide as the list, so that texts wrap
            super.updateItem(comment, empty);
            if (comment == null || empty) {
                setGraphic(null);
                return;
            }
            var when = new Label(time(comment.range().from()));
            when.getStyleClass().add("text-muted");
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var line = new HBox(
                    when,
                    space,
                    button(Feather.EDIT_2, "comments.change", () -> change(comment)),
                    button(
                            Feather.TRASH_2,
                            "comments.remove",
                            () -> model.remarks().remove(comment)));
            var text = new Label(comment.text());
            text.setWrapText(true);
            setGraphic(new VBox(line, text));
            setAccessibleText(when.getText() + ": " + comment.text());
        }

        private Node button(Feather icon, String text, Runnable action) {
            var button = new Button("", Icons.of(icon));
            button.getStyleClass().addAll("flat", "button-icon", "small");
            button.setTooltip(new Tooltip(Texts.of(text)));
            button.setAccessibleText(Texts.of(text));
            button.setOnAction(_ -> action.run());
            return button;
        }
    }
}
