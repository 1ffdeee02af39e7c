package org.ethotag.workflow.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
    void aHeaderIsSafeToo() {
        assertEquals("'=cmd\n", new SafeCsv(List.of("=cmd")).text());
    }
}
