package org.ethotag.ui.tour;

import java.util.List;

/** The steps, in their order: from a raw file to a tag that has proved its model. */
final class Tour {
    static final List<TourStep> STEPS = List.of(
            new TourStep("import", "sessions", "#import", TourSign.SESSION_IMPORTED, TourErrand.IMPORT_RAW_FILE),
            new TourStep("open", "sessions", "#open-session", TourSign.SESSION_OPENED, TourErrand.NONE),
            new TourStep("label", "label", "#behaviour-resting", TourSign.BOUT_LABELLED, TourErrand.NONE),
            new TourStep("results", "results", "#result-picture", TourSign.BUDGET_SEEN, TourErrand.NONE),
            new TourStep("train", "train", "#train-start", TourSign.STUDENT_TRAINED, TourErrand.QUICK_TRAINING),
            new TourStep("compare", "compare", ".matrix-cell", TourSign.CELL_OPENED, TourErrand.NONE),
            new TourStep("quantize", "quantize", "#quantize", TourSign.STUDENT_QUANTIZED, TourErrand.NONE),
            new TourStep("flash", "tag", "#flash", TourSign.FLASH_VERIFIED, TourErrand.NONE),
            new TourStep("end", "tag", "", TourSign.NOTHING, TourErrand.NONE));

    private Tour() {}

    /** The place of a step, or of the first one if there is no such step. */
    static int indexOf(String id) {
        for (int i = 0; i < STEPS.size(); i++) {
            if (STEPS.get(i).id().equals(id)) {
                return i;
            }
        }
        return 0;
    }
}
