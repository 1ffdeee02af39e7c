package org.ethotag.ui.help;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds sections by words: every word must stand in the section, its heading or the title of its page. */
final class HelpSearch {
    private static final int MOST_HITS = 60;
    private static final int EXCERPT = 150;
    private static final int BEFORE = 40;

    /** Words in titles and headings count more than those in texts. */
    private static final int IN_TITLE = 20;

    private static final int IN_HEADING = 10;
    private static final int MOST_IN_TEXT = 5;

    private final List<Entry> entries = new ArrayList<>();

    HelpSearch(HelpLibrary library) {
        for (HelpPage page : library.pages()) {
            for (HelpSection section : page.sections()) {
                entries.add(
                        new Entry(page, section, plain(page.title()), plain(section.heading()), plain(section.text())));
            }
        }
    }

    private record Entry(HelpPage page, HelpSection section, String title, String heading, String text) {}

    /**
     * A section that was found.
     *
     * @param excerpt some words around the first hit
     */
    record Hit(String title, String heading, String excerpt, HelpPlace place) {}

    /** The sections with all of these words, best first; none without a word. */
    List<Hit> find(String query) {
        var words = Stream.of(plain(query).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return entries.stream()
                .map(entry -> new Scored(entry, score(entry, words)))
                .filter(scored -> scored.score > 0)
                .sorted(Comparator.comparingInt((Scored scored) -> scored.score).reversed())
                .limit(MOST_HITS)
                .map(scored -> hit(scored.entry, words.getFirst()))
                .toList();
    }

    private record Scored(Entry entry, int score) {}

    private static int score(Entry entry, List<String> words) {
        int sum = 0;
        for (String word : words) {
            int here = (entry.title.contains(word) ? IN_TITLE : 0)
                    + (entry.heading.contains(word) ? IN_HEADING : 0)
                    + Math.min(MOST_IN_TEXT, count(entry.text, word));
            if (here == 0) {
                return 0;
            }
            sum += here;
        }
        return sum;
    }

    private static int count(String text, String word) {
        int found = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            found++;
        }
        return found;
    }

    private static Hit hit(Entry entry, String word) {
        var text = entry.section.text().replaceAll("\\s+", " ");
        int at = Math.max(0, plain(text).indexOf(word));
        int from = Math.clamp(at - BEFORE, 0, text.length());
        int to = Math.min(text.length(), from + EXCERPT);
        var excerpt =
                (from > 0 ? "\u2026" : "") + text.substring(from, to).strip() + (to < text.length() ? "\u2026" : "");
        return new Hit(
                entry.page.title(),
                entry.section.heading(),
                excerpt,
                new HelpPlace(entry.page.path(), entry.section.anchor()));
    }

    /** Lower case without accents. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
