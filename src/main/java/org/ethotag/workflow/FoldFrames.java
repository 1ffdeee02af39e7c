package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.signal.Rotation;

/**
 * The frames of one fold, found from its training animals, whether their labels are used or not.
 *
 * @param lines for the manifest
 * @param rotations by session
 */
record FoldFrames(Map<String, String> lines, Map<String, Rotation> rotations) {
    /** One for each fold. */
    static List<FoldFrames> of(Project project, Dataset dataset, List<Fold> folds, JobMonitor monitor) {
        var study = StudyFrames.of(project, monitor);
        var all = new ArrayList<FoldFrames>();
        for (int i = 0; i < folds.size(); i++) {
            var frames =
                    study.frames(Set.copyOf(dataset.only(folds.get(i).train()).animals()));
            all.add(new FoldFrames(RunFrames.lines(i, frames), study.bySession(frames)));
        }
        return all;
    }

    /** Windows in these frames. */
    Dataset of(Dataset dataset) {
        return rotations.isEmpty() ? dataset : dataset.turned(rotations);
    }
}
