package org.ethotag.ui.quantization;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.export.WeightLayout;
import org.ethotag.flash.TagProfile;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.cost.NetworkSize;
import org.ethotag.job.JobMonitor;
import org.ethotag.job.JobState;
import org.ethotag.project.RunManifest;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.LayerName;
import org.ethotag.quantization.LayerSettings;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.ExportStep;
import org.ethotag.workflow.Exported;
import org.ethotag.workflow.QuantizationAdvice;
import org.ethotag.workflow.QuantizationBench;
import org.ethotag.workflow.QuantizationFindings;
import org.ethotag.workflow.QuantizationTables;
import org.ethotag.workflow.QuantizationTrial;
import org.ethotag.workflow.QuantizationTrial.JudgedWindow;
import org.ethotag.workflow.QuantizeStep;
import org.ethotag.workflow.RunKind;
import org.ethotag.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/**
 * Trying out integers on a student: every change of the settings starts a new trial in place of the one that may still be
 * running, then a look inside it. FX thread only.
 */
public final class QuantizationViewModel {
    /** Enough for half a point; twenty-seven alternatives then take seconds. */
    private static final int ADVICE_WINDOWS = 1_000;

    private static final String TABLES = "quantization";
    /** Stands for all columns of time together. */
    static final int ALL_STEPS = -1;

    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final BiConsumer<String, SampleRange> openWindow;
    private final Supplier<Path> signingKey;
    private final LatestWins loading;
    private final LatestWins trying;
    private final LatestWins looking;
    private final LatestWins advising;
    private final CostViewModel cost = new CostViewModel();
    private final ObservableList<RunManifest> students = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RunManifest> student = new SimpleObjectProperty<>();
    private final StringProperty profile = new SimpleStringProperty("virtual");
    private final ObjectProperty<QuantizationSettings> settings =
            new SimpleObjectProperty<>(QuantizationSettings.defaults());
    private final ObjectProperty<@Nullable LayerName> scope = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable QuantizationBench> bench = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable QuantizationTrial> trial = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable QuantizationFindings> findings = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable QuantizationAdvice> advice = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<EdgeName> edge = new SimpleObjectProperty<>(EdgeName.HIDDEN);
    private final ObjectProperty<Integer> step = new SimpleObjectProperty<>(ALL_STEPS);
    private final ReadOnlyBooleanWrapper adviceRunning = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<String> told = new ReadOnlyObjectWrapper<>("");
    private boolean shown;
    private @Nullable RunManifest loaded;

