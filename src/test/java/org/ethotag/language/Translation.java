package org.ethotag.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A file of texts and the same file in another language.
 *
 * @param name of both, without language and ending
 * @param english key to text
 * @param translated key to text
 */
public record Translation(String name, TreeMap<String, String> english, TreeMap<String, String> translated) {
    private static final Path FOLDER = Path.of("resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(,number[^}]*)?");

    /** A unit, a sign or a number needs no translation: something to translate has three letters in a row. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    /** Files of texts, without language and ending. */
    public static List<String> names() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> !file.contains("_"))
                    .map(file -> file.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    /** The file in a language, with the English one beside it. */
    public static Translation of(String name, Language language) throws IOException {
        return new Translation(name, read(name + ".properties"), read(name + "_" + language.tag() + ".properties"));
    }

    private static TreeMap<String, String> read(String file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            properties.load(reader);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    /** What is wrong with it, each as a line. */
    public List<String> faults(Set<String> sameInBoth) {
        var faults = new ArrayList<String>();
        english.keySet().stream()
                .filter(key -> !translated.containsKey(key))
                .forEach(key -> faults.add(key + " is missing: " + english.get(key)));
        translated.keySet().stream()
                .filter(key -> !english.containsKey(key))
                .forEach(key -> faults.add(key + " is left over"));
        translated.forEach((key, text) -> {
            var original = english.getOrDefault(key, text);
            if (text.isBlank() != original.isBlank()) {
                faults.add(key + " is empty");
            }
            if (!places(text).equals(places(original))) {
                faults.add(key + " fills " + places(text) + " and not " + places(original));
            }
            if (text.equals(original)
                    && WORD.matcher(text.replaceAll("\\{[^}]*}|Ctrl\\+", "")).find()
                    && !sameInBoth.contains(text)) {
                faults.add(key + " is as in English: " + text);
            }
            checkPattern(key, text, faults);
        });
        return faults;
    }

    /** What a pattern fills in, and in which number format; choices are looked into. */
    private static Set<String> places(String pattern) {
        var places = new TreeSet<String>();
        PLACE.matcher(pattern).results().forEach(place -> places.add(place.group()));
        return places;
    }

    private void checkPattern(String key, String text, List<String> faults) {
        if (places(text).isEmpty()) {
            if (text.contains("''") && !name.endsWith("-problems")) {
                faults.add(key + " doubles an apostrophe that nothing halves");
            }
            return;
        }
        try {
            var format = new MessageFormat(text, Locale.ROOT);
            for (var part : format.getFormats()) {
                if (part instanceof ChoiceFormat choice) {
                    for (Object form : choice.getFormats()) {
                        format.applyPattern((String) form);
                    }
                }
            }
        } catch (IllegalArgumentException invalid) {
            faults.add(key + " is no pattern: " + invalid.getMessage());
        }
        if (text.replace("''", "").contains("'")) {
            faults.add(key + " has an apostrophe that swallows its places");
        }
    }
}
