package org.ethotag.ui.help;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Text with marks as a tree: CommonMark with tables. HTML inside it stays text. */
final class Markdown {
    /** Longer texts are cut: nobody reads them, and a window must not stop over one. */
    static final int LONGEST = 1_000_000;

    /** Deeper lists, quotes and emphases are read as text, so that no text can exhaust the stack. */
    private static final int DEEPEST = 40;

    private Markdown() {}

    static Node parse(String text) {
        var parser = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build();
        return parser.parse(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    /** What people read of a part of a tree, without marks; blocks and cells end with a blank or a line end. */
    static String text(Node part) {
        var words = new StringBuilder();
        part.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(FencedCodeBlock code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(IndentedCodeBlock code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                words.append(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                words.append(html.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                words.append(' ');
            }

            @Override
            public void visit(HardLineBreak end) {
                words.append('\n');
            }

            @Override
            public void visit(CustomNode node) {
                visitChildren(node);
                words.append(node instanceof TableCell ? " " : "");
            }

            @Override
            protected void visitChildren(Node parent) {
                super.visitChildren(parent);
                if (parent instanceof Block && !parent.equals(part)) {
                    words.append('\n');
                }
            }
        });
        return words.toString().strip();
    }
}
