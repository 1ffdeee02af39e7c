package org.ethotag.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ethotag.problem.ProblemException;

/**
 * Which behaviours make which class. A behaviour that is in no class is left out of learning.
 *
 * @param behaviours the codes of each class, in the order of the classes; {@link #REST} stands for every behaviour that
 *     no other class names
 */
public record ClassMap(Map<String, List<String>> behaviours) {
    /** Stands for every behaviour that no class names. */
    public static final String REST = "*";

    /** The blob of a tag stores the class in one byte; more classes than this are a mistake in any study. */
    public static final int MOST_CLASSES = 64;

    private static final char ESCAPE = '\\';

    public ClassMap {
        var ordered = new LinkedHashMap<String, List<String>>();
        behaviours.forEach((name, codes) -> ordered.put(name, List.copyOf(codes)));
        behaviours = Collections.unmodifiableMap(ordered);
        check(behaviours);
    }

    /**
     * Reads {@code grazing=Grazing,resting=Resting+Standing,other=*}. Blanks around names and codes do not count; a
     * class without {@code =} takes the behaviour of its own name. A backslash takes the meaning from a comma, plus, equals
     * sign or backslash that belongs to a name.
     *
     * @throws ProblemException if the text is not such a list
     */
    public static ClassMap parse(String text) {
        var classes = new LinkedHashMap<String, List<String>>();
        for (String part : split(text, ',')) {
            var sides = split(part, '=');
            if (sides.size() > 2) {
                throw refused(text, "\"" + part + "\" has more than one equals sign");
            }
            String name = plain(sides.getFirst());
            String codes =
                    part.substring(sides.size() == 1 ? 0 : sides.getFirst().length() + 1);
            var list = new ArrayList<String>();
            for (String code : split(codes, '+')) {
                list.add(plain(code));
            }
            if (classes.putIfAbsent(name, list) != null) {
                throw refused(text, "the class \"" + name + "\" is there twice");
            }
        }
        return new ClassMap(classes);
    }

    /** The pieces between separators that no backslash precedes, with their backslashes. */
    private static List<String> split(String text, char separator) {
        var pieces = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ESCAPE) {
                i++;
            } else if (text.charAt(i) == separator) {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static String plain(String piece) {
        return piece.strip().replaceAll("\\\\(.)", "$1");
    }

    private static String escaped(String name) {
        return name.replaceAll("([=,+\\\\])", "\\\\$1");
    }

    /** One class for each behaviour, named like it. */
    public static ClassMap each(List<String> codes) {
        var classes = new LinkedHashMap<String, List<String>>();
        codes.forEach(code -> classes.put(code, List.of(code)));
        return new ClassMap(classes);
    }

    /** Names of the classes, in the order of their index. */
    public List<String> classes() {
        return List.copyOf(behaviours.keySet());
    }

    /** Index of the class of a behaviour, or empty if the behaviour is left out. */
    public OptionalInt classOf(String behaviour) {
        int index = 0;
        int rest = -1;
        for (List<String> codes : behaviours.values()) {
            if (codes.contains(behaviour)) {
                return OptionalInt.of(index);
            }
            if (codes.contains(REST)) {
                rest = index;
            }
            index++;
        }
        return rest < 0 ? OptionalInt.empty() : OptionalInt.of(rest);
    }

    /** What {@link #parse} reads as this map. */
    public String text() {
        var parts = new ArrayList<String>();
        behaviours.forEach((name, codes) -> parts.add(escaped(name)
                + "="
                + String.join("+", codes.stream().map(ClassMap::escaped).toList())));
        return String.join(",", parts);
    }

    @Override
    public String toString() {
        return text();
    }

    private static void check(Map<String, List<String>> behaviours) {
        String text = behaviours.toString();
        var seen = new HashSet<String>();
        if (behaviours.isEmpty() || behaviours.size() > MOST_CLASSES) {
            throw refused(text, "1 to " + MOST_CLASSES + " classes are possible, not " + behaviours.size());
        }
        behaviours.forEach((name, codes) -> {
            checkWord(text, name);
            if (name.equals(REST)) {
                throw refused(text, "* is no name of a class");
            }
            if (codes.isEmpty()) {
                throw refused(text, "the class \"" + name + "\" has no behaviour");
            }
            for (String code : codes) {
                checkWord(text, code);
                if (!seen.add(code)) {
                    throw refused(text, "the behaviour \"" + code + "\" is there twice");
                }
            }
        });
    }

    private static void checkWord(String text, String word) {
        if (word.isBlank() || !word.equals(word.strip())) {
            throw refused(text, "a name is empty or has blanks around it");
        }
    }

    private static ProblemException refused(String text, String reason) {
        return new ProblemException(DatasetProblem.BAD_CLASS_MAP, text, reason);
    }
}
