package org.ethotag.ui.flash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.TagPort;
import org.ethotag.job.JobHandle;
import org.ethotag.job.JobState;
import org.ethotag.project.FlashRecord;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.QuantizedRun;
import org.ethotag.workflow.RunKind;
import org.jspecify.annotations.Nullable;

/** Tags, models, and one button. FX thread only. */
public final class FlashViewModel {
    /** The system does not tell when something is plugged in. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Jobs jobs;
    private final StudyViewModel study;
    private final TagBench bench;
    private final Consumer<Throwable> problems;
    private final ObservableList<TagChoice> tags = FXCollections.observableArrayList(new TagChoice.Virtual());
    private final ObjectProperty<@Nullable TagChoice> tag = new SimpleObjectProperty<>(tags.getFirst());
    private final ObservableList<RunManifest> models = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RunManifest> model = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<JobState<FlashReceipt>> state =
            new ReadOnlyObjectWrapper<>(new JobState.Idle<>());
    private final ObservableList<FlashRecord> receipts = FXCollections.observableArrayList();
    private JobHandle watching = () -> {};
    private JobHandle flashing = () -> {};

    public FlashViewModel(Jobs jobs, StudyViewModel study, TagBench bench, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.bench = bench;
        this.problems = problems;
        study.projectProperty().subscribe(this::fresh);
        study.runs().subscribe(this::takeRuns);
    }

    private void fresh() {
        if (!running()) {
            state.set(new JobState.Idle<>());
        }
        readReceipts();
    }

    private void takeRuns() {
        var quantized = study.runs().reversed().stream()
                .filter(run -> run.kind().equals(RunKind.QUANTIZED.id()))
                .filter(QuantizedRun::canBeExported)
                .toList();
        if (!models.equals(quantized)) {
            models.setAll(quantized);
            model.set(quantized.isEmpty() ? null : quantized.getFirst());
        }
    }

    /** The emulated tag, then what is plugged in. */
    public ObservableList<TagChoice> tags() {
        return tags;
    }

    /** The tag that the button flashes. */
    public ObjectProperty<@Nullable TagChoice> tagProperty() {
        return tag;
    }

    /** Quantized runs, newest first. */
    public ObservableList<RunManifest> models() {
        return models;
    }

    /** The model that the button flashes. */
    public ObjectProperty<@Nullable RunManifest> modelProperty() {
        return model;
    }

    public ReadOnlyObjectProperty<JobState<FlashReceipt>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What was flashed in this study, newest first. */
    public ObservableList<FlashRecord> receipts() {
        return receipts;
    }

    /** Whether a tag is being flashed. */
    public boolean running() {
        return state.get() instanceof JobState.Running<FlashReceipt>;
    }

    /** Looks for tags every second from now on. */
    public void watch() {
        watching.cancel();
        watching = jobs.every(BETWEEN_LOOKS, "tags", _ -> bench.ports(), this::seen);
    }

    /** Looks no more. */
    public void unwatch() {
        watching.cancel();
    }

    private void seen(JobState<List<TagPort>> look) {
        switch (look) {
            case JobState.Succeeded<List<TagPort>>(List<TagPort> ports) -> take(ports);
            case JobState.Failed<List<TagPort>>(Throwable cause) -> {
                unwatch();
                problems.accept(cause);
            }
            case JobState.Idle<List<TagPort>> _,
                    JobState.Running<List<TagPort>> _,
                    JobState.Cancelled<List<TagPort>> _ -> {}
        }
    }

    private void take(List<TagPort> ports) {
        var now = new ArrayList<TagChoice>();
        now.add(new TagChoice.Virtual());
        ports.forEach(port -> now.add(new TagChoice.Plugged(port)));
        if (!tags.equals(now)) {
            TagChoice chosen = tag.get();
            tags.setAll(now);
            tag.set(chosen != null && now.contains(chosen) ? chosen : now.getFirst());
        }
    }

    /** Puts the chosen model onto the chosen tag. */
    public void flash() {
        TagChoice target = tag.get();
        RunManifest run = model.get();
        if (target == null || run == null || running()) {
            return;
        }
        study.project()
                .ifPresent(project -> flashing = jobs.background()
                        .<FlashReceipt>start(
                                Texts.of("flash.job", run.id()),
                                monitor -> bench.flash(project, run.id(), target, monitor),
                                this::told));
    }

    private void told(JobState<FlashReceipt> next) {
        state.set(next);
        if (!(next instanceof JobState.Running<FlashReceipt>)) {
            readReceipts();
        }
    }

    /** Asks the flashing to stop; past the point of no return it goes on to a safe end. */
    public void cancel() {
        flashing.cancel();
    }

    private void readReceipts() {
        Project project = study.projectProperty().get();
        if (project == null) {
            receipts.clear();
            return;
        }
        jobs.quiet()
                .<List<FlashRecord>>start(
                        "receipts", _ -> List.copyOf(project.receipts().reversed()), read -> {
                            if (read instanceof JobState.Succeeded<List<FlashRecord>>(List<FlashRecord> found)) {
                                receipts.setAll(found);
                            } else if (read instanceof JobState.Failed<List<FlashRecord>>(Throwable cause)) {
                                problems.accept(cause);
                            }
                        });
    }
}
