package org.ethotag.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The language that a start of the program speaks: what the command line says, else the environment, else what the user
 * chose, else the system's.
 *
 * @param language for this process
 * @param words of the command line without those that name the language
 */
public record StartLanguage(Language language, List<String> words) {
    /** Names the language of one start. */
    public static final String OPTION = "--language";

    /** Environment variable that names the language of every start. */
    public static final String VARIABLE = "ETHOTAG_LANGUAGE";

    /** The word for what the operating system says. */
    public static final String SYSTEM = "system";

    /** The documents of this option are for programs, and so English. */
    private static final String DOCUMENT = "--json";

    public StartLanguage {
        words = List.copyOf(words);
    }

    /**
     * Finds it.
     *
     * @param arguments of the command line
     * @param environment what {@link #VARIABLE} says, or nothing
     * @param chosen what the user chose for all starts
     * @param system what the operating system says
     * @throws IllegalArgumentException in words for the user, if a language is asked for that there is not
     */
    public static StartLanguage of(
            List<String> arguments, Optional<String> environment, Optional<Language> chosen, Locale system) {
        var words = new ArrayList<String>();
        var asked = environment.filter(value -> !value.isBlank());
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.startsWith(OPTION + "=")) {
                asked = Optional.of(word.substring(OPTION.length() + 1));
            } else if (word.equals(OPTION)) {
                i++;
                asked = Optional.of(i < arguments.size() ? arguments.get(i) : "");
            } else {
                words.add(word);
            }
        }
        if (asked.isPresent() && !asked.get().equals(SYSTEM)) {
            chosen = Optional.of(named(asked.get()));
        } else if (asked.isPresent()) {
            chosen = Optional.empty();
        }
        var spoken = words.contains(DOCUMENT) ? Language.ENGLISH : chosen.orElseGet(() -> Language.of(system));
        return new StartLanguage(spoken, words);
    }

    private static Language named(String name) {
        return Language.tagged(name)
                .orElseThrow(() -> new IllegalArgumentException("Unknown language \"" + name + "\" for " + OPTION
                        + " or " + VARIABLE + ": there are " + known() + " and " + SYSTEM + "."));
    }

    private static String known() {
        return Stream.of(Language.values()).map(Language::tag).collect(Collectors.joining(", "));
    }
}
