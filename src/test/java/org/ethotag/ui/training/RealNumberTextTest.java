package org.ethotag.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleDoubleProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RealNumberTextTest {
    private final Locale before = Locale.getDefault();
    private final RealNumberText text = new RealNumberText(new SimpleDoubleProperty(0.3), 0, 1);

    @AfterEach
    void backToTheSystem() {
        Locale.setDefault(before);
    }

    @Test
    void aPointAndACommaAreTheSameWhateverTheCountry() {
        for (Locale country : List.of(Locale.US, Locale.of("es", "ES"))) {
            Locale.setDefault(country);
            assertEquals(0.25, text.fromString("0.25"));
            assertEquals(0.25, text.fromString(" 0,25 "));
        }
    }

    @Test
    void whatIsNoNumberLeavesWhatWasThere() {
        for (String wrong : List.of("", "x", "1.000,5", "0.2.5", "NaN", "Infinity")) {
            assertEquals(0.3, text.fromString(wrong), wrong);
        }
        assertEquals(1, text.fromString("7"));
        assertEquals(0, text.fromString("-7"));
    }

    @Test
    void theCountrysMarkIsShownWithEveryDigit() {
        Locale.setDefault(Locale.of("es", "ES"));
        assertEquals("0,00125", text.toString(0.00125));
        Locale.setDefault(Locale.US);
        assertEquals("0.00125", text.toString(0.00125));
        assertEquals("4", text.toString(4.0));
    }
}
