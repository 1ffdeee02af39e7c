package org.ethotag.ui.trace;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeEntry.Place;

/** Asks where to go; says at once where that would be. Enter goes, Escape does not. */
final class GoToBar extends VBox {
    private static final int COLUMNS = 26;

    private final TraceViewModel model;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final Label answer = new Label();

    /** @param closed called when the bar went away, to give the focus back */
    GoToBar(TraceViewModel model, Runnable closed) {
        this.model = model;
        this.closed = closed;
        getStyleClass().add("trace-goto");
        field.setId("goto-time");
        field.setPrefColumnCount(COLUMNS);
        field.setPromptText(Texts.of("trace.goto.prompt"));
        field.setAccessibleText(Texts.of("trace.goto.title"));
        field.textProperty().subscribe(this::preview);
        field.setOnAction(_ -> go());
        answer.setId("goto-answer");
        answer.setWrapText(true);
        answer.getStyleClass().add("trace-goto-answer");
        var title = new Label(Texts.of("trace.goto.title"));
        title.setLabelFor(field);
        var line = new HBox(title, field);
        line.getStyleClass().add("trace-goto-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, answer);
        setManaged(false);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(event -> event.consume());
        setOnMouseReleased(event -> event.consume());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                close();
                event.consume();
            }
            default -> {
                if (!event.isShortcutDown()) {
                    event.consume(); // what is typed here labels nothing
                }
            }
        }
    }

    void open() {
        setVisible(true);
        field.selectAll();
        preview();
        field.requestFocus();
        requestParentLayout();
    }

    private void close() {
        setVisible(false);
        closed.run();
    }

    private Place place() {
        return model.source()
                .map(source -> new TimeEntry(source, Locale.getDefault(Locale.Category.FORMAT))
                        .find(field.getText(), model.cursorProperty().get()))
                .orElseGet(() -> new Place.Nowhere(Texts.of("trace.goto.empty")));
    }

    private void preview() {
        boolean blank = field.getText().isBlank();
        answer.setText(
                blank
                        ? Texts.of(
                                "trace.goto.help",
                                model.source().map(s -> s.zone().toString()).orElse("UTC"))
                        : switch (place()) {
                            case Place.Found(long _, String said) -> said;
                            case Place.Nowhere(String why) -> why;
                        });
        boolean wrong = !blank && place() instanceof Place.Nowhere;
        answer.getStyleClass().removeAll("danger-text");
        if (wrong) {
            answer.getStyleClass().add("danger-text");
        }
        field.setAccessibleHelp(answer.getText());
        requestParentLayout();
    }

    private void go() {
        if (!field.getText().isBlank() && place() instanceof Place.Found(long sample, String _)) {
            close();
            model.goTo(sample);
        }
    }
}
