package org.ethotag.ui.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.JobState;
import org.ethotag.project.ImportPresets;
import org.ethotag.recording.reading.ImportPreset;
import org.ethotag.recording.reading.ImportPreview;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.recording.reading.PreviewReader;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.jspecify.annotations.Nullable;

/** What an import would do, followed live while its settings change, and the presets of this person. FX thread only. */
public final class ImportViewModel {
    private final Jobs jobs;
    private final Supplier<ImportPresets> folder;
    private final Consumer<Throwable> problems;
    private final LatestWins previewing;
    private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview = new ReadOnlyObjectWrapper<>();
    private final ObservableList<ImportPreset> presets = FXCollections.observableArrayList();

    /** @param folder where this person's presets are */
    public ImportViewModel(Jobs jobs, Supplier<ImportPresets> folder, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.folder = folder;
        this.problems = problems;
        previewing = new LatestWins(jobs.quiet());
    }

    /** The newest preview; null until there is one for the file at hand. */
    public ReadOnlyObjectProperty<@Nullable ImportPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** All presets by name. */
    public ObservableList<ImportPreset> presets() {
        return presets;
    }

    /** Begins with a file: its presets are read, and the one for its header is told, or that there is none. */
    void begin(Path file, Consumer<Optional<ImportPreset>> fitting) {
        preview.set(null);
        previewing.<Begun>start(
                Texts.of("import.previewing"),
                monitor -> {
                    var seen = PreviewReader.of(file, ImportSettings.guessed(), monitor);
                    return new Begun(seen, folder.get().all());
                },
                state -> {
                    report(state);
                    if (state instanceof JobState.Succeeded<Begun>(Begun begun)) {
                        presets.setAll(begun.presets());
                        fitting.accept(begun.presets().stream()
                                .filter(preset -> preset.fits(begun.preview().header()))
                                .findFirst());
                    }
                });
    }

    /** Previews a file with settings; a newer request replaces an older one. */
    void preview(Path file, ImportSettings settings) {
        previewing.<ImportPreview>start(
                Texts.of("import.previewing"), monitor -> PreviewReader.of(file, settings, monitor), state -> {
                    report(state);
                    if (state instanceof JobState.Succeeded<ImportPreview>(ImportPreview seen)) {
                        preview.set(seen);
                    }
                });
    }

    /** Keeps a preset under its name. */
    void save(ImportPreset preset) {
        change(known -> known.save(preset));
    }

    /** Takes a preset away. */
    void delete(ImportPreset preset) {
        change(known -> known.delete(preset.name()));
    }

    /** Takes over a preset that somebody else may have written. */
    void importPreset(Path file) {
        change(known -> known.save(ImportPresets.read(file)));
    }

    /** Writes a preset for somebody else. */
    void exportPreset(Path file, ImportPreset preset) {
        change(_ -> ImportPresets.write(file, preset));
    }

    private void change(Consumer<ImportPresets> work) {
        jobs.edits()
                .<List<ImportPreset>>start(
                        Texts.of("import.preset.saving"),
                        _ -> {
                            var known = folder.get();
                            work.accept(known);
                            return known.all();
                        },
                        state -> {
                            report(state);
                            if (state instanceof JobState.Succeeded<List<ImportPreset>>(List<ImportPreset> all)) {
                                presets.setAll(all);
                            }
                        });
    }

    private <R> void report(JobState<R> state) {
        if (state instanceof JobState.Failed<R>(Throwable cause)) {
            problems.accept(cause);
        }
    }

    private record Begun(ImportPreview preview, List<ImportPreset> presets) {}
}
