package org.ethotag.ui.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.JobState;
import org.ethotag.label.Adjudication;
import org.ethotag.label.Behaviour;
import org.ethotag.label.BoutLink;
import org.ethotag.label.Disagreement;
import org.ethotag.label.Ethogram;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelTrack;
import org.ethotag.picture.Picture;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.result.AgreementChart;
import org.ethotag.workflow.result.ComparedSession;
import org.ethotag.workflow.result.StudyAgreement;
import org.jspecify.annotations.Nullable;

/**
 * Two tracks compared, what they say differently, and the verdicts, which go into a third track of the study as edits that
 * can be undone. FX thread only.
 */
public final class AgreementViewModel {
    /** Stands for all sessions in the choice of a session. */
    static final String ALL = "";

    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final BiConsumer<String, SampleRange> openInTrace;
    private final Jobs jobs;
    private final LatestWins comparing;
    private final StringProperty first = new SimpleStringProperty("");
    private final StringProperty second = new SimpleStringProperty("");
    private final StringProperty session = new SimpleStringProperty(ALL);
    private final StringProperty verdicts = new SimpleStringProperty(Adjudication.USUAL_TRACK);
    private final ReadOnlyObjectWrapper<@Nullable StudyAgreement> agreement = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Row> chosen = new SimpleObjectProperty<>();
    private Ethogram ethogram = Ethogram.empty();
    private Picture picture = new Picture("", 0, 0, List.of());
    private boolean visible;
    private boolean written;

    /**
     * One disagreement.
     *
     * @param compared the session that it is in
     * @param disagreement where, and what both tracks say
     * @param verdict what the third track says, empty if it does not say something about all of it
     */
    record Row(ComparedSession compared, Disagreement disagreement, String verdict) {
        Row with(LabelTrack settled) {
            boolean done = Adjudication.isSettled(settled, disagreement.range());
            return new Row(
                    compared,
                    disagreement,
                    done ? String.join(", ", Adjudication.verdict(settled, disagreement.range())) : "");
        }
    }

    private record Compared(StudyAgreement agreement, Picture picture, List<Row> rows, Ethogram ethogram) {}

