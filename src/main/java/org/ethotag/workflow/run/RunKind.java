package org.ethotag.workflow.run;

import java.util.Locale;

/** What a run is. */
public enum RunKind {
    /** A teacher, and what it said about animals held out. */
    TEACHER,
    /** Two students, with and without the teacher's help. */
    STUDENT,
    /** The distilled student in integers. */
    QUANTIZED,
    /** Teacher, students and fixed point on every animal in turn. */
    CROSSVALIDATION,
    /** Where distillation pays: scores over sizes, labelled animals and sources of soft labels; no models of its own. */
    SWEEP;

    /** The kind that manifests write so. */
    public static RunKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** As manifests and ids have it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
