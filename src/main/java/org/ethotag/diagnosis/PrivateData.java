package org.ethotag.diagnosis;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What must not leave the house: names that are known to be private, and anything that looks like a place on a disk. A path
 * is cut to the end of its line, because names of folders may have blanks in them.
 */
public final class PrivateData {
    private static final Pattern PATH = Pattern.compile("(?<![\\w./])(?:[A-Za-z]:[\\\\/]|\\\\\\\\|~?/|file:)[^\\n]*");

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private final List<Map.Entry<String, String>> names;

    private PrivateData(Map<String, String> names) {
        this.names = names.entrySet().stream()
                .sorted(Comparator.comparingInt(name -> -name.getKey().length()))
                .toList();
    }

    /** Whoever runs the program on this computer. */
    public static PrivateData ofThisUser() {
        return new PrivateData(Map.of())
                .and("home", List.of(System.getProperty("user.home", "")))
                .and("user", List.of(System.getProperty("user.name", "")))
                .and(
                        "computer",
                        List.of(
                                System.getenv().getOrDefault("HOSTNAME", ""),
                                System.getenv().getOrDefault("COMPUTERNAME", "")));
    }

    /** Also these names, of which a text will only say what kind they are. */
    public PrivateData and(String kind, Collection<String> some) {
        var all = new TreeMap<String, String>();
        names.forEach(name -> all.put(name.getKey(), name.getValue()));
        some.stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(name -> all.putIfAbsent(name, kind));
        return new PrivateData(all);
    }

    /** The text with everything private replaced by what it is. */
    public String removedFrom(String text) {
        var left = text;
        for (var name : names) {
            left = Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(name.getKey()) + "(?![\\p{L}\\p{N}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(left)
                    .replaceAll("<" + name.getValue() + ">");
        }
        left = ADDRESS.matcher(left).replaceAll("<address>");
        return PATH.matcher(left).replaceAll("<path>");
    }
}
