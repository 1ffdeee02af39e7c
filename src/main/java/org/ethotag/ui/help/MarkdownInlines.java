package org.ethotag.ui.help;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** Draws what stands in a line: words, emphases, code, links and pictures. */
final class MarkdownInlines {
    private static final double WIDEST_PICTURE = 780;

    private final Consumer<String> follow;
    private final Function<String, Optional<byte[]>> pictures;

    /** @param pictures gives a picture by the name that the page has for it; nothing is fetched from elsewhere */
    MarkdownInlines(Consumer<String> follow, Function<String, Optional<byte[]>> pictures) {
        this.follow = follow;
        this.pictures = pictures;
    }

    TextFlow flow(Node block, String... styles) {
        var flow = new TextFlow();
        flow.getStyleClass().add("help-flow");
        flow.getStyleClass().addAll(styles);
        add(flow, block, "");
        return flow;
    }

    private void add(TextFlow flow, Node parent, String style) {
        for (Node each = parent.getFirstChild(); each != null; each = each.getNext()) {
            switch (each) {
                case org.commonmark.node.Text text -> word(flow, text.getLiteral(), style);
                case Code code -> word(flow, code.getLiteral(), "help-code");
                case SoftLineBreak _ -> word(flow, " ", style);
                case HardLineBreak _ -> word(flow, "\n", style);
                case HtmlInline html -> word(flow, html.getLiteral(), style);
                case StrongEmphasis strong -> add(flow, strong, "help-strong");
                case Emphasis emphasis -> add(flow, emphasis, "help-emphasis");
                case Link link -> flow.getChildren().add(link(link));
                case org.commonmark.node.Image image -> picture(flow, image);
                default -> add(flow, each, style);
            }
        }
    }

    private static void word(TextFlow flow, String literal, String style) {
        var text = new Text(literal);
        text.getStyleClass().add("help-word");
        if (!style.isEmpty()) {
            text.getStyleClass().add(style);
        }
        flow.getChildren().add(text);
    }

    private Hyperlink link(Link link) {
        var words = Markdown.text(link);
        var node = new Hyperlink(words.isEmpty() ? link.getDestination() : words);
        node.getStyleClass().add("help-link");
        node.setTooltip(new Tooltip(link.getDestination()));
        node.setOnAction(_ -> {
            node.setVisited(false);
            follow.accept(link.getDestination());
        });
        return node;
    }

    private void picture(TextFlow flow, org.commonmark.node.Image image) {
        var says = Markdown.text(image);
        pictures.apply(image.getDestination())
                .map(bytes -> new Image(new ByteArrayInputStream(bytes), WIDEST_PICTURE, 0, true, true))
                .filter(read -> !read.isError())
                .ifPresentOrElse(
                        read -> {
                            var view = new ImageView(read);
                            view.setPreserveRatio(true);
                            view.fitWidthProperty()
                                    .bind(flow.widthProperty()
                                            .map(width -> Math.min(read.getWidth(), width.doubleValue())));
                            view.setAccessibleText(says);
                            flow.getChildren().add(view);
                        },
                        () -> word(flow, says, "help-emphasis"));
    }
}
