package org.ethotag.ui.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.JobState;
import org.ethotag.project.RunManifest;
import org.ethotag.review.AsideRule;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunKind;
import org.ethotag.workflow.run.ScoreSheet.Line;
import org.ethotag.workflow.run.WindowFilter;
import org.jspecify.annotations.Nullable;

/** Which run is compared, which of its windows count, and what its models said about those. FX thread only. */
public final class ComparisonViewModel {
    private static final String JUDGED = "animals.heldOut";

    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final LatestWins loading;
    private final LatestWins scoring;
    private final LatestWins checking;
    private final ChosenViewModel chosen;
    private final MapViewModel map;
    private final SweepViewModel sweeps;
    private final RunActions actions;
    private final ObservableList<RunManifest> runs = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RunManifest> run = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Judgement> judgement = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<WindowFilter> filter = new SimpleObjectProperty<>(WindowFilter.none());
    private final ObjectProperty<AsideRule> aside = new SimpleObjectProperty<>(AsideRule.none());
    private final ObjectProperty<CellUnit> unit = new SimpleObjectProperty<>(CellUnit.COUNT);
    private final ObjectProperty<Integer> size = new SimpleObjectProperty<>(0);
    private final BooleanProperty baseline = new SimpleBooleanProperty();

    /** @param desk where windows are opened and corrected */
    public ComparisonViewModel(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems, LabelDesk desk) {
        this.study = study;
        this.problems = problems;
        loading = new LatestWins(jobs.quiet());
        scoring = new LatestWins(jobs.quiet());
        checking = new LatestWins(jobs.quiet());
        chosen = new ChosenViewModel(jobs, study, problems, desk, this::sessionNames, this::labelsChanged);
        map = new MapViewModel(jobs, study, problems);
        sweeps = new SweepViewModel(jobs, study, problems);
        actions = new RunActions(jobs, study, problems);
        study.runs().subscribe(this::takeRuns);
        study.sessions().subscribe(this::check);
        run.subscribe(this::load);
        filter.subscribe(this::score);
        aside.subscribe(() -> load(run.get()));
        size.subscribe(units -> chosen.setHidden(units));
    }

    private void takeRuns() {
        var judged = study.runs().reversed().stream()
                .filter(ComparisonViewModel::judgedSomething)
                .toList();
        if (!runs.equals(judged)) {
            runs.setAll(judged);
            run.set(firstShown(judged));
        }
    }

    /** Windows can be looked into in any run but a sweep. */
    private static @Nullable RunManifest firstShown(List<RunManifest> judged) {
        return judged.stream()
                .filter(manifest -> !SweepViewModel.isSweep(manifest))
                .findFirst()
                .orElse(judged.isEmpty() ? null : judged.getFirst());
    }

