package org.ethotag.ui.flash;

import java.nio.file.Path;
import java.util.HashMap;
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
import org.ethotag.export.image.Passphrase;
import org.ethotag.flash.rollcall.RollCallBoard;
import org.ethotag.flash.rollcall.RollCallList;
import org.ethotag.flash.rollcall.RollCallRow;
import org.ethotag.flash.rollcall.RollCallState;
import org.ethotag.flash.rollcall.RollCallVisitor;
import org.ethotag.job.JobHandle;
import org.ethotag.job.JobState;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.jspecify.annotations.Nullable;

/** A list of tags that flash themselves as they are plugged in. FX thread only. */
public final class RollCallViewModel {
    private final Jobs jobs;
    private final StudyViewModel study;
    private final TagBench bench;
    private final ReadOnlyObjectProperty<@Nullable RunManifest> model;
    private final ResultSounds sounds;
    private final TagTables tables;
    private final Consumer<Boolean> changed;
    private final ObjectProperty<@Nullable Path> list = new SimpleObjectProperty<>();
    private final BooleanProperty practice = new SimpleBooleanProperty();
    private final ObservableList<RollCallRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RollCallVisitor> visitors = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<RollCallBoard> board =
            new ReadOnlyObjectWrapper<>(new RollCallBoard(List.of(), List.of()));
    private final ReadOnlyObjectWrapper<JobState<RollCallBoard>> state =
            new ReadOnlyObjectWrapper<>(new JobState.Idle<>());
    private final Map<String, RollCallState> heard = new HashMap<>();
    private final KeyPrompt key = new KeyPrompt(this::start);
    private JobHandle calling = () -> {};

    /** @param changed is told true when a roll call begins, false when it has ended */
    RollCallViewModel(
            Jobs jobs,
            StudyViewModel study,
            TagBench bench,
            ReadOnlyObjectProperty<@Nullable RunManifest> model,
            ResultSounds sounds,
            TagTables tables,
            Consumer<Boolean> changed) {
        this.jobs = jobs;
        this.study = study;
        this.bench = bench;
        this.model = model;
        this.sounds = sounds;
        this.tables = tables;
        this.changed = changed;
    }

    /** The file with animals and tags, or null. */
    public ReadOnlyObjectProperty<@Nullable Path> listProperty() {
        return list;
    }

    /** Whether every tag of the list is emulated on this computer. */
    public BooleanProperty practiceProperty() {
        return practice;
    }

    /** The list, each tag with its state. */
    public ObservableList<RollCallRow> rows() {
        return rows;
    }

    /** What is plugged in and left alone. */
    public ObservableList<RollCallVisitor> visitors() {
        return visitors;
    }

    /** All of it at one moment. */
    public ReadOnlyObjectProperty<RollCallBoard> boardProperty() {
        return board.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<JobState<RollCallBoard>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What came of saving the list with its results. */
    public TagTables tables() {
        return tables;
    }

    /** Writes the list with its results for a spreadsheet program. */
    public void save(Path file) {
        tables.save(file, board.get()::csv);
    }

    /** Whether tags are being served. */
    public boolean running() {
        return state.get() instanceof JobState.Running<RollCallBoard>;
    }

    /** Chooses a list and shows it. */
    public void choose(Path file) {
        if (running()) {
            return;
        }
        jobs.quiet().<RollCallList>start("list", _ -> RollCallList.read(file), read -> {
            if (read instanceof JobState.Succeeded<RollCallList>(RollCallList found)) {
                list.set(file);
                state.set(new JobState.Idle<>());
                heard.clear();
                show(RollCallBoard.due(found));
            } else if (read instanceof JobState.Failed<RollCallList>(Throwable cause)) {
                state.set(new JobState.Failed<>(cause));
            }
        });
    }

    /** Serves every tag that is plugged in from now on. */
    public void start() {
        start(Passphrase.none());
    }

    /** Asks for the signing key's passphrase when a roll call needs it. */
    public KeyPrompt key() {
        return key;
    }

    private void start(Passphrase passphrase) {
        Path file = list.get();
        RunManifest run = model.get();
        if (file == null || run == null || running()) {
            passphrase.close();
            return;
        }
        study.project().ifPresent(project -> {
            heard.clear();
            Consumer<RollCallBoard> watcher = jobs.relay(this::show);
            boolean emulated = practice.get();
            changed.accept(true);
            calling = jobs.background()
                    .<RollCallBoard>start(
                            Texts.of("roll.job"),
                            monitor -> bench.rollCall(project, run.id(), file, emulated, passphrase, watcher, monitor),
                            next -> {
                                if (!(next instanceof JobState.Running<RollCallBoard>)) {
                                    passphrase.close();
                                }
                                told(next);
                            });
        });
    }

    /** Asks it to end; tags at work come to a safe end first. */
    public void stop() {
        calling.cancel();
    }

    private void told(JobState<RollCallBoard> next) {
        boolean unasked = next instanceof JobState.Failed<RollCallBoard>(Throwable locked) && KeyPrompt.unasked(locked);
        state.set(unasked ? new JobState.Idle<>() : next);
        if (next instanceof JobState.Failed<RollCallBoard>(Throwable cause)) {
            key.askAfter(cause);
        }
        if (next instanceof JobState.Succeeded<RollCallBoard>(RollCallBoard last)) {
            show(last);
        }
        if (!(next instanceof JobState.Running<RollCallBoard>)) {
            changed.accept(false);
        }
    }

    private void show(RollCallBoard now) {
        board.set(now);
        for (int i = 0; i < now.rows().size(); i++) {
            if (i >= rows.size()) {
                rows.add(now.rows().get(i));
            } else if (!rows.get(i).equals(now.rows().get(i))) {
                rows.set(i, now.rows().get(i));
            }
        }
        rows.remove(now.rows().size(), rows.size());
        if (!visitors.equals(now.visitors())) {
            visitors.setAll(now.visitors());
        }
        now.rows().forEach(this::hear);
    }

    /** One sound per tag that came to an end; those of an earlier day are silent. */
    private void hear(RollCallRow row) {
        var before = heard.put(row.entry().tag(), row.state());
        boolean worked = before == RollCallState.WORKING;
        if (worked && (row.state() == RollCallState.VERIFIED || row.state().failed())) {
            sounds.play(row.state() == RollCallState.VERIFIED);
        }
    }
}
