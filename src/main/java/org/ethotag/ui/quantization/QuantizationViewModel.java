package org.ethotag.ui.quantization;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.ethotag.export.WeightLayout;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.cost.NetworkSize;
import org.ethotag.job.JobState;
import org.ethotag.project.RunManifest;
import org.ethotag.quantization.EdgeName;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.QuantizationBench;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.quantization.QuantizationAdvice;
import org.ethotag.workflow.quantization.QuantizationFindings;
import org.ethotag.workflow.quantization.QuantizationTrial;
import org.ethotag.workflow.quantization.QuantizationTrial.JudgedWindow;
import org.jspecify.annotations.Nullable;

/**
 * Trying out integers on a student: every change of the settings starts a new trial in place of the one that may still be
 * running, then a look inside it. FX thread only.
 */
public final class QuantizationViewModel {
    /** Enough for half a point; twenty-seven alternatives then take seconds. */
    private static final int ADVICE_WINDOWS = 1_000;

    /** Stands for all columns of time together. */
    static final int ALL_STEPS = -1;

    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final BiConsumer<String, SampleRange> openWindow;
    private final LatestWins loading;
    private final LatestWins trying;
    private final LatestWins looking;
    private final LatestWins advising;
    private final QuantizationChoice choice;
    private final QuantizationSaving saving;
    private final CostViewModel cost = new CostViewModel();
    private final ReadOnlyObjectWrapper<@Nullable QuantizationBench> bench = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable QuantizationTrial> trial = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable QuantizationFindings> findings = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable QuantizationAdvice> advice = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<EdgeName> edge = new SimpleObjectProperty<>(EdgeName.HIDDEN);
    private final ObjectProperty<Integer> step = new SimpleObjectProperty<>(ALL_STEPS);
    private final ReadOnlyBooleanWrapper adviceRunning = new ReadOnlyBooleanWrapper();
    private boolean shown;
    private @Nullable RunManifest loaded;

    /**
     * @param openWindow shows samples of a session, by its id, in the trace
     * @param kinds of tags that are known, the user's own among them; asked on a worker thread
     * @param signingKey where the key lies that exported images are signed with
     */
    public QuantizationViewModel(
            Jobs jobs,
            StudyViewModel study,
            Consumer<Throwable> problems,
            BiConsumer<String, SampleRange> openWindow,
            Supplier<TagProfiles> kinds,
            Supplier<Path> signingKey) {
        this.study = study;
        this.problems = problems;
        this.openWindow = openWindow;
        choice = new QuantizationChoice(study);
        jobs.quiet().<TagProfiles>start("kinds", _ -> kinds.get(), known -> {
            if (known instanceof JobState.Succeeded<TagProfiles>(TagProfiles found)) {
                choice.know(found);
            } else if (known instanceof JobState.Failed<TagProfiles>(Throwable cause)) {
                problems.accept(cause);
            }
        });
        saving = new QuantizationSaving(jobs, study, problems, signingKey);
        loading = new LatestWins(jobs.background());
        trying = new LatestWins(jobs.quiet());
        looking = new LatestWins(jobs.background());
        advising = new LatestWins(jobs.background());
        choice.studentProperty().subscribe(this::loadIfShown);
        choice.settingsProperty().subscribe(this::tryOut);
        choice.profileProperty().subscribe(this::tryOut);
    }

    /** What is to be tried. */
    QuantizationChoice choice() {
        return choice;
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

    /** What was kept or written last, and whether that goes on. */
    QuantizationSaving saving() {
        return saving;
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
        var run = choice.studentProperty().get();
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
        saving.forget();
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
        var wanted = choice.wanted();
        looking.cancel();
        advising.cancel();
        adviceRunning.set(false);
        advice.set(null);
        trying.<QuantizationTrial>start(
                Texts.of("quantize.trying"),
                monitor -> QuantizationTrial.of(given, wanted, monitor),
                state -> tried(given, state));
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
        var tag = choice.tag();
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
        var now = choice.wanted();
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
    boolean canKeep() {
        var shownNow = trial.get();
        return shownNow != null
                && shownNow.settings().equals(choice.wanted())
                && shownNow.graph().isCarriedByBlob();
    }

    /** Keeps the model that is shown as a run of the study, ready for tags. */
    void keep() {
        var run = choice.studentProperty().get();
        if (run != null && canKeep()) {
            saving.keep(run.id(), choice.wanted(), choice.profileProperty().get());
        }
    }

    /** Keeps the model that is shown, and writes bundle, blob and signed image into a new folder inside {@code parent}. */
    void export(Path parent) {
        var run = choice.studentProperty().get();
        if (run != null && canKeep()) {
            saving.export(run.id(), choice.wanted(), choice.profileProperty().get(), parent);
        }
    }

    /** Writes all tables, and the pictures given, into a new folder inside {@code parent}. */
    void saveTables(Path parent, Map<String, byte[]> pictures) {
        var given = bench.get();
        var done = trial.get();
        var found = findings.get();
        if (given != null && done != null && found != null) {
            saving.tables(given, done, found, parent, pictures);
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
