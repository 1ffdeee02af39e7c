package org.ethotag.ui.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethotag.project.ImportPresets;
import org.ethotag.recording.reading.ImportPreset;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.ui.job.Jobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
    @TempDir
    Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private ImportViewModel model;
    private Path file;

    @BeforeEach
    void make() throws IOException {
        var presets = new ImportPresets(folder.resolve("presets"));
        model = new ImportViewModel(Jobs.immediate(), () -> presets, problems::add);
        var text = new StringBuilder("when,ax,ay,az\n");
        for (int i = 0; i < 200; i++) {
            text.append(i * 0.04).append(",0.01,0.02,").append(i % 2 == 0 ? "0.99\n" : "1.01\n");
        }
        file = Files.writeString(folder.resolve("cow.csv"), text);
    }

    private Optional<ImportPreset> fitting() {
        var found = new ArrayList<Optional<ImportPreset>>();
        model.begin(file, found::add);
        return found.getFirst();
    }

    @Test
    void everyAnswerIsFollowedLive() {
        model.preview(file, ImportSettings.guessed().withRate(25));
        var first = model.previewProperty().get();
        assertNotNull(first);
        assertTrue(first.readable(), first.problem());
        assertEquals(25, first.rateHz());
        model.preview(file, ImportSettings.guessed().withRate(25).withUnit("furlongs"));
        var second = model.previewProperty().get();
        assertNotNull(second);
        assertThat(second.problem()).contains("furlongs");
        assertEquals(first.header(), second.header());
    }

    @Test
    void aFileWithTheHeaderOfAPresetFindsIt() {
        assertEquals(Optional.empty(), fitting());
        var preset = new ImportPreset(
                "Collar",
                List.of("when", "ax", "ay", "az"),
                ImportSettings.guessed().withUnit("g").withRate(25));
        model.save(preset);
        assertEquals(Optional.of(preset), fitting());
        assertEquals(List.of(preset), model.presets());
        model.exportPreset(folder.resolve("mine.json"), preset);
        model.delete(preset);
        assertEquals(Optional.empty(), fitting());
        model.importPreset(folder.resolve("mine.json"));
        assertEquals(Optional.of(preset), fitting());
        assertEquals(List.of(), problems);
    }

    @Test
    void whatIsNoPresetIsTold() {
        model.importPreset(file);
        assertEquals(1, problems.size());
        assertEquals(List.of(), model.presets());
    }
}
