package org.ethotag.workflow;

import java.util.List;
import org.ethotag.project.LoggedStep;
import org.ethotag.training.Checkpoint;

/**
 * A step that learns and that the program did not survive, or that was ended on the command line.
 *
 * @param step as the study's log has it
 * @param checkpoints what is kept of the trainings inside it, the newest first; finished parts are kept besides
 */
public record UnfinishedStep(LoggedStep step, List<Checkpoint> checkpoints) {
    public UnfinishedStep {
        checkpoints = List.copyOf(checkpoints);
    }

    /** The last whole epoch of the training that was under way, from 1; 0 if none is kept. */
    public int epoch() {
        return checkpoints.isEmpty() ? 0 : checkpoints.getFirst().epoch();
    }

    /** Epochs that it was to have; 0 if none is kept. */
    public int epochs() {
        return checkpoints.isEmpty() ? 0 : checkpoints.getFirst().epochs();
    }
}
