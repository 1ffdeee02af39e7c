package org.ethotag.ui.tour;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** How far the user has come, kept over restarts. FX thread only. */
public final class TourMemory {
    private static final String OPEN = "tour.open";
    private static final String STEP = "tour.step";
    private static final String DONE = "tour.done";
    private static final String STUDY = "tour.study";
    private static final String BETWEEN = ",";

    private final UnaryOperator<String> values;
    private final BiConsumer<String, String> keep;

    /**
     * @param values gives what was kept under a name, or an empty text
     * @param keep keeps a text under a name
     */
    public TourMemory(UnaryOperator<String> values, BiConsumer<String, String> keep) {
        this.values = values;
        this.keep = keep;
    }

    /** Whether the panel was on the screen. */
    boolean open() {
        return Boolean.parseBoolean(values.apply(OPEN));
    }

    void setOpen(boolean open) {
        keep.accept(OPEN, Boolean.toString(open));
    }

    int step() {
        return Tour.indexOf(values.apply(STEP));
    }

    void setStep(TourStep step) {
        keep.accept(STEP, step.id());
    }

    boolean done(TourStep step) {
        return doneIds().contains(step.id());
    }

    void setDone(TourStep step) {
        var ids = doneIds();
        ids.add(step.id());
        keep.accept(DONE, String.join(BETWEEN, ids));
    }

    private Set<String> doneIds() {
        return new TreeSet<>(Set.of(values.apply(DONE).split(BETWEEN)));
    }

    /** The folder of the tour's study, if a tour was ever begun. */
    Optional<Path> study() {
        var folder = values.apply(STUDY);
        try {
            return folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }

    /** A new tour on a study in this folder. */
    void begin(Path study) {
        keep.accept(STUDY, study.toString());
        keep.accept(DONE, "");
        setStep(Tour.STEPS.getFirst());
        setOpen(true);
    }
}
