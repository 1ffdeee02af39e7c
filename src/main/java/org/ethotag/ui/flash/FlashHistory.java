package org.ethotag.ui.flash;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.JobState;
import org.ethotag.project.FlashRecord;
import org.ethotag.project.Project;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;

/** What was done to the tags of the study that is open. FX thread only. */
public final class FlashHistory {
    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final TagTables tables;
    private final ObservableList<FlashRecord> records = FXCollections.observableArrayList();

    FlashHistory(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
        tables = new TagTables(jobs, problems);
    }

    /** Newest first. */
    public ObservableList<FlashRecord> records() {
        return records;
    }

    /** What came of saving a part of it. */
    public TagTables tables() {
        return tables;
    }

    /** Writes some of it for a spreadsheet program. */
    public void save(Path file, List<FlashRecord> some) {
        var kept = List.copyOf(some);
        tables.save(file, () -> HistoryText.csv(kept));
    }

    /** Reads it again. */
    void read() {
        Project project = study.projectProperty().get();
        if (project == null) {
            records.clear();
            return;
        }
        jobs.quiet()
                .<List<FlashRecord>>start(
                        "receipts", _ -> List.copyOf(project.receipts().reversed()), read -> {
                            if (read instanceof JobState.Succeeded<List<FlashRecord>>(List<FlashRecord> found)) {
                                records.setAll(found);
                            } else if (read instanceof JobState.Failed<List<FlashRecord>>(Throwable cause)) {
                                problems.accept(cause);
                            }
                        });
    }
}
