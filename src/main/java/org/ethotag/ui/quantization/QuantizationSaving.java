package org.ethotag.ui.quantization;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ethotag.job.JobMonitor;
import org.ethotag.job.JobState;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.ExportStep;
import org.ethotag.workflow.Exported;
import org.ethotag.workflow.QuantizationBench;
import org.ethotag.workflow.QuantizeStep;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.quantization.QuantizationFindings;
import org.ethotag.workflow.quantization.QuantizationTables;
import org.ethotag.workflow.quantization.QuantizationTrial;

/** Takes what was tried out of the page: as a run of the study, as files for a tag, as tables. FX thread only. */
final class QuantizationSaving {
    private static final String TABLES = "quantization";

    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final Supplier<Path> signingKey;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<String> told = new ReadOnlyObjectWrapper<>("");

    /** @param signingKey where the key lies that exported images are signed with */
    QuantizationSaving(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems, Supplier<Path> signingKey) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
        this.signingKey = signingKey;
    }

    /** Whether something is being kept or written. */
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What was kept or written last, for people. */
    ReadOnlyObjectProperty<String> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Says nothing any more of what was kept. */
    void forget() {
        told.set("");
    }

    /** Keeps a model as a run of the study, ready for tags. */
    void keep(String student, QuantizationSettings settings, String profile) {
        save(
                "quantize.job",
                new QuantizeStep(student, settings, profile),
                (workflow, step, monitor) -> Texts.of(
                        "quantize.kept", workflow.run(step, monitor).manifest().id()));
    }

    /** Keeps a model, and writes bundle, blob and signed image into a new folder inside {@code parent}. */
    void export(String student, QuantizationSettings settings, String profile, Path parent) {
        var key = signingKey.get();
        save("quantize.exporting", new QuantizeStep(student, settings, profile), (workflow, step, monitor) -> {
            var run = workflow.run(step, monitor.part(0, 0.8)).manifest().id();
            monitor.progress(0.8, Texts.of("quantize.exporting.files"));
            Exported done = workflow.run(new ExportStep(run, parent.resolve(run), profile, key), monitor.part(0.8, 1));
            return Texts.of("quantize.exported", done.folder(), done.imageBytes());
        });
    }

    /** Writes all tables, and the pictures given, into a new folder inside {@code parent}. */
    void tables(
            QuantizationBench bench,
            QuantizationTrial trial,
            QuantizationFindings findings,
            Path parent,
            Map<String, byte[]> pictures) {
        if (running.get()) {
            return;
        }
        var folder = parent.resolve(bench.run().id() + "-" + TABLES);
        jobs.background()
                .<String>start(
                        Texts.of("quantize.tables.saving"),
                        _ -> {
                            QuantizationTables.write(folder, QuantizationTables.of(bench, trial, findings), pictures);
                            return Texts.of("quantize.tables.saved", folder);
                        },
                        this::saved);
    }

    private interface Saving {
        String run(Workflow workflow, QuantizeStep step, JobMonitor monitor);
    }

    private void save(String title, QuantizeStep step, Saving work) {
        if (running.get()) {
            return;
        }
        study.project()
                .ifPresent(project -> jobs.background()
                        .<String>start(
                                Texts.of(title, step.studentRun()),
                                monitor -> work.run(new Workflow(project), step, monitor),
                                this::saved));
    }

    private void saved(JobState<String> state) {
        running.set(state instanceof JobState.Running<String>);
        if (state instanceof JobState.Failed<String>(Throwable cause)) {
            problems.accept(cause);
        }
        if (state instanceof JobState.Succeeded<String>(String text)) {
            told.set(text);
            study.refresh();
        }
    }
}