    /** @param openInTrace shows samples of a session, by its id */
    public AgreementViewModel(
            Jobs jobs,
            StudyViewModel study,
            Consumer<Throwable> problems,
            BiConsumer<String, SampleRange> openInTrace) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
        this.openInTrace = openInTrace;
        comparing = new LatestWins(jobs.background());
        study.projectProperty().subscribe(_ -> forget());
        first.subscribe(_ -> compare());
        second.subscribe(_ -> compare());
        session.subscribe(_ -> compare());
        verdicts.subscribe(_ -> compare());
    }

    /** The track in the rows. */
    StringProperty firstProperty() {
        return first;
    }

    /** The track in the columns. */
    StringProperty secondProperty() {
        return second;
    }

    /** Id of the only session that counts, or {@link #ALL}. */
    StringProperty sessionProperty() {
        return session;
    }

    /** The track that verdicts go to. */
    StringProperty verdictsProperty() {
        return verdicts;
    }

    ReadOnlyObjectProperty<@Nullable StudyAgreement> agreementProperty() {
        return agreement.getReadOnlyProperty();
    }

    /** The agreement drawn. */
    Picture picture() {
        return picture;
    }

    /** Every stretch that the tracks label differently. */
    ObservableList<Row> rows() {
        return rows;
    }

    /** The disagreement that keys and buttons are about. */
    ObjectProperty<@Nullable Row> chosenProperty() {
        return chosen;
    }

    /** The behaviours that a verdict can be. */
    List<Behaviour> behaviours() {
        return ethogram.behaviours();
    }

    /** How many disagreements have a verdict. */
    long settled() {
        return rows.stream().filter(row -> !row.verdict().isEmpty()).count();
    }

    /** Whether verdicts can be written. */
    boolean canDecide() {
        var name = verdicts.get().strip();
        return !study.readOnlyProperty().get()
                && !name.isEmpty()
                && !name.equals(first.get())
                && !name.equals(second.get());
    }

    void setVisible(boolean now) {
        visible = now;
        if (now) {
            compare();
        } else {
            tellOthers();
        }
    }

    /** Pages that keep the tracks of the current session read them again. */
    private void tellOthers() {
        if (written) {
            written = false;
            study.reloadCurrent();
        }
    }

    private void forget() {
        comparing.cancel();
        agreement.set(null);
        rows.clear();
        chosen.set(null);
        first.set("");
        second.set("");
        session.set(ALL);
    }

    /** Names the two tracks that are compared first: those that are there, but for the one with verdicts. */
    void offer(List<String> tracks) {
        var there = tracks.stream()
                .filter(track -> !track.equals(verdicts.get().strip()))
                .toList();
        if (!tracks.contains(first.get())) {
            first.set(there.isEmpty() ? "" : there.getFirst());
        }
        if (!tracks.contains(second.get()) || second.get().equals(first.get())) {
            second.set(there.stream()
                    .filter(track -> !track.equals(first.get()))
                    .findFirst()
                    .orElse(""));
        }
    }

    private void compare() {
        Project project = study.projectProperty().get();
        boolean two = !first.get().isEmpty()
                && !second.get().isEmpty()
                && !first.get().equals(second.get());
        if (!visible || project == null) {
            return;
        }
        if (!two) {
            comparing.cancel();
            agreement.set(null);
            rows.clear();
            return;
        }
        var a = first.get();
        var b = second.get();
        var only = session.get();
        var third = verdicts.get().strip();
        comparing.<Compared>start(
                Texts.of("result.comparing"),
                monitor -> {
                    List<Session> sessions = only.equals(ALL)
                            ? project.sessions()
                            : project.session(only).stream().toList();
                    var found = StudyAgreement.of(project, sessions, a, b, BoutLink.USUAL_OVERLAP, monitor);
                    return new Compared(
                            found, AgreementChart.of(found), rows(project, found, third), project.ethogram());
                },
                this::compared);
    }

    private static List<Row> rows(Project project, StudyAgreement found, String third) {
        var rows = new ArrayList<Row>();
        for (ComparedSession one : found.sessions()) {
            var settled = third.isEmpty()
                    ? LabelTrack.empty("none")
                    : project.labels(one.session().id(), third);
            one.disagreements().forEach(stretch -> rows.add(new Row(one, stretch, "").with(settled)));
        }
        return rows;
    }

    private void compared(JobState<Compared> state) {
        switch (state) {
            case JobState.Succeeded<Compared>(Compared result) -> {
                ethogram = result.ethogram();
                Row before = chosen.get();
                picture = result.picture();
                agreement.set(result.agreement());
                rows.setAll(result.rows());
                chosen.set(rows.stream()
                        .filter(row -> before != null && isSame(row, before))
                        .findFirst()
                        .orElseGet(() -> rows.isEmpty() ? null : rows.getFirst()));
            }
            case JobState.Failed<Compared>(Throwable cause) -> {
                agreement.set(null);
                rows.clear();
                problems.accept(cause);
            }
            case JobState.Idle<Compared> _, JobState.Running<Compared> _, JobState.Cancelled<Compared> _ -> {}
        }
    }

    private static boolean isSame(Row one, Row other) {
        return one.disagreement().equals(other.disagreement())
                && one.compared()
                        .session()
                        .id()
                        .equals(other.compared().session().id());
    }

    /** The first track is right. */
    void chooseFirst() {
        Row row = chosen.get();
        if (row != null) {
            decide(row.disagreement().first());
        }
    }

    /** The second track is right. */
    void chooseSecond() {
        Row row = chosen.get();
        if (row != null) {
            decide(row.disagreement().second());
        }
    }

    /** The behaviour of a key is right. Gives whether there is one. */
    boolean chooseKey(String key) {
        var behaviour = ethogram.behaviourForKey(key);
        behaviour.ifPresent(one -> decide(one.code()));
        return behaviour.isPresent();
    }

    /** This behaviour is right; the next disagreement without a verdict is chosen then. */
    void decide(String behaviour) {
        Row row = chosen.get();
        Project project = study.projectProperty().get();
        if (row == null || project == null || !canDecide()) {
            return;
        }
        var id = row.compared().session().id();
        var third = verdicts.get().strip();
        var a = first.get();
        var b = second.get();
        var named = ethogram.behaviour(behaviour).map(Behaviour::name).orElse(behaviour);
        write(row, () -> {
            if (!project.tracks(id).contains(third)) {
                var start = Adjudication.start(
                        project.labels(id, a),
                        project.labels(id, b),
                        LabelTrack.empty(third),
                        row.compared().within());
                project.edit(id, third, Texts.of("result.edit.agreed", a, b), start);
            }
            return project.edit(
                    id,
                    third,
                    Texts.of("result.edit.verdict", named),
                    new LabelEdit.Label(row.disagreement().range(), behaviour));
        });
        next(row);
    }

    /** Takes back the last verdict in the session of the chosen disagreement. */
    void undo() {
        Row row = chosen.get();
        Project project = study.projectProperty().get();
        if (row == null || project == null || !canDecide()) {
            return;
        }
        var id = row.compared().session().id();
        var third = verdicts.get().strip();
        write(row, () -> {
            project.undo(id, third);
            return project.labels(id, third);
        });
    }

    private interface Writing {
        LabelTrack write();
    }

    private void write(Row row, Writing writing) {
        var id = row.compared().session().id();
        jobs.edits().<LabelTrack>start(Texts.of("result.deciding"), _ -> writing.write(), state -> {
            switch (state) {
                case JobState.Succeeded<LabelTrack>(LabelTrack settled) -> {
                    written = true;
                    show(id, settled);
                }
                case JobState.Failed<LabelTrack>(Throwable cause) -> problems.accept(cause);
                case JobState.Idle<LabelTrack> _, JobState.Running<LabelTrack> _, JobState.Cancelled<LabelTrack> _ -> {}
            }
        });
    }

    private void show(String id, LabelTrack settled) {
        Row kept = chosen.get();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.compared().session().id().equals(id)) {
                var now = row.with(settled);
                if (!now.equals(row)) {
                    rows.set(i, now);
                }
            }
        }
        if (kept != null) {
            rows.stream().filter(row -> isSame(row, kept)).findFirst().ifPresent(chosen::set);
        }
    }

    private void next(Row row) {
        int from = place(row);
        Optional<Row> next = rows.stream()
                .skip(from + 1L)
                .filter(one -> one.verdict().isEmpty())
                .findFirst()
                .or(() -> rows.stream()
                        .limit(from)
                        .filter(one -> one.verdict().isEmpty())
                        .findFirst());
        next.ifPresent(chosen::set);
    }

    private int place(Row row) {
        for (int i = 0; i < rows.size(); i++) {
            if (isSame(rows.get(i), row)) {
                return i;
            }
        }
        return -1;
    }

    /** Shows the chosen disagreement in its trace. */
    void open() {
        Row row = chosen.get();
        if (row != null) {
            tellOthers();
            openInTrace.accept(row.compared().session().id(), row.disagreement().range());
        }
    }
}
