package org.ethotag.ui.evaluation;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.dataset.Window;
import org.ethotag.job.JobState;
import org.ethotag.project.RunManifest;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.ModelNames;
import org.ethotag.workflow.RunKind;
import org.ethotag.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** Which run is compared, what its models said, and the windows behind one cell. FX thread only. */
public final class ComparisonViewModel {
    private static final String JUDGED = "animals.heldOut";

    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final BiConsumer<String, SampleRange> openWindow;
    private final LatestWins loading;
    private final ObservableList<RunManifest> runs = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RunManifest> run = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Judgement> judgement = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Integer> size = new SimpleObjectProperty<>(0);
    private final BooleanProperty baseline = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Cell> cell = new ReadOnlyObjectWrapper<>();
    private final ObservableList<WindowRow> windows = FXCollections.observableArrayList();

    /**
     * One cell of one model's matrix.
     *
     * @param title of the model
     * @param truth index of the class
     * @param answer index of the class
     */
    public record Cell(String title, int truth, int answer) {}

    /**
     * One window behind a cell.
     *
     * @param window where it lies
     * @param sessionName what people read
     */
    public record WindowRow(Window window, String sessionName) {}

    /** @param openWindow shows samples of a session, by its id, in the trace */
    public ComparisonViewModel(
            Jobs jobs, StudyViewModel study, Consumer<Throwable> problems, BiConsumer<String, SampleRange> openWindow) {
        this.study = study;
        this.problems = problems;
        this.openWindow = openWindow;
        loading = new LatestWins(jobs.quiet());
        study.runs().subscribe(this::takeRuns);
        run.subscribe(this::load);
    }

    private void takeRuns() {
        var judged = study.runs().reversed().stream()
                .filter(ComparisonViewModel::judgedSomething)
                .toList();
        if (!runs.equals(judged)) {
            runs.setAll(judged);
            run.set(judged.isEmpty() ? null : judged.getFirst());
        }
    }

    private static boolean judgedSomething(RunManifest manifest) {
        return manifest.kind().equals(RunKind.CROSSVALIDATION.id())
                || !manifest.settings().getOrDefault(JUDGED, "").isBlank();
    }

    /** Runs that judged animals they did not learn from, newest first. */
    public ObservableList<RunManifest> runs() {
        return runs;
    }

    /** The run that is shown. */
    public ObjectProperty<@Nullable RunManifest> runProperty() {
        return run;
    }

    public ReadOnlyObjectProperty<@Nullable Judgement> judgementProperty() {
        return judgement.getReadOnlyProperty();
    }

    /** Units of the students that are shown, if there are several sizes. */
    public ObjectProperty<Integer> sizeProperty() {
        return size;
    }

    /** Whether the student without distillation is shown too. */
    public BooleanProperty baselineProperty() {
        return baseline;
    }

    public ReadOnlyObjectProperty<@Nullable Cell> cellProperty() {
        return cell.getReadOnlyProperty();
    }

    /** The windows behind the chosen cell. */
    public ObservableList<WindowRow> windows() {
        return windows;
    }

    private void load(@Nullable RunManifest chosen) {
        loading.cancel();
        judgement.set(null);
        cell.set(null);
        windows.clear();
        var project = study.projectProperty().get();
        if (chosen == null || project == null) {
            return;
        }
        loading.<Judgement>start(
                chosen.id(), _ -> Judgement.of(chosen, new Workflow(project).comparison(chosen.id())), this::loaded);
    }

    private void loaded(JobState<Judgement> state) {
        switch (state) {
            case JobState.Succeeded<Judgement>(Judgement done) -> {
                var sizes = done.sizes();
                if (!sizes.contains(size.get())) {
                    size.set(sizes.isEmpty() ? 0 : sizes.getFirst());
                }
                judgement.set(done);
            }
            case JobState.Failed<Judgement>(Throwable cause) -> problems.accept(cause);
            case JobState.Idle<Judgement> _, JobState.Running<Judgement> _, JobState.Cancelled<Judgement> _ -> {}
        }
    }

    /** The models to show now: the teacher, then those of the chosen size. */
    public List<ModelCard> shown() {
        Judgement judged = judgement.get();
        if (judged == null) {
            return List.of();
        }
        var names = baseline.get()
                ? Set.of(ModelNames.TEACHER, ModelNames.STUDENT, ModelNames.DISTILLED, ModelNames.FIXED)
                : Set.of(ModelNames.TEACHER, ModelNames.DISTILLED, ModelNames.FIXED);
        return judged.cards().stream()
                .filter(card -> names.contains(card.model().name()))
                .filter(card -> card.model().hidden() == 0 || card.model().hidden() == size.get())
                .toList();
    }

    /** Lists the windows behind a cell. */
    public void choose(ModelCard card, int truth, int answer) {
        Judgement judged = judgement.get();
        if (judged == null) {
            return;
        }
        windows.setAll(judged.comparison().windowsOf(card.model(), truth, answer).stream()
                .map(window -> new WindowRow(window, sessionName(window.session())))
                .toList());
        cell.set(new Cell(card.model().title(), truth, answer));
    }

    private String sessionName(String id) {
        return study.sessions().stream()
                .map(row -> row.session())
                .filter(session -> session.id().equals(id))
                .map(session -> session.name())
                .findFirst()
                .orElse(id);
    }

    /** Shows a window in its trace. */
    public void open(WindowRow row) {
        openWindow.accept(row.window().session(), row.window().range());
    }
}
