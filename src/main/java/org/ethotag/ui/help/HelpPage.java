package org.ethotag.ui.help;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * One page of the guide.
 *
 * @param path below the folder of pages
 * @param title its first heading, or the path
 * @param sections from top to bottom; what stands before the first heading belongs to one without a heading
 * @param tree what is drawn; it is not changed after parsing
 */
record HelpPage(String path, String title, List<HelpSection> sections, Node tree) {
    HelpPage {
        sections = List.copyOf(sections);
    }

    static HelpPage of(String path, String markdown) {
        var tree = Markdown.parse(markdown);
        var sections = new ArrayList<HelpSection>();
        var heading = "";
        var text = new StringBuilder();
        for (Node block = tree.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading) {
                add(sections, heading, text);
                heading = Markdown.text(block);
            } else {
                text.append(Markdown.text(block)).append('\n');
            }
        }
        add(sections, heading, text);
        var title = sections.stream()
                .map(HelpSection::heading)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(path);
        return new HelpPage(path, title, sections, tree);
    }

    private static void add(List<HelpSection> sections, String heading, StringBuilder text) {
        if (!heading.isEmpty() || !text.isEmpty()) {
            sections.add(new HelpSection(heading, HelpPlace.anchor(heading), text.toString()));
        }
        text.setLength(0);
    }

    /** Whether there is a heading with this anchor; the top is always there. */
    boolean has(String anchor) {
        return anchor.isEmpty()
                || sections.stream().anyMatch(section -> section.anchor().equals(anchor));
    }

    /** Where its links lead, as they are written, in their order. */
    List<String> links() {
        var found = new ArrayList<String>();
        tree.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found.add(link.getDestination());
                visitChildren(link);
            }
        });
        return found;
    }
}
