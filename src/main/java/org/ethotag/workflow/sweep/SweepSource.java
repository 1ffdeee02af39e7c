package org.ethotag.workflow.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ethotag.training.SoftLabelSource;
import org.ethotag.training.SoftLabelSource.Way;

/** What the students of a cell listen to. */
public enum SweepSource {
    /** Labels alone: what every other source is compared with. */
    NONE("hard labels"),
    /** One teacher that learnt from the windows that it labels. */
    IN_FOLD("soft, in fold"),
    /** For every labelled animal a teacher that learnt from the others. */
    OUT_OF_FOLD("soft, out of fold"),
    /** The mean of several teachers that learnt from the windows that they label. */
    ENSEMBLE("soft, ensemble"),
    /** One teacher, on the animals with labels and on the recordings of those without. */
    UNLABELLED("soft, unlabelled too");

    private final String words;

    SweepSource(String words) {
        this.words = words;
    }

    /** For tables and charts. */
    public String words() {
        return words;
    }

    /** As options and files write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All as options write them. */
    public static String names() {
        return Arrays.stream(values()).map(SweepSource::text).collect(Collectors.joining(", "));
    }

    /**
     * What {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static SweepSource parse(String text) {
        return Arrays.stream(values())
                .filter(source -> source.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of " + names() + ": " + text));
    }

    /** Whether students hear a teacher. */
    public boolean isSoft() {
        return this != NONE;
    }

    /** @param teacherSeeds of an ensemble */
    public SoftLabelSource softLabels(List<Long> teacherSeeds) {
        return switch (this) {
            case NONE, IN_FOLD -> SoftLabelSource.standard();
            case OUT_OF_FOLD -> new SoftLabelSource(Way.OUT_OF_FOLD, List.of(), false);
            case ENSEMBLE -> new SoftLabelSource(Way.IN_FOLD, teacherSeeds, false);
            case UNLABELLED -> new SoftLabelSource(Way.IN_FOLD, List.of(), true);
        };
    }
}
