package org.ethotag.ui.flash;

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
import org.ethotag.export.image.Passphrase;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.job.JobHandle;
import org.ethotag.job.JobState;
import org.ethotag.project.FlashRecord;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.QuantizedRun;
import org.ethotag.workflow.run.RunKind;
import org.jspecify.annotations.Nullable;

/** Tags, models, and one button. FX thread only. */
public final class FlashViewModel {
    private final Jobs jobs;
    private final StudyViewModel study;
    private final TagBench bench;
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
    private final TagErrands errands;
    private final FlashHistory history;
    private final LiveViewModel live;
    private final KeyPrompt key = new KeyPrompt(this::flash);
    private JobHandle flashing = () -> {};

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
        history = new FlashHistory(jobs, study, problems);
        errands = new TagErrands(jobs, bench, problems, this::running);
        live = new LiveViewModel(jobs, study, bench);
        shelf = new TagShelf(jobs, study, bench, problems);
        sounds = new ResultSounds(jobs, player);
        rollCall = new RollCallViewModel(
                jobs, study, bench, model, sounds, new TagTables(jobs, problems), this::rollCallChanged);
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
        history.read();
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
        return errands.saidProperty();
    }

    /** What was flashed in this study, newest first. */
    public ObservableList<FlashRecord> receipts() {
        return history.records();
    }

    /** The same, to be saved. */
    public FlashHistory history() {
        return history;
    }

    /** What the chosen tag makes of its windows, while somebody looks. */
    public LiveViewModel live() {
        return live;
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
            history.read();
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
            history.read();
        }
    }

    /** Asks the flashing to stop; past the point of no return it goes on to a safe end. */
    public void cancel() {
        flashing.cancel();
    }

    /** Sets the chosen tag's clock to this computer's. */
    public void setClock() {
        Optional.ofNullable(tag.get()).ifPresent(errands::setClock);
    }

    /** Makes the chosen tag blink. */
    public void blink() {
        Optional.ofNullable(tag.get()).ifPresent(errands::blink);
    }

    /** Shows what the tag makes of its windows from now on, each beside this computer's answer. */
    public void startLive() {
        TagCard card = tag.get();
        RunManifest run = model.get();
        stopLive();
        if (card == null || run == null || !card.ready() || running()) {
            return;
        }
        live.start(card.choice(), run);
    }

    /** Looks no more at single windows. */
    public void stopLive() {
        live.stop();
    }
}
