package org.ethotag.ui.ethogram;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ethotag.job.JobState;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Ethogram;
import org.ethotag.label.Palette;
import org.ethotag.project.BehaviourTouch;
import org.ethotag.project.BehaviourUse;
import org.ethotag.project.EthogramFile;
import org.ethotag.project.Project;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;

/** The behaviours of the open study, being edited; every change is saved at once. FX thread only. */
public final class EthogramViewModel {
    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final ReadOnlyObjectWrapper<Ethogram> ethogram = new ReadOnlyObjectWrapper<>(Ethogram.empty());
    private final ReadOnlyObjectWrapper<Map<String, Long>> bouts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper conflict = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final Deque<Ethogram> past = new ArrayDeque<>();
    private Runnable changed = () -> {};

    public EthogramViewModel(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
        study.projectProperty().subscribe(this::forget);
    }

    private void forget() {
        past.clear();
        undoable.set(false);
        conflict.set("");
        ethogram.set(Ethogram.empty());
        bouts.set(Map.of());
        refresh();
    }

    /** Calls back when behaviours or, with them, labels were changed here. */
    public void onChanged(Runnable listener) {
        changed = listener;
    }

    public ReadOnlyObjectProperty<Ethogram> ethogramProperty() {
        return ethogram.getReadOnlyProperty();
    }

    /** How many bouts have a code. */
    public ReadOnlyObjectProperty<Map<String, Long>> boutsProperty() {
        return bouts.getReadOnlyProperty();
    }

    /** Why the last change was refused, in one sentence; empty if it was not. */
    public ReadOnlyStringProperty conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    /** Whether {@link #undo} has something to take back. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Reads the behaviours again. */
    public void refresh() {
        work(Project::ethogram, _ -> {});
    }

    /** Puts a changed behaviour in the place of the one with that code; a conflict is told and changes nothing. */
    public void change(String code, Behaviour to) {
        var now = ethogram.get();
        var taken = now.behaviourForKey(to.key()).filter(other -> !other.code().equals(code));
        if (!to.key().isEmpty() && taken.isPresent()) {
            conflict.set(Texts.of("ethogram.key.taken", to.key(), taken.get().name()));
        } else if (!to.code().equals(code) && now.behaviour(to.code()).isPresent()) {
            conflict.set(Texts.of("ethogram.code.taken", to.code()));
        } else if (!to.code().equals(code) && bouts.get().getOrDefault(code, 0L) > 0) {
            conflict.set(Texts.of("ethogram.code.used", code));
        } else {
            set(now.replace(code, to));
        }
    }

    /** Adds a behaviour with a free colour and no key, and gives its code. */
    public String add() {
        var now = ethogram.get();
        int number = now.behaviours().size() + 1;
        while (now.behaviour("behaviour-" + number).isPresent()) {
            number++;
        }
        var code = "behaviour-" + number;
        var colour =
                Palette.next(now.behaviours().stream().map(Behaviour::colour).toList());
        set(now.with(new Behaviour(code, Texts.of("ethogram.new", number), colour, "", "", true)));
        return code;
    }

    /** Moves a behaviour up (below 0) or down the list; at its end it stays. */
    public void move(String code, int by) {
        set(ethogram.get().moved(code, by));
    }

    /** Takes back the last change that touched no label; labels have an undo of their own. */
    public void undo() {
        if (!past.isEmpty()) {
            var before = past.pop();
            undoable.set(!past.isEmpty());
            conflict.set("");
            write(project -> project.setEthogram(before));
        }
    }

    private void set(Ethogram after) {
        conflict.set("");
        if (!after.equals(ethogram.get())) {
            past.push(ethogram.get());
            undoable.set(true);
            write(project -> project.setEthogram(after));
        }
    }

    /** Asks what a merger or deletion would touch. */
    public void touch(String code, Consumer<BehaviourTouch> answer) {
        study.project()
                .ifPresent(project -> jobs.edits()
                        .<BehaviourTouch>start(Texts.of("ethogram.asking"), _ -> project.touch(code), state -> {
                            report(state);
                            if (state instanceof JobState.Succeeded<BehaviourTouch>(BehaviourTouch touch)) {
                                answer.accept(touch);
                            }
                        }));
    }

    /** Erases every bout of a behaviour and takes it away. */
    public void delete(String code) {
        if (bouts.get().getOrDefault(code, 0L) == 0) {
            set(ethogram.get().without(code));
        } else {
            forgetPast();
            write(project -> project.deleteBehaviour(code));
        }
    }

    /** Gives every bout of one behaviour to another, and takes the first away. */
    public void merge(String gone, String into) {
        forgetPast();
        write(project -> project.mergeBehaviours(gone, into));
    }

    /** What was before a change of labels no longer fits them. */
    private void forgetPast() {
        past.clear();
        undoable.set(false);
        conflict.set("");
    }

    /** Names of the ethograms that come with the program. */
    public List<String> templates() {
        return EthogramFile.templates();
    }

    /** Adds the behaviours of a template; those of the same code are replaced. */
    public void useTemplate(String name) {
        set(ethogram.get().merged(EthogramFile.template(name)));
    }

    /** Adds the behaviours of a file of this program or of a BORIS project; those of the same code are replaced. */
    public void importFile(Path file) {
        past.push(ethogram.get());
        undoable.set(true);
        write(project -> project.setEthogram(project.ethogram().merged(EthogramFile.read(file))));
    }

    /** Writes the behaviours to a file, as a BORIS project if its name ends so. */
    public void exportFile(Path file) {
        work(
                project -> {
                    EthogramFile.write(file, project.name(), project.ethogram());
                    return project.ethogram();
                },
                _ -> {});
    }

    private void write(Consumer<Project> change) {
        work(
                project -> {
                    change.accept(project);
                    return project.ethogram();
                },
                _ -> changed.run());
    }

    private void work(StudyViewModel.ProjectWork<Ethogram> work, Consumer<Ethogram> then) {
        study.project()
                .ifPresent(project -> jobs.edits()
                        .<Seen>start(Texts.of("ethogram.saving"), _ -> Seen.after(work, project), state -> {
                            report(state);
                            if (state instanceof JobState.Succeeded<Seen>(Seen seen)) {
                                bouts.set(seen.bouts());
                                ethogram.set(seen.ethogram());
                                then.accept(seen.ethogram());
                            }
                        }));
    }

    private <R> void report(JobState<R> state) {
        if (state instanceof JobState.Failed<R>(Throwable cause)) {
            problems.accept(cause);
        }
    }

    /** The behaviour with a code, as it is now. */
    public Optional<Behaviour> behaviour(String code) {
        return ethogram.get().behaviour(code);
    }

    private record Seen(Ethogram ethogram, Map<String, Long> bouts) {
        static Seen after(StudyViewModel.ProjectWork<Ethogram> work, Project project) {
            var ethogram = work.on(project);
            var bouts = new HashMap<String, Long>();
            for (BehaviourUse use : project.behaviourUse()) {
                bouts.put(use.code(), use.bouts());
            }
            return new Seen(ethogram, Map.copyOf(bouts));
        }
    }
}
