package org.ethotag.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedStudyTest {
    private static final String PREDICTIONS = """
            session,from,to,animal,truth,teacher
            ,,,,grazing,
            ,,,,resting,
            s1,0,256,cow,grazing,grazing
            s1,256,512,cow,resting,resting
            s1,512,768,cow,resting,grazing
            """;

    private static final LabelDesk NO_DESK = new LabelDesk() {
        @Override
        public void open(String session, SampleRange range) {
            throw new AssertionError("nobody opened anything");
        }

        @Override
        public void correct(String session, SampleRange range, String behaviour) {
            throw new AssertionError("nobody corrected anything");
        }
    };

    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final ComparisonViewModel model = new ComparisonViewModel(Jobs.immediate(), study, problems::add, NO_DESK);

    @Test
    void openingAStudyShowsWhatItsNewestRunSaid() {
        var place = folder.resolve("study");
        SampleStudy.create(place, "Study", 1);
        try (var project = Project.open(place)) {
            project.saveRun(
                    new RunManifest(
                            "crossvalidation-1", "crossvalidation", Instant.EPOCH, Map.of(), Map.of(), 0, Map.of()),
                    Map.of("predictions.csv", PREDICTIONS.getBytes(StandardCharsets.UTF_8)));
        }
        study.open(place);
        var judgement = model.judgementProperty().get();
        assertNotNull(judgement);
        assertEquals(3, judgement.comparison().windows().size());
        study.close();
        assertThat(problems).isEmpty();
    }
}
