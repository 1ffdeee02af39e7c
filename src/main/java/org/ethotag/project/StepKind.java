package org.ethotag.project;

import java.util.Locale;

/** What can be in the log of a study; described in formats/workflow-log.md. */
public enum StepKind {
    /** The study is older than its log: what was done before is not in it. */
    OLDER,
    /** The study was made. */
    CREATE,
    NAME,
    SETTING,
    ANIMAL,
    TAG,
    DEPLOYMENT,
    MOUNTING,
    FORGET_MOUNTING,
    REMOVE_SESSION,
    ETHOGRAM,
    BEHAVIOURS,
    MERGE_BEHAVIOURS,
    DELETE_BEHAVIOUR,
    ADD_TRACK,
    RENAME_TRACK,
    REMOVE_TRACK,
    BRING_BACK_TRACK,
    /** A person changed labels or comments. */
    EDIT,
    UNDO,
    REDO,
    VIDEO,
    REMOVE_VIDEO,
    UNDO_VIDEO,
    REDO_VIDEO,
    DECISION,
    WITHDRAW_DECISION,
    REMOVE_RUN,
    IMPORT,
    FRAMES,
    TRAIN,
    DISTIL,
    CROSSVALIDATE,
    SWEEP,
    QUANTIZE,
    PRELABEL,
    EXPORT,
    FLASH,
    /** A run was kept by work that has no kind of its own; it cannot be asked for again. */
    RUN;

    /** The word for it in a study and in a log file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static StepKind of(String word) {
        for (StepKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of step: " + word);
    }

    /** Whether it is a small change that a log line says completely, rather than work that a command does again. */
    public boolean isChange() {
        return compareTo(OLDER) > 0 && compareTo(IMPORT) < 0;
    }

    /** Whether it is part of labelling: such steps come by the thousand. */
    public boolean isLabelling() {
        return switch (this) {
            case EDIT, UNDO, REDO -> true;
            default -> false;
        };
    }
}
