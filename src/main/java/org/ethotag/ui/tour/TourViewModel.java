package org.ethotag.ui.tour;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.ethotag.project.Project;
import org.ethotag.ui.training.Protocol;
import org.ethotag.ui.training.TrainingViewModel;

/** The tour: which step it is at, whether that is done, and the way on and back. FX thread only. */
public final class TourViewModel {
    /** Of the quick training: enough to see a good model on the sample herd, in about a minute on a plain laptop. */
    private static final int QUICK_TEACHER_EPOCHS = 5;

    private static final int QUICK_STUDENT_EPOCHS = 20;
    private static final int QUICK_HIDDEN = 16;

    private final TourMemory memory;
    private final TourSigns signs;
    private final Places places;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper elsewhere = new ReadOnlyBooleanWrapper();
    /** The study that is being made, or none. */
    private List<Path> beginning = List.of();

    /**
     * Where the tour happens.
     *
     * @param user folder for the tour's study
     * @param samples the sample recordings
     * @param go shows a page
     * @param importer opens the import window on files
     */
    public record Places(Path user, Supplier<List<Path>> samples, Consumer<String> go, Consumer<List<Path>> importer) {}

    public TourViewModel(TourMemory memory, TourSigns signs, Places places) {
        this.memory = memory;
        this.signs = signs;
        this.places = places;
        signs.watch(this::look);
        signs.study().projectProperty().subscribe(this::arrived);
    }

    /** Whether the panel is on the screen. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whether the step was done, now or before. */
    ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Whether another study than the tour's is open, or none. */
    ReadOnlyBooleanProperty elsewhereProperty() {
        return elsewhere.getReadOnlyProperty();
    }

    TourStep current() {
        return Tour.STEPS.get(step.get());
    }

    boolean isLast() {
        return step.get() == Tour.STEPS.size() - 1;
    }

    /** Whether there is a tour to go on with: begun, not at its end, its study still there. */
    public boolean canResume() {
        return memory.study().filter(TourViewModel::isStudy).isPresent() && memory.step() < Tour.STEPS.size() - 1;
    }

    /** How far it has come, from 1. */
    public int resumesAt() {
        return memory.step() + 1;
    }

    /** All steps. */
    public static int steps() {
        return Tour.STEPS.size();
    }

    private static boolean isStudy(Path folder) {
        return Files.isRegularFile(folder.resolve("study.ethotag"));
    }

    /** Goes on where the user was, or begins. */
    public void start() {
        if (canResume()) {
            memory.setOpen(true);
            openStudy();
        } else {
            begin();
        }
    }

    /** Begins anew, on a new study; those of earlier tours stay. */
    public void begin() {
        var tour = TourStudy.freshFolder(places.user());
        var study = TourStudy.study(tour);
        var samples = places.samples().get();
        beginning = List.of(study);
        signs.study().openMade(study, monitor -> {
            TourStudy.make(tour, samples, monitor);
            return study;
        });
    }

    /** Opens the tour's study and its step's page. */
    void openStudy() {
        memory.study().ifPresent(folder -> {
            if (isHere(folder)) {
                arrived();
            } else {
                signs.study().open(folder);
            }
        });
    }

    /** A study was opened or closed: it may be that of a tour that was begun, or of one that goes on. */
    private void arrived() {
        var folder = signs.study().project().map(Project::folder);
        if (folder.isPresent() && beginning.stream().anyMatch(study -> same(study, folder.get()))) {
            memory.begin(folder.get());
            beginning = List.of();
        }
        boolean here = memory.study().filter(this::isHere).isPresent();
        boolean goesOn = memory.open() && here;
        open.set(goesOn || (open.get() && memory.open()));
        elsewhere.set(!here);
        if (goesOn) {
            show(memory.step());
        }
    }

    private boolean isHere(Path study) {
        return signs.study()
                .project()
                .filter(project -> same(study, project.folder()))
                .isPresent();
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private void show(int index) {
        step.set(index);
        memory.setStep(current());
        done.set(memory.done(current()));
        places.go().accept(current().page());
        look();
    }

    /** Looks whether the step is done by now. */
    private void look() {
        if (open.get()
                && !elsewhere.get()
                && !done.get()
                && signs.seen(current().sign())) {
            memory.setDone(current());
            done.set(true);
        }
    }

    /** The next step, whether this one is done or skipped; after the last one the tour is over. */
    void next() {
        if (isLast()) {
            close();
        } else {
            show(step.get() + 1);
        }
    }

    void back() {
        if (step.get() > 0) {
            show(step.get() - 1);
        }
    }

    /** Takes the panel away; {@link #start} goes on at the same step. */
    void close() {
        memory.setOpen(false);
        open.set(false);
    }

    /** Shows the page of the step again. */
    void showPage() {
        places.go().accept(current().page());
    }

    /** Does what the step's button says. */
    void runErrand() {
        switch (current().errand()) {
            case NONE -> {}
            case IMPORT_RAW_FILE ->
                memory.study().ifPresent(study -> places.importer().accept(List.of(TourStudy.rawFile(study))));
            case QUICK_TRAINING -> quick(signs.training());
        }
    }

    private static void quick(TrainingViewModel training) {
        training.protocolProperty().set(Protocol.HOLD_OUT);
        training.teacherSizeProperty().set(TrainingViewModel.TeacherSize.QUARTER);
        training.teacherEpochsProperty().set(QUICK_TEACHER_EPOCHS);
        training.studentEpochsProperty().set(QUICK_STUDENT_EPOCHS);
        training.hiddenProperty().set(QUICK_HIDDEN);
    }

    /** What the quick training is, for people. */
    static Object[] quickSettings() {
        return new Object[] {QUICK_TEACHER_EPOCHS, QUICK_STUDENT_EPOCHS, QUICK_HIDDEN};
    }
}
