package org.ethotag.ui.evaluation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ethotag.file.WholeFile;
import org.ethotag.job.Job;
import org.ethotag.job.JobMonitor;
import org.ethotag.job.JobRunner;
import org.ethotag.job.JobState;
import org.ethotag.language.Messages;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Picture.Format;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.RunVerification;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.quantization.QuantizationTables;
import org.ethotag.workflow.run.ComparisonTables;

/** What can be done with a run as a whole: made again and compared, described for a paper, written as tables. FX thread only. */
public final class RunActions {
    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper methods = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    RunActions(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
    }

    /** How the last action ended, for people. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** The methods paragraph, or empty until asked for. */
    public ReadOnlyStringProperty methodsProperty() {
        return methods.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void clear() {
        told.set("");
        methods.set("");
    }

    /** Makes a run again and compares; takes as long as the run took. */
    public void verify(String run) {
        start(
                jobs.training(),
                Texts.of("compare.verify.job", run),
                run,
                (workflow, monitor) -> words(workflow.verify(run, monitor)));
    }

    private static String words(RunVerification result) {
        if (result.same()) {
            return Texts.of("compare.verify.same", result.run(), result.parts().size());
        }
        var names = result.differences().stream()
                .map(RunVerification.Part::name)
                .limit(6)
                .collect(Collectors.joining(", "));
        var versions = result.versions().entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        return Texts.of(
                "compare.verify.differs",
                result.run(),
                result.differences().size(),
                names,
                versions.isEmpty() ? "\u2013" : versions);
    }

    /** Writes the methods paragraph. */
    public void describe(String run) {
        study.project()
                .ifPresent(project -> jobs.quiet()
                        .<String>start(run, _ -> new Workflow(project).methods(run), state -> {
                            if (state instanceof JobState.Succeeded<String>(String text)) {
                                methods.set(text);
                            } else if (state instanceof JobState.Failed<String>(Throwable cause)) {
                                problems.accept(cause);
                            }
                        }));
    }

    /** Draws a picture into a file. */
    void save(Picture picture, Format format, Path file) {
        jobs.background()
                .<Path>start(
                        Texts.of("export.saving", file.getFileName()),
                        _ -> WholeFile.write(file, Messages.forFiles(() -> picture.file(format))),
                        state -> {
                            if (state instanceof JobState.Failed<Path>(Throwable cause)) {
                                problems.accept(cause);
                            }
                        });
    }

    /** Writes all tables, and the pictures given in every format, into a new folder inside {@code parent}. */
    public void save(Shown shown, Path parent, Map<String, Picture> pictures) {
        var run = shown.judgement().run().id();
        var folder = parent.resolve(run + "-tables");
        start(jobs.background(), Texts.of("compare.save.job", run), run, (workflow, _) -> {
            var tables = ComparisonTables.of(shown.sheet(), shown.judgement().seeds(), workflow.methods(run));
            QuantizationTables.write(folder, tables, Messages.forFiles(() -> files(pictures)));
            return Texts.of("compare.saved", folder);
        });
    }

    private static Map<String, byte[]> files(Map<String, Picture> pictures) {
        var files = new LinkedHashMap<String, byte[]>();
        pictures.forEach((name, picture) -> {
            for (Format format : Format.values()) {
                files.put(name + "." + format.ending(), picture.file(format));
            }
        });
        return files;
    }

    private interface Action {
        String run(Workflow workflow, JobMonitor monitor);
    }

    private void start(JobRunner runner, String title, String run, Action action) {
        if (busy.get()) {
            return;
        }
        study.project().ifPresent(project -> {
            Job<String> job = monitor -> action.run(new Workflow(project), monitor);
            runner.<String>start(title, job, state -> {
                busy.set(state instanceof JobState.Running<String>);
                if (state instanceof JobState.Succeeded<String>(String text)) {
                    told.set(text);
                } else if (state instanceof JobState.Failed<String>(Throwable cause)) {
                    problems.accept(cause);
                } else if (state instanceof JobState.Cancelled<String>) {
                    told.set(Texts.of("compare.stopped", run));
                }
            });
        });
    }
}
