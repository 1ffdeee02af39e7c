package org.ethotag.flash.rollcall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTextTest {
    /** What OWASP names in "CSV Injection". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "=1+2 | '=1+2",
                "+49 30 1 | '+49 30 1",
                "-2+3 | '-2+3",
                "@SUM(A1) | '@SUM(A1)",
                "Berta | Berta",
                "a=b | a=b"
            })
    void aNameThatASpreadsheetProgramWouldComputeStaysText(String name, String cell) {
        assertEquals(cell + ",x\r\n", CsvText.row(List.of(name, "x")));
        var entry = new RollCallEntry(name, "T-1", "");
        var board = RollCallBoard.due(new RollCallList(List.of(entry)));
        assertEquals(cell, CsvText.rows(board.csv()).get(1).getFirst());
    }

    @Test
    void controlCharactersBeforeAFormulaDoNotHideIt() {
        assertEquals("'\t=1,x\r\n", CsvText.row(List.of("\t=1", "x")));
        assertEquals("\"'\r=1\",x\r\n", CsvText.row(List.of("\r=1", "x")));
    }
}
