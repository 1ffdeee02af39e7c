package org.ethotag.ui.training;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import javafx.beans.value.ObservableDoubleValue;
import javafx.util.StringConverter;
import org.ethotag.language.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Numbers with decimals, shown with the country's decimal mark and read with a point or a comma, whichever is typed: what is
 * no number leaves what was there before.
 */
final class RealNumberText extends StringConverter<Double> {
    private final ObservableDoubleValue before;
    private final double low;
    private final double high;

    RealNumberText(ObservableDoubleValue before, double low, double high) {
        this.before = before;
        this.low = low;
        this.high = high;
    }

    @Override
    public String toString(@Nullable Double number) {
        return number == null
                ? ""
                : BigDecimal.valueOf(number)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace(
                                '.',
                                DecimalFormatSymbols.getInstance(Messages.locale())
                                        .getDecimalSeparator());
    }

    @Override
    public Double fromString(@Nullable String text) {
        try {
            double number = new BigDecimal(text == null ? "" : text.strip().replace(',', '.')).doubleValue();
            return Math.clamp(number, low, high);
        } catch (NumberFormatException noNumber) {
            return before.get();
        }
    }
}
