package org.ethotag.ui.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.ethotag.dataset.Window;
import org.ethotag.job.JobState;
import org.ethotag.label.Behaviour;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.WindowLook;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.jspecify.annotations.Nullable;

/** The windows behind a number: listed, looked into, opened, and corrected. FX thread only. */
public final class ChosenViewModel {
    /** What the listed windows have in common. */
    public sealed interface Source {
        /** One cell of one model's matrix; {@code truth} and {@code answer} are indices of classes. */
        record Cell(String title, int truth, int answer, String truthName, String answerName) implements Source {}

        /** Anything else, in words. */
        record Other(String words) implements Source {}
    }

    /**
     * One window of the list.
     *
     * @param row of the run's comparison
     * @param window where it lies
     * @param sessionName what people read
     */
    public record WindowRow(int row, Window window, String sessionName) {}

    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final LabelDesk desk;
    private final Supplier<Map<String, String>> sessionNames;
    private final Runnable changed;
    private final LatestWins looking;
    private final ObservableList<WindowRow> windows = FXCollections.observableArrayList();
    private final ObservableMap<Integer, String> corrected = FXCollections.observableMap(new LinkedHashMap<>());
    private final ReadOnlyObjectWrapper<@Nullable Source> source = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable WindowRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable WindowLook> look = new ReadOnlyObjectWrapper<>();
    private @Nullable Judgement judgement;
    private int hidden;

    /**
     * @param sessionNames names of the sessions by their id
     * @param changed is told when a label was corrected
     */
    ChosenViewModel(
            Jobs jobs,
            StudyViewModel study,
            Consumer<Throwable> problems,
            LabelDesk desk,
            Supplier<Map<String, String>> sessionNames,
            Runnable changed) {
        this.study = study;
        this.problems = problems;
        this.desk = desk;
        this.sessionNames = sessionNames;
        this.changed = changed;
        looking = new LatestWins(jobs.quiet());
        selected.subscribe(this::look);
    }

    void setHidden(int units) {
        hidden = units;
    }

    void take(Judgement judged) {
        judgement = judged;
    }

    void clear() {
        judgement = null;
        corrected.clear();
        windows.clear();
        selected.set(null);
        source.set(null);
    }

    /** The windows that are listed. */
    public ObservableList<WindowRow> windows() {
        return windows;
    }

    public ReadOnlyObjectProperty<@Nullable Source> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** The window that is looked into. */
    public ObjectProperty<@Nullable WindowRow> selectedProperty() {
        return selected;
    }

    /** Signal, gates and logits of the selected window; null until they are read. */
    public ReadOnlyObjectProperty<@Nullable WindowLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Code of the behaviour that a row of the comparison was corrected to, since the run was opened. */
    public ObservableMap<Integer, String> corrected() {
        return corrected;
    }

    /** What a window can be corrected to. */
    public List<Behaviour> behaviours() {
        return judgement == null ? List.of() : judgement.behaviours();
    }

    /** Names of the classes of the run. */
    public List<String> classes() {
        return judgement == null ? List.of() : judgement.comparison().classes();
    }

    /** Lists windows and looks into the first. */
    void list(Source what, int[] rows) {
        Judgement judged = judgement;
        if (judged == null) {
            return;
        }
        Map<String, String> names = sessionNames.get();
        var all = judged.comparison().windows();
        selected.set(null);
        windows.setAll(Arrays.stream(rows)
                .mapToObj(row -> new WindowRow(
                        row,
                        all.get(row),
                        names.getOrDefault(all.get(row).session(), all.get(row).session())))
                .toList());
        source.set(what);
        selected.set(windows.isEmpty() ? null : windows.getFirst());
    }

    /** What every model said about a window: those that are known to be sure, and those that only answered. */
    public List<ModelAnswers> models() {
        return judgement == null ? List.of() : judgement.comparison().models();
    }

    private void look(@Nullable WindowRow row) {
        looking.cancel();
        look.set(null);
        Judgement judged = judgement;
        var project = study.projectProperty().get();
        if (row == null || judged == null || project == null) {
            return;
        }
        int units = hidden;
        looking.<WindowLook>start(
                "window",
                _ -> new Workflow(project).look(judged.run(), judged.comparison(), row.row(), units),
                state -> {
                    if (state instanceof JobState.Succeeded<WindowLook>(WindowLook found)) {
                        look.set(found);
                    } else if (state instanceof JobState.Failed<WindowLook>(Throwable cause)) {
                        problems.accept(cause);
                    }
                });
    }

    /** Shows a window in its trace. */
    public void open(WindowRow row) {
        selected.set(row);
        desk.open(row.window().session(), row.window().range());
    }

    /** Corrects the label of the selected window; the next one is selected. False if no behaviour has that key. */
    public boolean press(String key) {
        var behaviour =
                behaviours().stream().filter(one -> one.key().equals(key)).findFirst();
        behaviour.ifPresent(one -> correct(one.code()));
        return behaviour.isPresent();
    }

    /** The same with a behaviour's code. */
    public void correct(String code) {
        WindowRow row = selected.get();
        if (row == null || study.readOnlyProperty().get()) {
            return;
        }
        desk.correct(row.window().session(), row.window().range(), code);
        corrected.put(row.row(), code);
        changed.run();
        int next = windows.indexOf(row) + 1;
        if (next < windows.size()) {
            selected.set(windows.get(next));
        }
    }
}
