package org.ethotag.ui.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.evaluation.BoutRule;
import org.ethotag.evaluation.BoutTable;
import org.ethotag.job.JobState;
import org.ethotag.project.Project;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.result.ResultRequest;
import org.ethotag.workflow.result.ResultRequest.What;
import org.ethotag.workflow.result.StudyResults;
import org.ethotag.workflow.run.RunKind;
import org.jspecify.annotations.Nullable;

/** What is counted from what, how it is shown, and the result. Counts again when a choice changes. FX thread only. */
public final class ResultViewModel {
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final BiConsumer<String, SampleRange> openInTrace;
    private final Jobs jobs;
    private final LatestWins counting;
    private final LatestWins listing;
    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final ObservableList<String> tracks = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Choice> choice = new SimpleObjectProperty<>();
    private final ObjectProperty<What> what = new SimpleObjectProperty<>(What.BUDGET);
    private final StringProperty model = new SimpleStringProperty("");
    private final StringProperty animal = new SimpleStringProperty("");
    private final BooleanProperty perDay = new SimpleBooleanProperty();
    private final ObjectProperty<Integer> binMinutes = new SimpleObjectProperty<>(ResultRequest.USUAL_BIN_MINUTES);
    private final StringProperty only = new SimpleStringProperty("");
    private final BooleanProperty doubled = new SimpleBooleanProperty();
    private final ObjectProperty<BoutRule> rule = new SimpleObjectProperty<>(BoutRule.EXACT);
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private boolean visible;
    private boolean settling;

