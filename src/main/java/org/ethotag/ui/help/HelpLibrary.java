package org.ethotag.ui.help;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.ethotag.language.Language;

/**
 * All pages that the contents lead to, directly or from page to page. A page in another language lies below the folder of that
 * language's code, under the path of the English page, and has the same headings in the same order.
 */
public final class HelpLibrary {
    /** The page that all others are found from. */
    static final String CONTENTS = "contents.md";

    private final HelpSource source;
    /** Folder of the pages in the language that is read, empty for English. */
    private final String folder;

    private final Map<String, HelpPage> pages = new LinkedHashMap<>();

    HelpLibrary(HelpSource source, Language language) {
        this.source = source;
        var own = language.tag() + "/";
        folder = source.read(own + CONTENTS).isPresent() ? own : "";
        var waiting = new ArrayDeque<>(List.of(folder + CONTENTS));
        while (!waiting.isEmpty()) {
            var path = waiting.removeFirst();
            if (pages.containsKey(path)) {
                continue;
            }
            read(path).ifPresent(page -> {
                pages.put(path, page);
                page.links().stream()
                        .flatMap(link -> new HelpPlace(path, "").follow(link).stream())
                        .map(HelpPlace::page)
                        .forEach(waiting::add);
            });
        }
    }

    /** The guide that comes with the program, in its language. Takes some tenths of a second. */
    public static HelpLibrary packaged() {
        return packaged(Language.of(Locale.getDefault()));
    }

    static HelpLibrary packaged(Language language) {
        return new HelpLibrary(HelpSource.packaged(), language);
    }

    private Optional<HelpPage> read(String path) {
        return source.read(path).map(bytes -> HelpPage.of(path, new String(bytes, StandardCharsets.UTF_8)));
    }

    /** The same place in the language that is read; a place that exists in English only stays. */
    HelpPlace inLanguage(HelpPlace place) {
        var own = pages.get(folder + place.page());
        if (own == null || folder.isEmpty()) {
            return place;
        }
        int section = read(place.page())
                .map(page -> page.sections().stream().map(HelpSection::anchor).toList())
                .orElse(List.of())
                .indexOf(place.anchor());
        boolean there = section >= 0 && section < own.sections().size();
        return new HelpPlace(own.path(), there ? own.sections().get(section).anchor() : "");
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
        var here = new HelpPlace(folder + CONTENTS, "");
        page(here.page())
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
