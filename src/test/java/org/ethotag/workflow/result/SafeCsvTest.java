package org.ethotag.workflow.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.ethotag.testkit.Trials;
import org.junit.jupiter.api.Test;

class SafeCsvTest {
    @Test
    void whatASpreadsheetTakesForAFormulaGetsAnApostrophe() {
        assertEquals(
                "name\n'=1+1\n'+1\n'-1\n'@SUM(A1)\n\"'\tx\"\n".replace("\"'\tx\"", "'\tx"),
                new SafeCsv(List.of("name"))
                        .text("=1+1")
                        .end()
                        .text("+1")
                        .end()
                        .text("-1")
                        .end()
                        .text("@SUM(A1)")
                        .end()
                        .text("\tx")
                        .end()
                        .text());
    }

    @Test
    void numbersStayNumbersAndHarmlessTextsStayAsTheyAre() {
        assertEquals(
                "a,b,c\n-1.50,,\"cow, 3\"\n7,x=1,\n",
                new SafeCsv(List.of("a", "b", "c"))
                        .number(-1.5, 2)
                        .number(Double.NaN, 2)
                        .text("cow, 3")
                        .end()
                        .number(7)
                        .text("x=1")
                        .text("")
                        .end()
                        .text());
    }

    @Test
    void numbersAreRoundedToTheNearestOfTheirDecimals() {
        Trials.trials(2000, random -> {
            double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12));
            int decimals = 1 + random.nextInt(6);
            var written = new BigDecimal(new SafeCsv(List.of("n"))
                    .number(number, decimals)
                    .end()
                    .text()
                    .split("\n")[1]);
            assertEquals(decimals, written.scale());
            double off = written.subtract(new BigDecimal(number)).abs().doubleValue();
            assertTrue(off <= 0.5 * Math.pow(10, -decimals) + 2 * Math.ulp(number), () -> number + " as " + written);
        });
    }

    @Test
    void aHeaderIsSafeToo() {
        assertEquals("'=cmd\n", new SafeCsv(List.of("=cmd")).text());
    }
}
