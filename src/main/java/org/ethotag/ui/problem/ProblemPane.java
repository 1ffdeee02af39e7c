package org.ethotag.ui.problem;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.feather.Feather;

/** What happened, why, and what to do next, with a button that copies it. */
public final class ProblemPane extends HBox {
    private final Throwable cause;

    public ProblemPane(Throwable cause) {
        this.cause = cause;
        var problem = Causes.problem(cause);
        getStyleClass().add("problem-pane");
        setAccessibleText(problem.lines());
        var what = line(problem.what(), "problem-what");
        var next = line(problem.next(), "problem-next");
        var sentences = new VBox(what, line(problem.why(), "problem-why"), next);
        sentences.getStyleClass().add("problem-sentences");
        HBox.setHgrow(sentences, Priority.ALWAYS);
        var copy = new Button(Texts.of("problem.copy"), Icons.of(Feather.COPY));
        copy.getStyleClass().addAll("small", "problem-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> copy());
        getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE, "problem-icon"), sentences, copy);
    }

    private static Label line(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(Causes.report(cause));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
