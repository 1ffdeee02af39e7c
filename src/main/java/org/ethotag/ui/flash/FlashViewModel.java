package org.ethotag.ui.flash;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.ethotag.export.Passphrase;
import org.ethotag.flash.FlashReceipt;
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
    private static final Duration BETWEEN_WINDOWS = Duration.ofSeconds(1);
    private static final int MOST_WINDOWS = 8;

    private final Jobs jobs;
    private final StudyViewModel study;
    private final TagBench bench;
    private final Consumer<Throwable> problems;
    private final TagShelf shelf;
    private final ResultSounds sounds;
    private final RollCallViewModel rollCall;
    private final TimeLeft timeLeft = new TimeLeft(System::nanoTime);
    private final ObjectProperty<@Nullable TagCard> tag = new SimpleObjectProperty<>();
    private final ObservableList<RunManifest> models = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RunManifest> model = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<JobState<FlashReceipt>> state =
            new ReadOnlyObjectWrapper<>(new JobState.Idle<>());
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ObservableList<FlashRecord> receipts = FXCollections.observableArrayList();
    private final ObservableList<LiveWindow> live = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Throwable> liveTrouble = new ReadOnlyObjectWrapper<>();
    private final KeyPrompt key = new KeyPrompt(this::flash);
    private JobHandle flashing = () -> {};
    private JobHandle living = () -> {};

    /** @param player plays a sound and waits for its end */
    public FlashViewModel(
            Jobs jobs,
            StudyViewModel study,
            TagBench bench,
            Consumer<Throwable> problems,
            Consumer<ResultSound> player) {
        this.jobs = jobs;
        this.study = study;
        this.bench = bench;
        this.problems = problems;
        shelf = new TagShelf(jobs, study, bench, problems);
        sounds = new ResultSounds(jobs, player);
        rollCall = new RollCallViewModel(jobs, study, bench, model, sounds, this::rollCallChanged);
        tag.set(shelf.cards().getFirst());
        shelf.cards().addListener((ListChangeListener<TagCard>) _ -> keepChoice());
        tag.subscribe((before, now) -> {
            if (before == null || now == null || !before.choice().equals(now.choice())) {
                stopLive();
            }
        });
        study.projectProperty().subscribe(this::fresh);
        study.runs().subscribe(this::takeRuns);
    }

    private void fresh() {
        if (!running()) {
            state.set(new JobState.Idle<>());
        }
        stopLive();
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

    /** What is known of the chosen place may have changed; a tag that came takes the place of the emulated one. */
    private void keepChoice() {
        TagCard chosen = tag.get();
        var cards = shelf.cards();
        var same = cards.stream()
                .filter(card -> chosen != null && card.choice().equals(chosen.choice()))
                .findFirst();
        boolean practising = chosen == null || chosen.choice() instanceof TagChoice.Virtual;
        Optional<TagCard> plugged = cards.stream()
                .filter(card -> card.choice() instanceof TagChoice.Plugged)
                .findFirst();
        if (!running() && practising && plugged.isPresent()) {
            tag.set(plugged.get());
        } else {
            tag.set(same.orElse(cards.getFirst()));
        }
    }

    /** The emulated tag, then what is plugged in. */
    public ObservableList<TagCard> tags() {
        return shelf.cards();
    }

    /** The tag that the button flashes. */
    public ObjectProperty<@Nullable TagCard> tagProperty() {
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

    /** How long it will take, in words, or empty. */
    public ReadOnlyStringProperty timeLeftProperty() {
        return left.getReadOnlyProperty();
    }

    /** What came of the last small errand: clock, blink. */
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** What was flashed in this study, newest first. */
    public ObservableList<FlashRecord> receipts() {
        return receipts;
    }

    /** The newest windows that the tag classified, newest first, while somebody looks. */
    public ObservableList<LiveWindow> live() {
        return live;
    }

    /** Why there are no live windows, or null. */
    public ReadOnlyObjectProperty<@Nullable Throwable> liveTroubleProperty() {
        return liveTrouble.getReadOnlyProperty();
    }

    /** Whether results are heard. */
    public ResultSounds sounds() {
        return sounds;
    }

    /** The list of tags. */
    public RollCallViewModel rollCall() {
        return rollCall;
    }

    /** Whether a tag is being flashed. */
    public boolean running() {
        return state.get() instanceof JobState.Running<FlashReceipt>;
    }

    /** What is due for the chosen tag with the chosen model, in words. */
    public String due() {
        TagCard card = tag.get();
        RunManifest run = model.get();
        if (card == null || run == null) {
            return "";
        }
        return switch (card.state()) {
            case ASKING, TROUBLED -> "";
            case ON_TRIAL -> Texts.of("flash.due.trial");
            case RECOVERY -> Texts.of("flash.due.recovery");
            case KNOWN, PLAIN ->
                card.model().equals(QuantizedRun.modelId(run))
                        ? Texts.of("flash.due.nothing")
                        : card.model().isEmpty()
                                ? Texts.of("flash.due.first", run.id())
                                : Texts.of("flash.due.model", run.id());
        };
    }

    /** Looks for tags every second from now on. */
    public void watch() {
        if (!rollCall.running()) {
            shelf.watch();
        }
    }

    /** Looks no more. */
    public void unwatch() {
        shelf.unwatch();
        stopLive();
    }

    /** A roll call has the ports for itself. */
    private void rollCallChanged(boolean started) {
        if (started) {
            unwatch();
        } else {
            shelf.watch();
            readReceipts();
        }
    }

    /** Asks for the signing key's passphrase when flashing needs it. */
    public KeyPrompt key() {
        return key;
    }

    /** Puts the chosen model onto the chosen tag. */
    public void flash() {
        flash(Passphrase.none());
    }

    private void flash(Passphrase passphrase) {
        TagCard target = tag.get();
        RunManifest run = model.get();
        if (target == null || run == null || !target.ready() || running() || rollCall.running()) {
            passphrase.close();
            return;
        }
        stopLive();
        timeLeft.restart();
        study.project().ifPresent(project -> {
            shelf.flashing(target.choice());
            flashing = jobs.background()
                    .<FlashReceipt>start(
                            Texts.of("flash.job", run.id()),
                            monitor -> bench.flash(
                                    project,
                                    run.id(),
                                    target.choice(),
                                    target.serial(),
                                    target.animal(),
                                    passphrase,
                                    monitor),
                            next -> {
                                if (!(next instanceof JobState.Running<FlashReceipt>)) {
                                    passphrase.close();
                                }
                                told(target.choice(), next);
                            });
        });
    }

    private void told(TagChoice choice, JobState<FlashReceipt> next) {
        boolean unasked = next instanceof JobState.Failed<FlashReceipt>(Throwable locked) && KeyPrompt.unasked(locked);
        state.set(unasked ? new JobState.Idle<>() : next);
        left.set(
                next instanceof JobState.Running<FlashReceipt>(double fraction, String _)
                        ? timeLeft.at(fraction)
                                .map(rest -> Texts.of("flash.left", Math.max(1, rest.toSeconds())))
                                .orElse("")
                        : "");
        if (next instanceof JobState.Succeeded<FlashReceipt>(FlashReceipt receipt)) {
            sounds.play(receipt.verified());
        } else if (next instanceof JobState.Failed<FlashReceipt>(Throwable cause)) {
            key.askAfter(cause);
            if (!key.openProperty().get()) {
                sounds.play(false);
            }
        }
        if (!(next instanceof JobState.Running<FlashReceipt>)) {
            shelf.flashed(choice);
            readReceipts();
        }
    }

    /** Asks the flashing to stop; past the point of no return it goes on to a safe end. */
    public void cancel() {
        flashing.cancel();
    }

    /** Sets the chosen tag's clock to this computer's. */
    public void setClock() {
        errand(card -> bench.setClock(card.choice()), "flash.clock");
    }

    /** Makes the chosen tag blink. */
    public void blink() {
        errand(card -> bench.blink(card.choice()), "flash.blink");
    }

    private interface Errand {
        boolean run(TagCard card);
    }

    private void errand(Errand errand, String text) {
        TagCard card = tag.get();
        if (card == null || !card.ready() || running()) {
            return;
        }
        jobs.quiet().<Boolean>start("errand", _ -> errand.run(card), done -> {
            if (done instanceof JobState.Succeeded<Boolean>(Boolean could)) {
                said.set(Texts.of(text + (could ? ".done" : ".not"), card.title()));
            } else if (done instanceof JobState.Failed<Boolean>(Throwable cause)) {
                problems.accept(cause);
            }
        });
    }

    /** Shows what the tag makes of its windows from now on, each beside this computer's answer. */
    public void startLive() {
        TagCard card = tag.get();
        RunManifest run = model.get();
        stopLive();
        if (card == null || run == null || !card.ready() || running()) {
            return;
        }
        study.project()
                .ifPresent(project -> living = jobs.every(
                        BETWEEN_WINDOWS, "live", _ -> bench.live(project, run.id(), card.choice()), this::heard));
    }

    private void heard(JobState<Optional<LiveWindow>> answer) {
        if (answer instanceof JobState.Succeeded<Optional<LiveWindow>>(Optional<LiveWindow> window)) {
            liveTrouble.set(null);
            window.ifPresent(this::show);
        } else if (answer instanceof JobState.Failed<Optional<LiveWindow>>(Throwable cause)) {
            living.cancel();
            liveTrouble.set(cause);
        }
    }

    private void show(LiveWindow window) {
        if (live.isEmpty()
                || live.getFirst().compared().from() != window.compared().from()) {
            live.addFirst(window);
        }
        if (live.size() > MOST_WINDOWS) {
            live.removeLast();
        }
    }

    /** Looks no more at single windows. */
    public void stopLive() {
        living.cancel();
        live.clear();
        liveTrouble.set(null);
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
