package org.ethotag.ui.flash;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ethotag.file.WholeFile;
import org.ethotag.job.JobState;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;

/** Writes tables for spreadsheet programs, off the FX thread: a stick or a network drive may be slow. FX thread only. */
public final class TagTables {
    /** So that spreadsheet programs read UTF-8. */
    private static final String MARK = "\uFEFF";

    private final Jobs jobs;
    private final Consumer<Throwable> problems;
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");

    TagTables(Jobs jobs, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.problems = problems;
    }

    /** What was saved last, in words, or empty. */
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** @param table gives the text, on a worker thread: nothing that changes may be behind it */
    void save(Path file, Supplier<String> table) {
        saved.set("");
        jobs.background()
                .<Path>start(Texts.of("flash.table.saving"), _ -> WholeFile.write(file, MARK + table.get()), done -> {
                    if (done instanceof JobState.Succeeded<Path>(Path written)) {
                        saved.set(Texts.of("flash.table.saved", written.getFileName()));
                    } else if (done instanceof JobState.Failed<Path>(Throwable cause)) {
                        problems.accept(cause);
                    }
                });
    }
}
