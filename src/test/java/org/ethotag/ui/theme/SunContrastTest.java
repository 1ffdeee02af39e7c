package org.ethotag.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The colours of the sun look, measured as WCAG 2.2 defines relative luminance and contrast ratio. */
class SunContrastTest {
    private static final double ENHANCED = 7; // success criterion 1.4.6
    private static final List<String> TEXTS = List.of(
            "-color-fg-default",
            "-color-fg-muted",
            "-color-fg-subtle",
            "-color-accent-fg",
            "-color-success-fg",
            "-color-danger-fg",
            "-color-warning-fg");
    private static final List<String> GROUNDS = List.of(
            "-color-bg-default",
            "-color-bg-subtle",
            "-color-bg-inset",
            "-color-accent-subtle",
            "-color-success-subtle",
            "-color-danger-subtle",
            "-color-warning-subtle");

    @Test
    void everyTextIsReadableOnEveryGround() throws IOException {
        var colours = colours();
        for (String text : TEXTS) {
            for (String ground : GROUNDS) {
                assertThat(contrast(colour(colours, text), colour(colours, ground)))
                        .as("%s on %s", text, ground)
                        .isGreaterThanOrEqualTo(ENHANCED);
            }
        }
        for (String button : List.of("accent", "success", "danger", "warning")) {
            assertThat(contrast(
                            colour(colours, "-color-fg-emphasis"), colour(colours, "-color-" + button + "-emphasis")))
                    .as(button)
                    .isGreaterThanOrEqualTo(ENHANCED);
        }
    }

    /** Known values: black on white is 21 : 1; #767676 is the darkest grey's neighbour that just has 4.54 : 1. */
    @Test
    void theMeasureIsThatOfWcag() {
        assertEquals(21, contrast("000000", "ffffff"), 1e-9);
        assertEquals(4.54, contrast("767676", "ffffff"), 0.005);
    }

    private static String colour(Map<String, String> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    private static Map<String, String> colours() throws IOException {
        try (var in = Objects.requireNonNull(SunContrastTest.class.getResourceAsStream("/styles/ethotag.css"))) {
            var css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int from = css.indexOf(".root.sun {");
            var block = css.substring(from, css.indexOf('}', from));
            var colours = new HashMap<String, String>();
            var found = Pattern.compile("(-[a-z-]+): #([0-9a-f]{6});").matcher(block);
            while (found.find()) {
                colours.put(found.group(1), found.group(2));
            }
            return colours;
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 2) + 0.0722 * channel(hex, 4);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
