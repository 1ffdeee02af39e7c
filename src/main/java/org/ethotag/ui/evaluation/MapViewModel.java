package org.ethotag.ui.evaluation;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ethotag.job.JobState;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.job.LatestWins;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.WindowMap;
import org.ethotag.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** The windows of a run on a plane: computed when somebody looks, because the teacher has to read them once more. */
public final class MapViewModel {
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final LatestWins mapping;
    private final ReadOnlyObjectWrapper<@Nullable WindowMap> map = new ReadOnlyObjectWrapper<>();
    private @Nullable Judgement judgement;
    private boolean seen;
    private boolean asked;

    MapViewModel(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems) {
        this.study = study;
        this.problems = problems;
        mapping = new LatestWins(jobs.background());
    }

    /** Where windows lie; null until it is known. */
    public ReadOnlyObjectProperty<@Nullable WindowMap> mapProperty() {
        return map.getReadOnlyProperty();
    }

    /** Says whether anybody looks. */
    public void setSeen(boolean now) {
        seen = now;
        lay();
    }

    void show(@Nullable Judgement judged) {
        mapping.cancel();
        map.set(null);
        judgement = judged;
        asked = false;
        lay();
    }

    private void lay() {
        Judgement judged = judgement;
        var project = study.projectProperty().get();
        if (!seen || asked || judged == null || project == null) {
            return;
        }
        asked = true;
        mapping.<WindowMap>start(
                Texts.of("compare.map.job", judged.run().id()),
                monitor -> new Workflow(project).map(judged.run(), judged.comparison(), monitor),
                state -> {
                    if (state instanceof JobState.Succeeded<WindowMap>(WindowMap found)) {
                        map.set(found);
                    } else if (state instanceof JobState.Failed<WindowMap>(Throwable cause)) {
                        problems.accept(cause);
                    }
                });
    }
}
