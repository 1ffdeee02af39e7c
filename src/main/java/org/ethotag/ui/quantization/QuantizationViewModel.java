package org.ethotag.ui.quantization;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
import org.ethotag.flash.TagProfile;
import org.ethotag.flash.TagProfiles;
import org.ethotag.job.JobState;
import org.ethotag.project.RunManifest;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.LayerTable;
import org.ethotag.workflow.QuantizeStep;
import org.ethotag.workflow.QuantizedRun;
import org.ethotag.workflow.RunKind;
import org.ethotag.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** Turning students into integers, and what it cost. FX thread only. */
public final class QuantizationViewModel {
    private static final int WEIGHT_BITS = 16;

    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final BiConsumer<String, SampleRange> openWindow;
    private final LatestWins loading;
    private final ObservableList<RunManifest> students = FXCollections.observableArrayList();
    private final ObservableList<RunManifest> quantized = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RunManifest> student = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable RunManifest> shown = new SimpleObjectProperty<>();
    private final StringProperty profile = new SimpleStringProperty("virtual");
    private final ReadOnlyObjectWrapper<@Nullable LayerTable> table = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

    /** @param openWindow shows samples of a session, by its id, in the trace */
    public QuantizationViewModel(
            Jobs jobs, StudyViewModel study, Consumer<Throwable> problems, BiConsumer<String, SampleRange> openWindow) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
        this.openWindow = openWindow;
        loading = new LatestWins(jobs.quiet());
        study.runs().subscribe(this::takeRuns);
        shown.subscribe(this::load);
    }

    private void takeRuns() {
        take(students, RunKind.STUDENT, student);
        take(quantized, RunKind.QUANTIZED, shown);
    }

    private void take(ObservableList<RunManifest> list, RunKind kind, ObjectProperty<@Nullable RunManifest> chosen) {
        var of = study.runs().reversed().stream()
                .filter(run -> run.kind().equals(kind.id()))
                .toList();
        if (!list.equals(of)) {
            list.setAll(of);
            chosen.set(of.isEmpty() ? null : of.getFirst());
        }
    }

    /** Runs with students, newest first. */
    public ObservableList<RunManifest> students() {
        return students;
    }

    /** Runs with integers, newest first. */
    public ObservableList<RunManifest> quantized() {
        return quantized;
    }

    /** The student that the button takes. */
    public ObjectProperty<@Nullable RunManifest> studentProperty() {
        return student;
    }

    /** The integers that the page shows. */
    public ObjectProperty<@Nullable RunManifest> shownProperty() {
        return shown;
    }

    /** Id of the kind of tag whose sensor the model will read. */
    public StringProperty profileProperty() {
        return profile;
    }

    /** Ids of the kinds of tags. */
    public List<String> profiles() {
        return TagProfiles.builtIn().all().stream().map(TagProfile::id).toList();
    }

    /** What fixed point cost in the run that is shown. */
    public ReadOnlyObjectProperty<@Nullable LayerTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Turns the chosen student into integers with 16-bit weights. */
    public void quantize() {
        RunManifest chosen = student.get();
        if (chosen == null || running.get()) {
            return;
        }
        var step = new QuantizeStep(chosen.id(), WEIGHT_BITS, profile.get());
        study.project()
                .ifPresent(project -> jobs.background()
                        .<QuantizedRun>start(
                                Texts.of("quantize.job", chosen.id()),
                                monitor -> new Workflow(project).run(step, monitor),
                                this::told));
    }

    private void told(JobState<QuantizedRun> state) {
        running.set(state instanceof JobState.Running<QuantizedRun>);
        if (state instanceof JobState.Failed<QuantizedRun>(Throwable cause)) {
            problems.accept(cause);
        }
        if (state instanceof JobState.Succeeded<QuantizedRun>) {
            study.refresh();
        }
    }

    private void load(@Nullable RunManifest run) {
        loading.cancel();
        table.set(null);
        var project = study.projectProperty().get();
        if (run == null || project == null) {
            return;
        }
        loading.<LayerTable>start(run.id(), _ -> new Workflow(project).layers(run.id()), state -> {
            switch (state) {
                case JobState.Succeeded<LayerTable>(LayerTable layers) -> table.set(layers);
                case JobState.Failed<LayerTable>(Throwable cause) -> problems.accept(cause);
                case JobState.Idle<LayerTable> _, JobState.Running<LayerTable> _, JobState.Cancelled<LayerTable> _ -> {}
            }
        });
    }

    /** Shows a window whose class changed in its trace. */
    public void open(LayerTable.Flip flip) {
        openWindow.accept(flip.session(), flip.range());
    }
}
