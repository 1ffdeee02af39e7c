package org.ethotag.ui.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.feather.Feather;

/** Draws blocks: paragraphs, headings, lists, tables, code. */
final class MarkdownBlocks {
    private static final int LARGEST_HEADING = 4;

    /** Characters of a table's line: columns get room for their longest word first, then by the length of their texts. */
    private static final double WIDTH = 84;

    private static final int LONGEST_WORD = 40;
    /** Of a cell, in characters. */
    private static final double PADDING = 3.4;
    /** Of the guide's type, in pixels. */
    private static final double CHARACTER = 9;

    private final MarkdownInlines inlines;

    MarkdownBlocks(MarkdownInlines inlines) {
        this.inlines = inlines;
    }

    javafx.scene.Node draw(Node block) {
        return switch (block) {
            case Heading heading ->
                inlines.flow(heading, "help-heading", "help-h" + Math.min(LARGEST_HEADING, heading.getLevel()));
            case Paragraph paragraph -> inlines.flow(paragraph);
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> code(html.getLiteral());
            case ListBlock list -> list(list);
            case TableBlock table -> table(table);
            case BlockQuote quote -> inside(quote, "help-quote");
            case ThematicBreak _ -> new Separator();
            default -> inside(block, "help-blocks");
        };
    }

    private VBox inside(Node parent, String style) {
        var box = new VBox();
        box.getStyleClass().add(style);
        for (Node each = parent.getFirstChild(); each != null; each = each.getNext()) {
            box.getChildren().add(draw(each));
        }
        return box;
    }

    private static StackPane code(String literal) {
        var text = literal.stripTrailing();
        var words = new Label(text);
        words.getStyleClass().add("help-code-text");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        var copy = new Button("", Icons.of(Feather.COPY));
        copy.getStyleClass().addAll("flat", "button-icon", "small", "help-copy");
        copy.setTooltip(new Tooltip(Texts.of("help.copy")));
        copy.setAccessibleText(Texts.of("help.copy"));
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        var pane = new StackPane(words, copy);
        pane.getStyleClass().add("help-code-block");
        StackPane.setAlignment(words, Pos.CENTER_LEFT);
        StackPane.setAlignment(copy, Pos.TOP_RIGHT);
        return pane;
    }

    private VBox list(ListBlock list) {
        var box = new VBox();
        box.getStyleClass().add("help-list");
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            var mark = new Label(list instanceof OrderedList ? number++ + "." : "\u2022");
            mark.getStyleClass().add("help-mark");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            var content = inside(item, "help-item");
            HBox.setHgrow(content, Priority.ALWAYS);
            var row = new HBox(mark, content);
            row.getStyleClass().add("help-list-row");
            box.getChildren().add(row);
        }
        return box;
    }

    private GridPane table(TableBlock table) {
        var rows = new ArrayList<List<TableCell>>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add(cells(row));
            }
        }
        var grid = new GridPane();
        grid.getStyleClass().add("help-table");
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var words = new double[columns];
        var texts = new double[columns];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                var text = Markdown.text(rows.get(r).get(c));
                words[c] = Math.max(words[c], longestWord(text) + PADDING);
                texts[c] = Math.max(texts[c], text.length() + PADDING);
                grid.add(cell(rows.get(r).get(c), r == 0), c, r);
            }
        }
        double least = Arrays.stream(words).sum();
        double wanted = Arrays.stream(texts).sum();
        double shared = Math.clamp((WIDTH - least) / Math.max(1, wanted - least), 0, 1);
        double all = least + shared * (wanted - least);
        for (int c = 0; c < columns; c++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100 * (words[c] + shared * (texts[c] - words[c])) / all);
            grid.getColumnConstraints().add(column);
        }
        grid.setMinWidth(least * CHARACTER);
        return grid;
    }

    /** In characters; no word counts more than those of a table with two columns can. */
    private static int longestWord(String text) {
        return Stream.of(text.split("\\s+"))
                .mapToInt(String::length)
                .map(length -> Math.min(length, LONGEST_WORD))
                .max()
                .orElse(0);
    }

    private static List<TableCell> cells(Node row) {
        var cells = new ArrayList<TableCell>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell known) {
                cells.add(known);
            }
        }
        return cells;
    }

    private javafx.scene.Node cell(TableCell cell, boolean head) {
        var flow = inlines.flow(cell, "help-cell-text");
        if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
            flow.setTextAlignment(javafx.scene.text.TextAlignment.RIGHT);
        } else if (cell.getAlignment() == TableCell.Alignment.CENTER) {
            flow.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        }
        var box = new VBox(flow);
        box.getStyleClass().add(head ? "help-head" : "help-cell");
        return box;
    }
}
