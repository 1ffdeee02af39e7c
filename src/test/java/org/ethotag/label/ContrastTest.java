package org.ethotag.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** Expected ratios are those that the guidelines' own notes and their widely used checkers give for these colours. */
class ContrastTest {
    @Test
    void ratiosAreThoseOfTheGuidelines() {
        assertEquals(21, Contrast.ratio("#000000", "#ffffff"), 1e-12);
        assertEquals(1, Contrast.ratio("#123456", "#123456"), 1e-12);
        assertEquals(4.48, Contrast.ratio("#777777", "#ffffff"), 0.005);
        assertEquals(4.54, Contrast.ratio("#ffffff", "#767676"), 0.005);
    }

    @Test
    void textOnEveryOfferedColourCanBeRead() {
        for (var scheme : Palette.schemes()) {
            for (String colour : scheme.colours()) {
                assertThat(Contrast.ratio(Contrast.textOn(colour), colour))
                        .as(scheme.name() + " " + colour)
                        .isGreaterThanOrEqualTo(Contrast.READABLE);
            }
        }
    }

    @Test
    void noSchemeOffersAColourTwice() {
        for (var scheme : Palette.schemes()) {
            assertEquals(scheme.colours().size(), new HashSet<>(scheme.colours()).size(), scheme.name());
        }
    }
}
