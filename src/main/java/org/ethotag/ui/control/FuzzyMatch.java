package org.ethotag.ui.control;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Finds texts that contain the letters of a query in their order. Letters that begin a word and letters that follow each
 * other make a better match, skipped ones a worse.
 */
public final class FuzzyMatch {
    private static final int WORD_BEGIN = 10;
    private static final int NEXT_TO_LAST = 6;
    private static final int FIRST_LETTER = 5;

    private FuzzyMatch() {}

    /** How well a text matches, more is better; none if it does not. Case and blanks of the query do not matter. */
    public static OptionalInt score(String query, String text) {
        var wanted = query.toLowerCase(Locale.ROOT).replace(" ", "");
        var there = text.toLowerCase(Locale.ROOT);
        return best(wanted, 0, there, 0, -2);
    }

    /** The best way to place the letters from one on; texts of commands are short, so all ways that begin words are tried. */
    private static OptionalInt best(String wanted, int letter, String there, int from, int last) {
        if (letter == wanted.length()) {
            return OptionalInt.of(0);
        }
        int next = there.indexOf(wanted.charAt(letter), from);
        if (next < 0) {
            return OptionalInt.empty();
        }
        var found = placed(wanted, letter, there, next, last);
        for (int i = there.indexOf(wanted.charAt(letter), next + 1);
                i >= 0;
                i = there.indexOf(wanted.charAt(letter), i + 1)) {
            if (beginsWord(there, i)) {
                var other = placed(wanted, letter, there, i, last);
                if (other.isPresent() && (found.isEmpty() || other.getAsInt() > found.getAsInt())) {
                    found = other;
                }
            }
        }
        return found;
    }

    private static OptionalInt placed(String wanted, int letter, String there, int at, int last) {
        var rest = best(wanted, letter + 1, there, at + 1, at);
        int own = (beginsWord(there, at) ? WORD_BEGIN : 0)
                + (at == last + 1 ? NEXT_TO_LAST : 0)
                + (at == 0 ? FIRST_LETTER : 0)
                - (last < 0 ? 0 : Math.min(3, at - last - 1));
        return rest.isPresent() ? OptionalInt.of(rest.getAsInt() + own) : rest;
    }

    private static boolean beginsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /** Those that match, the best first; all in their order for an empty query. */
    public static <T> List<T> sorted(String query, List<T> all, Function<T, String> text) {
        record Scored<T>(T value, int score) {}
        return all.stream()
                .flatMap(
                        value -> score(query, text.apply(value)).stream().mapToObj(score -> new Scored<>(value, score)))
                .sorted(Comparator.comparingInt((Scored<T> s) -> s.score()).reversed())
                .map(Scored::value)
                .toList();
    }
}
