package org.ethotag.ui.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.ethotag.job.JobState;
import org.ethotag.project.LoggedStep;
import org.ethotag.project.StepKind;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.log.Shell;
import org.ethotag.workflow.log.StepGroup;
import org.ethotag.workflow.log.StudyState;

/** What was done in the open study, the newest first. FX thread only; the work is done by jobs. */
public final class HistoryViewModel {
    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final LatestWins reading;
    private final ObservableList<HistoryRow> all = FXCollections.observableArrayList();
    private final FilteredList<HistoryRow> rows = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper whole = new ReadOnlyBooleanWrapper(true);
    private Consumer<Path> saved = _ -> {};

    public HistoryViewModel(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
        reading = new LatestWins(jobs.quiet());
        filter.subscribe(text -> rows.setPredicate(row -> text.isBlank() || row.matches(text)));
        study.projectProperty().subscribe(() -> show(List.of()));
    }

    /** The lines that the filter lets through, the newest first. */
    ObservableList<HistoryRow> rows() {
        return rows;
    }

    /** How many lines there are without the filter. */
    int count() {
        return all.size();
    }

    /** Words that shown lines have. */
    StringProperty filterProperty() {
        return filter;
    }

    /** Whether commands can make the study again; not one that is older than its log. */
    ReadOnlyBooleanProperty wholeProperty() {
        return whole.getReadOnlyProperty();
    }

    /** Is told the file of every log that was saved. */
    void onSaved(Consumer<Path> listener) {
        saved = listener;
    }

    /** Reads the log again. */
    void refresh() {
        study.project()
                .ifPresent(project -> reading.<List<LoggedStep>>start(
                        Texts.of("history.reading"), _ -> project.log().steps(), state -> {
                            if (state instanceof JobState.Succeeded<List<LoggedStep>>(List<LoggedStep> steps)) {
                                show(steps);
                            } else if (state instanceof JobState.Failed<List<LoggedStep>>(Throwable cause)) {
                                problems.accept(cause);
                            }
                        }));
    }

    private void show(List<LoggedStep> steps) {
        var lines = new ArrayList<HistoryRow>();
        StepGroup.of(steps).forEach(group -> lines.addFirst(HistoryRow.of(group)));
        whole.set(steps.stream().noneMatch(step -> step.kind() == StepKind.OLDER));
        all.setAll(lines);
    }

    /** Makes the script that makes the study again and hands it on. */
    void script(Shell shell, Consumer<String> made) {
        study.project()
                .ifPresent(project -> jobs.quiet()
                        .<String>start(Texts.of("history.copy"), _ -> shell.script(project), state -> {
                            if (state instanceof JobState.Succeeded<String>(String text)) {
                                made.accept(text);
                            } else if (state instanceof JobState.Failed<String>(Throwable cause)) {
                                problems.accept(cause);
                            }
                        }));
    }

    /** Writes the log with the hashes of what the study is now. */
    void save(Path file) {
        study.project()
                .ifPresent(project -> jobs.background()
                        .<Path>start(
                                Texts.of("history.saving"),
                                monitor -> {
                                    StudyState.log(project, monitor).write(file);
                                    return file;
                                },
                                state -> {
                                    if (state instanceof JobState.Succeeded<Path>(Path written)) {
                                        saved.accept(written);
                                    } else if (state instanceof JobState.Failed<Path>(Throwable cause)) {
                                        problems.accept(cause);
                                    }
                                }));
    }
}
