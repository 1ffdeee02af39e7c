package org.ethotag.ui.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonmark.node.Heading;
import org.ethotag.ui.control.Texts;

/** A page as it is read. Long pages are drawn some blocks a frame, so that the window never stops. */
final class HelpPagePane extends ScrollPane {
    private static final int BLOCKS_A_FRAME = 12;
    private static final double WIDEST = 820;

    private final HelpViewModel model;
    private final VBox column = new VBox();
    private final Map<String, Node> headings = new HashMap<>();
    private final Deque<org.commonmark.node.Node> waiting = new ArrayDeque<>();
    private String drawn = "";
    private String anchor = "";
    private final AnimationTimer drawing = new AnimationTimer() {
        @Override
        public void handle(long now) {
            if (waiting.isEmpty()) {
                stop();
                scrollTo(anchor);
            } else {
                drawSome();
            }
        }
    };
    private final MarkdownBlocks blocks;

    HelpPagePane(HelpViewModel model) {
        this.model = model;
        blocks = new MarkdownBlocks(new MarkdownInlines(this::follow, model::picture));
        setId("help-page");
        getStyleClass().addAll("plain-scroll", "help-page");
        setFitToWidth(true);
        setAccessibleText(Texts.of("help.title"));
        column.getStyleClass().add("help-column");
        column.setMaxWidth(WIDEST);
        var centre = new StackPane(column);
        centre.setAlignment(Pos.TOP_CENTER);
        setContent(centre);
        model.shownProperty().subscribe(shown -> {
            if (shown != null) {
                show(shown);
            }
        });
    }

    /** Whether every block of the page is there. */
    boolean complete() {
        return waiting.isEmpty();
    }

    private void show(HelpViewModel.Shown shown) {
        anchor = shown.anchor();
        if (shown.page().path().equals(drawn)) {
            drawing.start();
            return;
        }
        drawn = shown.page().path();
        column.getChildren().clear();
        headings.clear();
        waiting.clear();
        for (var block = shown.page().tree().getFirstChild(); block != null; block = block.getNext()) {
            waiting.add(block);
        }
        setVvalue(0);
        drawSome();
        drawing.start();
    }

    private void drawSome() {
        for (int i = 0; i < BLOCKS_A_FRAME && !waiting.isEmpty(); i++) {
            var block = waiting.removeFirst();
            var node = blocks.draw(block);
            column.getChildren().add(node);
            if (block instanceof Heading heading) {
                headings.putIfAbsent(HelpPlace.anchor(Markdown.text(heading)), node);
            }
        }
    }

    private void scrollTo(String heading) {
        applyCss();
        layout();
        var node = headings.get(heading);
        double hidden = column.getHeight() - getViewportBounds().getHeight();
        setVvalue(
                node == null || hidden <= 0
                        ? 0
                        : Math.clamp(node.getBoundsInParent().getMinY() / hidden, 0, 1));
    }

    /** The program fetches nothing: an address goes to the clipboard, for the browser. */
    private void follow(String link) {
        if (link.startsWith("http://") || link.startsWith("https://")) {
            var content = new ClipboardContent();
            content.putString(link);
            Clipboard.getSystemClipboard().setContent(content);
            model.addressCopied(link);
        } else {
            model.follow(link);
        }
    }
}