    /**
     * @param openWindow shows samples of a session, by its id, in the trace
     * @param signingKey where the key lies that exported images are signed with
     */
    public QuantizationViewModel(
            Jobs jobs,
            StudyViewModel study,
            Consumer<Throwable> problems,
            BiConsumer<String, SampleRange> openWindow,
            Supplier<Path> signingKey) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
        this.openWindow = openWindow;
        this.signingKey = signingKey;
        loading = new LatestWins(jobs.background());
        trying = new LatestWins(jobs.quiet());
        looking = new LatestWins(jobs.background());
        advising = new LatestWins(jobs.background());
        study.runs().subscribe(this::takeRuns);
        student.subscribe(this::loadIfShown);
        settings.subscribe(this::tryOut);
        profile.subscribe(this::tryOut);
    }

    private void takeRuns() {
        var found = study.runs().reversed().stream()
                .filter(run -> run.kind().equals(RunKind.STUDENT.id()))
                .toList();
        if (!students.equals(found)) {
            students.setAll(found);
            student.set(found.isEmpty() ? null : found.getFirst());
        }
    }

    /** Runs with students, newest first. */
    public ObservableList<RunManifest> students() {
        return students;
    }

    /** The student that is tried. */
    public ObjectProperty<@Nullable RunManifest> studentProperty() {
        return student;
    }

    /** Id of the kind of tag whose sensor the model reads, and whose battery is asked. */
    public StringProperty profileProperty() {
        return profile;
    }

    /** Ids of the kinds of tags. */
    public List<String> profiles() {
        return TagProfiles.builtIn().all().stream().map(TagProfile::id).toList();
    }

    /** What is tried; the sensor in it is replaced by that of the profile. */
    public ReadOnlyObjectProperty<QuantizationSettings> settingsProperty() {
        return settings;
    }

    /** The layer that {@link #change} changes, or null for all. */
    public ObjectProperty<@Nullable LayerName> scopeProperty() {
        return scope;
    }

    /** The settings of the chosen layer, or of the GRU if all are chosen. */
    public LayerSettings layer() {
        LayerName name = scope.get();
        return settings.get().layer(name == null ? LayerName.GRU : name);
    }

    /** Changes the chosen layer or all of them, and tries that. */
    public void change(UnaryOperator<LayerSettings> change) {
        LayerName name = scope.get();
        var now = settings.get();
        settings.set(name == null ? now.withAll(change) : now.with(name, change));
    }

    /** Tries other settings altogether. */
    public void use(QuantizationSettings others) {
        settings.set(others);
    }

    /** Student and windows; null while they are read. */
    public ReadOnlyObjectProperty<@Nullable QuantizationBench> benchProperty() {
        return bench.getReadOnlyProperty();
    }

    /** The newest answers; the older ones stay until these are there. */
    public ReadOnlyObjectProperty<@Nullable QuantizationTrial> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    /** A look inside the newest trial, null until it is there. */
    public ReadOnlyObjectProperty<@Nullable QuantizationFindings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    /** What other settings are worth; null until asked for. */
    public ReadOnlyObjectProperty<@Nullable QuantizationAdvice> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** The edge whose report is shown. */
    public ObjectProperty<EdgeName> edgeProperty() {
        return edge;
    }

    /** The column of time whose report is shown, or {@link #ALL_STEPS}. */
    ObjectProperty<Integer> stepProperty() {
        return step;
    }

    public ReadOnlyBooleanProperty adviceRunningProperty() {
        return adviceRunning.getReadOnlyProperty();
    }

    /** Whether a model is being kept or exported. */
    public ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /** What was kept or exported last, for people. */
    public ReadOnlyObjectProperty<String> toldProperty() {
        return told.getReadOnlyProperty();
    }

    CostViewModel cost() {
        return cost;
    }

    /** Says whether anybody looks: a student is read when its page is first seen, not when a study opens. */
    public void show(boolean seen) {
        shown = seen;
        loadIfShown();
    }

    private void loadIfShown() {
        var run = student.get();
        if (run == null || (shown && !Objects.equals(run, loaded))) {
            loaded = run;
            load(run);
        }
    }

    private void load(@Nullable RunManifest run) {
        loading.cancel();
        trying.cancel();
        looking.cancel();
        advising.cancel();
        bench.set(null);
        trial.set(null);
        findings.set(null);
        advice.set(null);
        adviceRunning.set(false);
        told.set("");
        var project = study.projectProperty().get();
        if (run == null || project == null) {
            return;
        }
        loading.<QuantizationBench>start(
                Texts.of("quantize.loading", run.id()),
                monitor -> new Workflow(project).bench(run.id(), monitor),
                state -> {
                    if (state instanceof JobState.Succeeded<QuantizationBench>(QuantizationBench read)) {
                        bench.set(read);
                        tryOut();
                    } else if (state instanceof JobState.Failed<QuantizationBench>(Throwable cause)) {
                        problems.accept(cause);
                    }
                });
    }

    private void tryOut() {
        var given = bench.get();
        if (given == null) {
            return;
        }
        var wanted = wanted();
        looking.cancel();
        advising.cancel();
        adviceRunning.set(false);
        advice.set(null);
        trying.<QuantizationTrial>start(
                Texts.of("quantize.trying"),
                monitor -> QuantizationTrial.of(given, wanted, monitor),
                state -> tried(given, state));
    }

    private QuantizationSettings wanted() {
        return settings.get().withSensor(QuantizationBench.sensor(chosenProfile()));
    }

    private TagProfile chosenProfile() {
        return TagProfiles.builtIn().named(profile.get());
    }

    private void tried(QuantizationBench given, JobState<QuantizationTrial> state) {
        if (state instanceof JobState.Failed<QuantizationTrial>(Throwable cause)) {
            problems.accept(cause);
        }
        if (state instanceof JobState.Succeeded<QuantizationTrial>(QuantizationTrial done)) {
            findings.set(null);
            trial.set(done);
            showCost(done);
            look(given, done);
        }
    }

    private void showCost(QuantizationTrial done) {
        double strideSeconds =
                done.graph().windows().strideSamples() / done.graph().rate().hertz();
        var tag = chosenProfile();
        var layout = WeightLayout.forCore(tag.mcu().core());
        cost.show(NetworkSize.of(done.graph(), layout), strideSeconds, tag);
    }

    private void look(QuantizationBench given, QuantizationTrial done) {
        looking.<QuantizationFindings>start(
                Texts.of("quantize.looking"), monitor -> QuantizationFindings.of(given, done, monitor), state -> {
                    if (state instanceof JobState.Succeeded<QuantizationFindings>(QuantizationFindings found)) {
                        findings.set(found);
                    } else if (state instanceof JobState.Failed<QuantizationFindings>(Throwable cause)) {
                        problems.accept(cause);
                    }
                });
    }

    /** Measures what other settings would be worth. */
    public void advise() {
        var given = bench.get();
        if (given == null) {
            return;
        }
        var now = wanted();
        advising.<QuantizationAdvice>start(
                Texts.of("quantize.advising"),
                monitor -> QuantizationAdvice.of(given, now, ADVICE_WINDOWS, monitor),
                state -> {
                    adviceRunning.set(state instanceof JobState.Running<QuantizationAdvice>);
                    if (state instanceof JobState.Succeeded<QuantizationAdvice>(QuantizationAdvice found)) {
                        advice.set(found);
                    } else if (state instanceof JobState.Failed<QuantizationAdvice>(Throwable cause)) {
                        problems.accept(cause);
                    }
                });
    }

    /** Whether a tag can carry what is shown, and it is what is chosen. */
    public boolean canKeep() {
        var shownNow = trial.get();
        return shownNow != null
                && shownNow.settings().equals(wanted())
                && shownNow.graph().isCarriedByBlob();
    }

    /** Keeps the model that is shown as a run of the study, ready for tags. */
    public void keep() {
        save(
                "quantize.job",
                (workflow, step, monitor) -> Texts.of(
                        "quantize.kept", workflow.run(step, monitor).manifest().id()));
    }

    /** Keeps the model that is shown, and writes bundle, blob and signed image into a new folder inside {@code parent}. */
    public void export(Path parent) {
        var key = signingKey.get();
        var tag = profile.get();
        save("quantize.exporting", (workflow, step, monitor) -> {
            var run = workflow.run(step, monitor.part(0, 0.8)).manifest().id();
            monitor.progress(0.8, Texts.of("quantize.exporting.files"));
            Exported done = workflow.run(new ExportStep(run, parent.resolve(run), tag, key), monitor.part(0.8, 1));
            return Texts.of("quantize.exported", done.folder(), done.imageBytes());
        });
    }

    /** Writes all tables, and the pictures given, into a new folder inside {@code parent}. */
    public void saveTables(Path parent, Map<String, byte[]> pictures) {
        var given = bench.get();
        var done = trial.get();
        var found = findings.get();
        if (given == null || done == null || found == null || saving.get()) {
            return;
        }
        var folder = parent.resolve(given.run().id() + "-" + TABLES);
        jobs.background()
                .<String>start(
                        Texts.of("quantize.tables.saving"),
                        _ -> {
                            QuantizationTables.write(folder, QuantizationTables.of(given, done, found), pictures);
                            return Texts.of("quantize.tables.saved", folder);
                        },
                        this::saved);
    }

    private interface Saving {
        String run(Workflow workflow, QuantizeStep step, JobMonitor monitor);
    }

    private void save(String title, Saving work) {
        var run = student.get();
        if (run == null || saving.get() || !canKeep()) {
            return;
        }
        var step = new QuantizeStep(run.id(), wanted(), profile.get());
        study.project()
                .ifPresent(project -> jobs.background()
                        .<String>start(
                                Texts.of(title, run.id()),
                                monitor -> work.run(new Workflow(project), step, monitor),
                                this::saved));
    }

    private void saved(JobState<String> state) {
        saving.set(state instanceof JobState.Running<String>);
        if (state instanceof JobState.Failed<String>(Throwable cause)) {
            problems.accept(cause);
        }
        if (state instanceof JobState.Succeeded<String>(String text)) {
            told.set(text);
            study.refresh();
        }
    }

    /** Name of a session, for people. */
    public String sessionName(String id) {
        return study.sessions().stream()
                .map(row -> row.session())
                .filter(session -> session.id().equals(id))
                .map(session -> session.name())
                .findFirst()
                .orElse(id);
    }

    /** Shows a window in its trace. */
    public void open(JudgedWindow window) {
        openWindow.accept(window.session(), window.range());
    }
}
