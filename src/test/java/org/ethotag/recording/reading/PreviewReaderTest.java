package org.ethotag.recording.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethotag.job.JobMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewReaderTest {
    private static final String HEADER = "Time;acc_x;acc_y;acc_z;temperature\n";

    @TempDir
    Path folder;

    private ImportPreview preview(String text, ImportSettings settings) {
        try {
            return PreviewReader.of(
                    Files.writeString(folder.resolve("cow.csv"), text), settings, JobMonitor.unwatched());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** 25 rows a second at rest, lying on one side, in metres per second squared, as German spreadsheets write it. */
    private static String resting(int rows) {
        return HEADER
                + IntStream.range(0, rows)
                        .mapToObj(
                                i -> "2025-06-01 12:00:%02d,%03d;0,12;-0,31;9,79;21,5\n".formatted(i / 25, i % 25 * 40))
                        .collect(Collectors.joining());
    }

    private static Guess guess(ImportPreview preview, Guess.Kind kind) {
        return preview.guesses().stream()
                .filter(guess -> guess.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyGuessComesWithItsReason() {
        var preview = preview(resting(500), ImportSettings.guessed());
        assertTrue(preview.readable(), preview.problem());
        assertEquals(List.of("Time", "acc_x", "acc_y", "acc_z", "temperature"), preview.header());
        assertEquals(
                List.of("2025-06-01 12:00:00,000", "0,12", "-0,31", "9,79", "21,5"),
                preview.rows().getFirst());
        assertEquals("t=Time,x=acc_x,y=acc_y,z=acc_z", preview.columns());
        assertEquals(
                new Guess(
                        Guess.Kind.UNIT,
                        "ms2",
                        false,
                        "The median length of the first rows is 9.796, and gravity alone is 9.81 m/s2."),
                guess(preview, Guess.Kind.UNIT));
        assertEquals(";", guess(preview, Guess.Kind.DELIMITER).value());
        assertEquals(",", guess(preview, Guess.Kind.DECIMAL).value());
        assertEquals("25", guess(preview, Guess.Kind.RATE).value());
        assertEquals("UTC", guess(preview, Guess.Kind.ZONE).value());
        assertThat(preview.guesses()).allSatisfy(one -> assertThat(one.reason()).endsWith("."));
    }

    @Test
    void thePictureIsWhatTheImportWouldStore() {
        var preview = preview(resting(500), ImportSettings.guessed());
        assertEquals(25, preview.rateHz());
        assertEquals(500, preview.samplesG()[2].length);
        assertEquals(9.79 / AccelerationUnit.STANDARD_GRAVITY, preview.samplesG()[2][17], 1e-3);
    }

    @Test
    void whatTheUserSaysReplacesTheGuess() {
        var preview =
                preview(resting(500), ImportSettings.guessed().withUnit("g").withRate(25));
        assertEquals("g", guess(preview, Guess.Kind.UNIT).value());
        assertTrue(guess(preview, Guess.Kind.UNIT).said());
        assertTrue(guess(preview, Guess.Kind.RATE).said());
        assertThat(preview.findings()).extracting(Finding::kind).contains(FindingKind.IMPLAUSIBLE_NORM);
    }

    @Test
    void anErrorHasFileLineAndColumnAndTheRowsAreStillSeen() {
        var preview = preview(resting(100) + "2025-06-01 12:00:04,000;0,1;??;9,8;21\n", ImportSettings.guessed());
        assertFalse(preview.readable());
        assertThat(preview.problem())
                .contains("cow.csv", "line 102", "column acc_y", "??")
                .contains(folder.toString());
        assertEquals(40, preview.rows().size());
    }

    @Test
    void aColumnThatIsNotThereIsSaidWithThoseThatAre() {
        var preview = preview(resting(100), ImportSettings.guessed().withColumns("t=Time,x=a,y=b,z=c"));
        assertThat(preview.problem()).contains("\"a\"", "acc_x");
        assertEquals(5, preview.header().size());
    }

    @Test
    void namesThatCouldBeMisreadAreToldByTheirNumbers() {
        var preview = preview(
                resting(50).replace("Time;acc_x;acc_y;acc_z", "Time;acc x, g;acc y, g;acc z, g"),
                ImportSettings.guessed());
        assertEquals("t=Time,x=2,y=3,z=4", preview.columns());
        var again = preview(
                resting(50).replace("Time;acc_x;acc_y;acc_z", "Time;acc x, g;acc y, g;acc z, g"),
                ImportSettings.guessed().withColumns(preview.columns()));
        assertEquals(preview.columns(), again.columns());
    }

    @Test
    void noTextAndNoSettingEverBreaksThePreview() {
        var good = resting(60);
        trials(150, random -> {
            var text = new StringBuilder(good);
            for (int i = random.nextInt(30); i >= 0; i--) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, ";,\t\"\n 0x#".charAt(random.nextInt(9)));
            }
            text.setLength(random.nextInt(text.length()));
            var settings = ImportSettings.guessed()
                    .withUnit(random.nextBoolean() ? "" : "furlongs")
                    .withDelimiter(random.nextBoolean() ? "" : "::")
                    .withZone(random.nextBoolean() ? "" : "Mars/Base")
                    .withColumns(random.nextBoolean() ? "" : "x=1,y=2");
            var preview = preview(text.length() == 0 ? "\n" : text.toString(), settings);
            assertThat(preview.readable()).isEqualTo(preview.samplesG()[0].length > 0);
        });
    }
}
