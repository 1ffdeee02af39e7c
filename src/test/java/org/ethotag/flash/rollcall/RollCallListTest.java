package org.ethotag.flash.rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollCallListTest {
    private static final Path FILE = Path.of("herd.csv");

    @TempDir
    private Path folder;

    @Test
    void commasSemicolonsQuotesMarksAndOtherColumnsAreUnderstood() {
        var expected =
                List.of(new RollCallEntry("Berta, the old", "T-1", ""), new RollCallEntry("Weiße", "T-2", "own.bin"));
        assertEquals(expected, parse("animal,tag,image\n\"Berta, the old\",T-1,\nWeiße,T-2,own.bin\n"));
        assertEquals(
                expected, parse("\uFEFFTag;Pen;Animal;Image\r\nT-1;3;Berta, the old;\r\n\r\n T-2 ;4; Weiße;own.bin"));
    }

    @Test
    void aLineThatMakesNoSenseIsNamed() {
        assertLine(1, "");
        assertLine(1, "cow only\nBerta");
        assertLine(2, "animal,tag\nBerta");
        assertLine(3, "animal,tag\nBerta,T-1\n,T-2");
        assertLine(3, "animal,tag\nBerta,T-1\nAnna,T-1");
        assertLine(1, "animal,tag");
        assertLine(1, "animal,tag\n\"Berta,T-1");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        var file = folder.resolve("herd.csv");
        assertUnreadable(file);
        Files.write(file, "animal,tag\nWei\u00DFe,T-1".getBytes(StandardCharsets.ISO_8859_1));
        assertUnreadable(file);
        Files.write(file, new byte[5 << 20]);
        assertUnreadable(file);
    }

    /** The cells that OWASP's page on CSV injection warns of. */
    @Test
    void noCellOfAResultIsAFormula() {
        var row = new RollCallRow(
                new RollCallEntry("=cmd|' /C calc'!A0", "@T-1", ""),
                RollCallState.REFUSED,
                0,
                "",
                new RollCallResult(Instant.EPOCH, "", 0, -1, "-2+3", "+1", "\tx", "say \"no\""));
        var csv = new RollCallBoard(List.of(row), List.of()).csv();
        assertThat(csv.lines().skip(1))
                .containsExactly("'=cmd|' /C calc'!A0,'@T-1,refused,,,0,,'-2+3,'+1,'\tx,\"say \"\"no\"\"\"");
    }

    private static List<RollCallEntry> parse(String text) {
        return RollCallList.parse(FILE, text).entries();
    }

    private static void assertLine(int line, String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(ProblemException.class, thrown -> {
            assertEquals(RollCallProblem.LIST_LINE, thrown.problem().code());
            assertThat(thrown.problem().what()).contains("line " + line);
        });
    }

    private static void assertUnreadable(Path file) {
        assertThatThrownBy(() -> RollCallList.read(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertEquals(
                                RollCallProblem.LIST_UNREADABLE,
                                thrown.problem().code()));
    }
}
