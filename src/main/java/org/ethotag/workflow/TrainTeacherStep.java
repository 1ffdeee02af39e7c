package org.ethotag.workflow;

import java.util.Set;
import org.ethotag.training.TrainingSettings;

/**
 * Trains a teacher.
 *
 * @param windows how the study is cut
 * @param holdOut animals that are only judged, never learnt from; empty trains on all and judges nothing
 * @param width of the residual network, 1 is the published size
 * @param training how it is trained
 */
public record TrainTeacherStep(WindowSettings windows, Set<String> holdOut, double width, TrainingSettings training)
        implements Step {
    public TrainTeacherStep {
        holdOut = Set.copyOf(holdOut);
    }
}
