package org.ethotag.workflow;

import org.ethotag.training.EpochReport;

/** Hears of every epoch while networks learn, on the thread that trains. */
@FunctionalInterface
public interface LearningWatcher {
    /** @param model teacher, student or distilled */
    void epoch(String model, EpochReport report);

    /** Nobody watches. */
    static LearningWatcher nobody() {
        return (_, _) -> {};
    }
}