    /** @param openInTrace shows samples of a session, by its id */
    public ResultViewModel(
            Jobs jobs,
            StudyViewModel study,
            Consumer<Throwable> problems,
            BiConsumer<String, SampleRange> openInTrace) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
        this.openInTrace = openInTrace;
        counting = new LatestWins(jobs.background());
        listing = new LatestWins(jobs.quiet());
        study.projectProperty().subscribe(_ -> forget());
        study.sessions().subscribe(this::list);
        study.runs().subscribe(this::list);
        choice.subscribe(_ -> count());
        what.subscribe(_ -> count());
        model.subscribe(_ -> count());
        animal.subscribe(_ -> count());
        perDay.subscribe(_ -> count());
        binMinutes.subscribe(_ -> count());
        only.subscribe(_ -> count());
        doubled.subscribe(_ -> count());
        rule.subscribe(_ -> count());
    }

    /** Whether a result is on the page. */
    public ObservableValue<Boolean> drawnProperty() {
        return shown.map(_ -> true).orElse(false);
    }

    /** Tracks of the study and runs, the newest first. */
    ObservableList<Choice> choices() {
        return choices;
    }

    /** Names of all label tracks of the study. */
    ObservableList<String> tracks() {
        return tracks;
    }

    ObjectProperty<@Nullable Choice> choiceProperty() {
        return choice;
    }

    ObjectProperty<What> whatProperty() {
        return what;
    }

    /** Title of the model, if the choice is a run. */
    StringProperty modelProperty() {
        return model;
    }

    /** The only animal that counts, or empty for all. */
    StringProperty animalProperty() {
        return animal;
    }

    BooleanProperty perDayProperty() {
        return perDay;
    }

    ObjectProperty<Integer> binMinutesProperty() {
        return binMinutes;
    }

    /** The only behaviour of an actogram, or empty for all. */
    StringProperty onlyProperty() {
        return only;
    }

    BooleanProperty doubledProperty() {
        return doubled;
    }

    /** Sets what counts as one bout, in seconds. */
    void setRule(double longestGap, double shortest) {
        rule.set(new BoutRule(seconds(longestGap), seconds(shortest)));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The page came into sight or went; labels may have changed meanwhile. */
    void setVisible(boolean now) {
        visible = now;
        if (now) {
            forget();
            list();
        }
    }

    private void forget() {
        counting.cancel();
        shown.set(null);
    }

    private void list() {
        Project project = study.projectProperty().get();
        if (project == null) {
            choices.clear();
            tracks.clear();
            choice.set(null);
            return;
        }
        if (!visible) {
            return;
        }
        var runs = study.runs().reversed().stream()
                .filter(manifest -> !manifest.kind().equals(RunKind.SWEEP.id())) // it keeps no answers
                .map(Choice.Run::of)
                .toList();
        listing.<List<String>>start(
                "tracks",
                _ -> {
                    var names = new LinkedHashSet<String>();
                    project.sessions().forEach(session -> names.addAll(project.tracks(session.id())));
                    return List.copyOf(names);
                },
                state -> listed(state, runs));
    }

    private void listed(JobState<List<String>> state, List<Choice.Run> runs) {
        if (state instanceof JobState.Failed<List<String>>(Throwable cause)) {
            problems.accept(cause);
        }
        if (state instanceof JobState.Succeeded<List<String>>(List<String> names)) {
            if (!tracks.equals(names)) {
                tracks.setAll(names);
            }
            var all = new ArrayList<Choice>();
            names.forEach(name -> all.add(new Choice.Track(name)));
            all.addAll(runs);
            settling = true;
            Choice before = choice.get();
            if (!choices.equals(all)) {
                choices.setAll(all);
            }
            choice.set(before != null && all.contains(before) ? before : all.isEmpty() ? null : all.getFirst());
            settling = false;
            count();
        }
    }

    /** The newest run that judged animals it had not seen, else the newest; empty if there is none. */
    private Optional<Choice> runForModels() {
        return choices.stream()
                .filter(one -> one instanceof Choice.Run run && run.judged())
                .findFirst()
                .or(() -> choices.stream().filter(Choice.Run.class::isInstance).findFirst());
    }

    /** Whether models can be compared: there is a run. */
    boolean hasRuns() {
        return runForModels().isPresent();
    }

    private void count() {
        Project project = study.projectProperty().get();
        Choice from = choice.get();
        if (!visible || settling || project == null || from == null) {
            return;
        }
        if (what.get() == What.MODELS && !(from instanceof Choice.Run)) {
            var run = runForModels();
            if (run.isEmpty()) {
                forget();
            } else {
                choice.set(run.get());
            }
            return;
        }
        var request = request();
        Shown before = shown.get();
        if (before != null
                && before.choice().equals(from)
                && before.request().equals(request)
                && (model.get().isEmpty() || before.model().equals(model.get()))) {
            return;
        }
        counting.<Shown>start(
                Texts.of("result.counting"),
                monitor -> Shown.of(project, from, model.get(), request, before, monitor),
                this::counted);
    }

    private ResultRequest request() {
        return new ResultRequest(
                what.get(),
                animal.get().isEmpty() || what.get() == What.MODELS ? List.of() : List.of(animal.get()),
                perDay.get(),
                Objects.requireNonNull(binMinutes.get()),
                only.get(),
                doubled.get(),
                rule.get());
    }

    private void counted(JobState<Shown> state) {
        switch (state) {
            case JobState.Succeeded<Shown>(Shown result) -> {
                settling = true;
                if (!result.models().isEmpty()) {
                    model.set(result.model());
                }
                shown.set(result);
                settling = false;
            }
            case JobState.Failed<Shown>(Throwable cause) -> {
                shown.set(null);
                problems.accept(cause);
            }
            case JobState.Idle<Shown> _, JobState.Running<Shown> _, JobState.Cancelled<Shown> _ -> {}
        }
    }

    /** Shows a bout in its trace. */
    void open(BoutTable.Row row) {
        study.project()
                .ifPresent(project -> jobs.quiet()
                        .<SampleRange>start("place", _ -> StudyResults.samplesOf(project, row), state -> {
                            switch (state) {
                                case JobState.Succeeded<SampleRange>(SampleRange range) ->
                                    openInTrace.accept(row.timeline().id(), range);
                                case JobState.Failed<SampleRange>(Throwable cause) -> problems.accept(cause);
                                case JobState.Idle<SampleRange> _,
                                        JobState.Running<SampleRange> _,
                                        JobState.Cancelled<SampleRange> _ -> {}
                            }
                        }));
    }
}
