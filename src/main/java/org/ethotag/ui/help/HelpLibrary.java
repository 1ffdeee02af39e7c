package org.ethotag.ui.help;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;

/** All pages that the contents lead to, directly or from page to page. */
public final class HelpLibrary {
    /** The page that all others are found from. */
    static final String CONTENTS = "contents.md";

    private final HelpSource source;
    private final Map<String, HelpPage> pages = new LinkedHashMap<>();

    HelpLibrary(HelpSource source) {
        this.source = source;
        var waiting = new ArrayDeque<>(List.of(CONTENTS));
        while (!waiting.isEmpty()) {
            var path = waiting.removeFirst();
            if (pages.containsKey(path)) {
                continue;
            }
            source.read(path).ifPresent(bytes -> {
                var page = HelpPage.of(path, new String(bytes, StandardCharsets.UTF_8));
                pages.put(path, page);
                page.links().stream()
                        .flatMap(link -> new HelpPlace(path, "").follow(link).stream())
                        .map(HelpPlace::page)
                        .forEach(waiting::add);
            });
        }
    }

    /** The guide that comes with the program. Takes some tenths of a second. */
    public static HelpLibrary packaged() {
        return new HelpLibrary(HelpSource.packaged());
    }

    Optional<HelpPage> page(String path) {
        return Optional.ofNullable(pages.get(path));
    }

    /** All pages, those that the contents name first. */
    List<HelpPage> pages() {
        return List.copyOf(pages.values());
    }

    /** A picture or another file that a page shows. */
    Optional<byte[]> file(String path) {
        return source.read(path);
    }

    /**
     * A line of the contents.
     *
     * @param place where it leads; for a heading, the contents themselves
     */
    record Line(String text, boolean heading, HelpPlace place) {}

    /** The contents: headings, and links to pages below them. */
    List<Line> contents() {
        var lines = new ArrayList<Line>();
        var here = new HelpPlace(CONTENTS, "");
        page(CONTENTS)
                .ifPresent(page -> page.tree().accept(new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        if (heading.getLevel() > 1) {
                            lines.add(new Line(Markdown.text(heading), true, here));
                        }
                    }

                    @Override
                    public void visit(Link link) {
                        here.follow(link.getDestination())
                                .filter(place -> pages.containsKey(place.page()))
                                .ifPresent(place -> lines.add(new Line(Markdown.text(link), false, place)));
                    }
                }));
        return lines;
    }
}
