package org.ethotag.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.reading.ImportPreset;
import org.ethotag.recording.reading.ImportSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportPresetsTest {
    private static final ImportPreset COLLAR = new ImportPreset(
            "Collar 2025",
            List.of("Time", "ax", "ay", "az"),
            ImportSettings.guessed()
                    .withColumns("t=Time,x=ax,y=ay,z=az")
                    .withUnit("ms2")
                    .withZone("Europe/Berlin")
                    .withRate(25)
                    .withDelimiter(";")
                    .withDecimal(","));

    @TempDir
    Path folder;

    private ImportPresets presets;

    @BeforeEach
    void make() {
        presets = new ImportPresets(folder.resolve("presets"));
    }

    @Test
    void whatIsSavedIsThereUnderItsName() {
        assertEquals(List.of(), presets.all());
        presets.save(COLLAR);
        assertEquals(List.of(COLLAR), presets.all());
        assertEquals(COLLAR, presets.named("Collar 2025"));
        presets.delete("Collar 2025");
        assertEquals(List.of(), presets.all());
    }

    @Test
    void aFileWithTheSameHeaderFindsItsPreset() {
        presets.save(COLLAR);
        assertEquals(Optional.of(COLLAR), presets.fitting(List.of("Time", "ax", "ay", "az")));
        assertEquals(Optional.empty(), presets.fitting(List.of("Time", "ax", "ay")));
        assertEquals(Optional.empty(), presets.fitting(List.of()));
    }

    @Test
    void aPresetGoesToSomebodyElseAsAFile() {
        var file = folder.resolve("mine.json");
        ImportPresets.write(file, COLLAR);
        assertEquals(COLLAR, presets.named(file.toString()));
    }

    @Test
    void whatIsSaidOfOneFileGoesBeforeThePreset() {
        var own = ImportSettings.guessed().withAnimal("101").withUnit("g");
        assertEquals(COLLAR.settings().withAnimal("101").withUnit("g"), COLLAR.under(own));
    }

    @Test
    void whatIsOfOneFileIsNotKept() {
        var preset = new ImportPreset(
                "a", List.of(), ImportSettings.guessed().withAnimal("1").withStart("2025-01-01"));
        assertEquals(ImportSettings.guessed(), preset.settings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1]",
                "{\"kind\": \"ethotag import preset\", \"version\": 2, \"name\": \"a\"}",
                "{\"kind\": \"ethotag import preset\", \"version\": 1, \"name\": \"../../etc\"}",
                "{\"kind\": \"ethotag import preset\", \"version\": 1, \"name\": \"a\", \"unit\": \"furlongs\"}",
                "{\"kind\": \"ethotag import preset\", \"version\": 1, \"name\": \"a\", \"zone\": \"Mars/Base\"}",
                "{\"kind\": \"ethotag import preset\", \"version\": 1, \"name\": \"a\", \"rateHz\": -1}",
                "{\"kind\": \"ethotag import preset\", \"version\": 1, \"name\": \"a\", \"decimal\": \"x\"}"
            })
    void whatIsNoPresetIsRefusedWithItsFileAndLeftOutOfTheList(String text) throws IOException {
        Files.createDirectories(presets.folder());
        var file = Files.writeString(presets.folder().resolve("bad.json"), text);
        var failure = assertThrows(ProblemException.class, () -> ImportPresets.read(file));
        assertEquals(ProjectProblem.PRESET_UNREADABLE, failure.problem().code());
        assertThat(failure.problem().what()).contains("bad.json");
        assertEquals(List.of(), presets.all());
    }

    @Test
    void aFileOfAnySizeCostsNoMemory() throws IOException {
        var file = Files.write(folder.resolve("long.json"), new byte[1 << 20]);
        assertThrows(ProblemException.class, () -> ImportPresets.read(file));
        assertThrows(ProblemException.class, () -> presets.named("no such preset"));
    }
}
