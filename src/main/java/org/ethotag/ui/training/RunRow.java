package org.ethotag.ui.training;

import java.util.List;
import org.ethotag.project.RunManifest;
import org.ethotag.project.Score;

/**
 * One run with its scores.
 *
 * @param run what made it
 * @param scores of all its models
 */
public record RunRow(RunManifest run, List<Score> scores) {
    public RunRow {
        scores = List.copyOf(scores);
    }
}
