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

    private Palette() {}

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
