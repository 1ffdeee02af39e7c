package org.ethotag.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class LookupTableTest {
    /** The expected values come from the Taylor series of e^v with 60 digits, not from any library's functions. */
    private static final MathContext DIGITS = new MathContext(60);

    private static final BigDecimal SCALE = BigDecimal.valueOf(32768);
    /** Fixed-point 2.2: no entry is closer to a rounding tie. */
    private static final BigDecimal CLOSEST_TIE = new BigDecimal("8.5e-4");

    @Test
    void everySigmoidEntryIsTheRoundedExactValue() {
        for (int k = 0; k < LookupTable.ENTRIES; k++) {
            var exact = SCALE.divide(BigDecimal.ONE.add(exp(argument(k).negate())), DIGITS);
            assertEntry(LookupTable.sigmoid().entry(k), exact, k);
        }
    }

    @Test
    void everyTanhEntryIsTheRoundedExactValue() {
        for (int k = 0; k < LookupTable.ENTRIES; k++) {
            var square = exp(argument(k).multiply(BigDecimal.TWO));
            var exact = SCALE.multiply(square.subtract(BigDecimal.ONE)).divide(square.add(BigDecimal.ONE), DIGITS);
            assertEntry(LookupTable.tanh().entry(k), exact, k);
        }
    }

    private static void assertEntry(int entry, BigDecimal exact, int k) {
        int rounded = exact.setScale(0, RoundingMode.HALF_UP).intValueExact();
        assertThat(entry).as("entry " + k).isEqualTo(Math.clamp(rounded, -32767, 32767));
        var fromTie = exact.subtract(exact.setScale(0, RoundingMode.FLOOR))
                .subtract(new BigDecimal("0.5"))
                .abs();
        assertThat(fromTie).as("distance of entry " + k + " to a tie").isGreaterThan(CLOSEST_TIE);
    }

    @Test
    void theMiddleIsOneHalfAndZero() {
        assertThat(LookupTable.sigmoid().at(0)).isEqualTo(16384);
        assertThat(LookupTable.tanh().at(0)).isZero();
    }

    @Test
    void allInputsGiveTheFormulaInExactArithmetic() {
        for (LookupTable table : new LookupTable[] {LookupTable.sigmoid(), LookupTable.tanh()}) {
            for (int q = Short.MIN_VALUE; q <= Short.MAX_VALUE; q++) {
                int cell = Math.floorDiv(q + 32768, 128);
                var low = BigDecimal.valueOf(table.entry(cell));
                var rise = BigDecimal.valueOf(table.entry(cell + 1)).subtract(low);
                var share = BigDecimal.valueOf(Math.floorMod(q + 32768, 128)).divide(BigDecimal.valueOf(128));
                int expected = low.add(
                                rise.multiply(share).add(new BigDecimal("0.5")).setScale(0, RoundingMode.FLOOR))
                        .intValueExact();
                assertThat(table.at(q)).isEqualTo(expected);
            }
        }
    }

    @Test
    void everyValueStaysInsideTheRangeOfAState() {
        for (int q = Short.MIN_VALUE; q <= Short.MAX_VALUE; q++) {
            assertThat(LookupTable.sigmoid().at(q)).isBetween(0, 32767);
            assertThat(LookupTable.tanh().at(q)).isBetween(-32767, 32767);
        }
    }

    private static BigDecimal argument(int k) {
        return BigDecimal.valueOf(k).divide(BigDecimal.valueOf(32)).subtract(BigDecimal.valueOf(8));
    }

    /** e^v = (e^(v/64))^64, the inner one by its series. */
    private static BigDecimal exp(BigDecimal v) {
        var small = v.divide(BigDecimal.valueOf(64));
        var term = BigDecimal.ONE;
        var sum = BigDecimal.ONE;
        for (int n = 1; n < 60; n++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.pow(64, DIGITS);
    }
}