    private static boolean judgedSomething(RunManifest manifest) {
        return manifest.kind().equals(RunKind.CROSSVALIDATION.id())
                || SweepViewModel.isSweep(manifest)
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

    /** What the filter leaves, scored; null until it is there. */
    public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Which windows count. */
    public ObjectProperty<WindowFilter> filterProperty() {
        return filter;
    }

    /** Which bouts are left out of every second number, beside those that the run itself sets aside if this is none. */
    public ObjectProperty<AsideRule> asideProperty() {
        return aside;
    }

    /** What stands in the cells of matrices. */
    public ObjectProperty<CellUnit> unitProperty() {
        return unit;
    }

    /** Units of the students that are shown, if there are several sizes. */
    public ObjectProperty<Integer> sizeProperty() {
        return size;
    }

    /** Whether the student without distillation is shown too. */
    public BooleanProperty baselineProperty() {
        return baseline;
    }

    /** The windows behind a number, and the one that is looked into. */
    public ChosenViewModel chosen() {
        return chosen;
    }

    /** The windows on a plane. */
    public MapViewModel map() {
        return map;
    }

    /** What came out of the sweep that is shown. */
    public SweepViewModel sweeps() {
        return sweeps;
    }

    /** What can be done with a run as a whole. */
    public RunActions actions() {
        return actions;
    }

    private void load(@Nullable RunManifest wanted) {
        loading.cancel();
        scoring.cancel();
        judgement.set(null);
        shown.set(null);
        chosen.clear();
        map.show(null);
        actions.clear();
        filter.set(WindowFilter.none());
        sweeps.show(wanted);
        var project = study.projectProperty().get();
        if (wanted != null && project != null && !SweepViewModel.isSweep(wanted)) {
            var rule = aside.get();
            loading.<Judgement>start(
                    wanted.id(), monitor -> Judgement.of(project, wanted, rule, monitor), this::loaded);
        }
    }

    private void loaded(JobState<Judgement> state) {
        if (state instanceof JobState.Failed<Judgement>(Throwable cause)) {
            problems.accept(cause);
        }
        if (state instanceof JobState.Succeeded<Judgement>(Judgement done)) {
            var sizes = done.sizes();
            if (!sizes.contains(size.get())) {
                size.set(sizes.isEmpty() ? 0 : sizes.getFirst());
            }
            judgement.set(done);
            chosen.take(done);
            map.show(done);
            score();
        }
    }

    private void score() {
        Judgement judged = judgement.get();
        if (judged == null) {
            return;
        }
        var wanted = filter.get();
        scoring.<Shown>start("scores", _ -> Shown.of(judged, wanted), state -> {
            if (state instanceof JobState.Failed<Shown>(Throwable cause)) {
                problems.accept(cause);
            }
            if (state instanceof JobState.Succeeded<Shown>(Shown done)) {
                Judgement now = judgement.get();
                shown.set(now == null ? done : done.with(now));
            }
        });
    }

    /** Somebody labelled: are the matrices still about these labels? */
    private void check() {
        Judgement judged = judgement.get();
        var project = study.projectProperty().get();
        if (judged == null || project == null) {
            return;
        }
        checking.<Boolean>start("labels", _ -> new Workflow(project).isOutdated(judged.run()), state -> {
            if (state instanceof JobState.Succeeded<Boolean>(Boolean now)) {
                setOutdated(now);
            }
        });
    }

    private void labelsChanged() {
        setOutdated(true);
    }

    private void setOutdated(boolean now) {
        Judgement judged = judgement.get();
        Shown visible = shown.get();
        if (judged != null && judged.outdated() != now) {
            judgement.set(judged.asOutdated(now));
            if (visible != null) {
                shown.set(visible.with(judged.asOutdated(now)));
            }
        }
    }

    /** The models to show now: the teacher, then those of the chosen size. */
    public List<Line> models() {
        Shown visible = shown.get();
        if (visible == null) {
            return List.of();
        }
        return visible.sheet().models().stream()
                .filter(line -> baseline.get() || !line.model().name().equals(ModelNames.STUDENT))
                .filter(line -> line.model().hidden() == 0 || line.model().hidden() == size.get())
                .toList();
    }

    /** Names of the study's sessions by their id. */
    Map<String, String> sessionNames() {
        var names = new LinkedHashMap<String, String>();
        study.sessions()
                .forEach(row -> names.put(row.session().id(), row.session().name()));
        return names;
    }

    /** Lists the windows behind a cell. */
    public void choose(Line line, int truth, int answer) {
        Shown visible = shown.get();
        if (visible != null) {
            var classes = visible.comparison().classes();
            list(
                    new ChosenViewModel.Source.Cell(
                            line.model().title(), truth, answer, classes.get(truth), classes.get(answer)),
                    visible.comparison().rowsOf(line.model(), truth, answer));
        }
    }

    /** Lists windows that something else than a cell stands for; rows are of the filtered comparison. */
    void list(ChosenViewModel.Source source, int[] rows) {
        Shown visible = shown.get();
        if (visible != null) {
            chosen.list(source, visible.original(rows));
        }
    }
}
