package org.ethotag.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.ethotag.project.Project;
import org.ethotag.training.ModelShelf;

/** The study's shelf of finished parts: what was killed goes on, and seeds, sizes and sweeps share their teachers. */
final class StudyShelf {
    /** Folder in the study, with finished parts of folds and unfinished trainings. */
    static final String FOLDER = "shelf";

    private static final Duration KEPT = Duration.ofDays(30);

    private StudyShelf() {}

    /** Works with the shelf; what nobody has used for a month goes once the work is done. */
    static <T> T with(Project project, Function<ModelShelf, T> work) {
        var shelf = ModelShelf.at(project.folder().resolve(FOLDER));
        T made = work.apply(shelf);
        shelf.tidy(Instant.now(), KEPT);
        return made;
    }
}
