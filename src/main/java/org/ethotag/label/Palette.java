package org.ethotag.label;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Colours that people with any kind of colour vision tell apart. */
public final class Palette {
    /**
     * First the colours of Okabe and Ito, "Color Universal Design" (2008), without black, which is for text; then those of
     * the "muted" scheme of Paul Tol, "Colour Schemes" (SRON/EPS/TN/09-002), for what goes beyond seven.
     */
    private static final List<String> COLOURS = List.of(
            "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", //
            "#332288", "#88ccee", "#44aa99", "#117733", "#999933", "#ddcc77", "#cc6677", "#882255", "#aa4499");

    private static final List<Scheme> SCHEMES = List.of(
            new Scheme(
                    "Okabe-Ito", List.of("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7")),
            new Scheme(
                    "Tol bright", List.of("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#bbbbbb")),
            new Scheme(
                    "Tol muted",
                    List.of(
                            "#cc6677", "#332288", "#ddcc77", "#117733", "#88ccee", "#882255", "#44aa99", "#999933",
                            "#aa4499", "#dddddd")));

    /**
     * Colours that were chosen to be told apart from each other.
     *
     * @param name as its authors call it
     * @param colours as {@code #rrggbb}
     */
    public record Scheme(String name, List<String> colours) {
        public Scheme {
            colours = List.copyOf(colours);
        }
    }

    private Palette() {}

    /** The schemes to choose from; sources as above. */
    public static List<Scheme> schemes() {
        return SCHEMES;
    }

    /** All colours, the best first, as {@code #rrggbb}. */
    public static List<String> colours() {
        return COLOURS;
    }

    /** The first colour that is used least. */
    public static String next(Collection<String> used) {
        var lower = used.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
        return COLOURS.stream()
                .min(Comparator.comparingLong(
                        c -> lower.stream().filter(c::equals).count()))
                .orElseThrow();
    }
}
