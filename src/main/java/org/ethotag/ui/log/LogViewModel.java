package org.ethotag.ui.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.diagnosis.LogEntry;
import org.ethotag.diagnosis.PrivateData;
import org.ethotag.diagnosis.ProblemReport;
import org.ethotag.diagnosis.ProgramLog;
import org.ethotag.job.JobState;
import org.ethotag.project.LoggedStep;
import org.ethotag.project.Project;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.run.ProgramVersion;

/** The program's own messages, the newest first, and the report of them. FX thread only; the report is made by a job. */
public final class LogViewModel {
    private static final int MOST_STEPS = 12;
    private static final double BYTES_PER_MB = 1e6;

    private final Jobs jobs;
    private final StudyViewModel study;
    private final ProgramLog log;
    private final Supplier<Map<String, String>> settings;
    private final Consumer<Throwable> problems;
    private final ObservableList<LogEntry> entries = FXCollections.observableArrayList();

    /** @param settings of the window, harmless ones by name */
    public LogViewModel(
            Jobs jobs,
            StudyViewModel study,
            ProgramLog log,
            Supplier<Map<String, String>> settings,
            Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.log = log;
        this.settings = settings;
        this.problems = problems;
    }

    /** What was said, the newest first; {@link #refresh} brings it up to date. */
    ObservableList<LogEntry> entries() {
        return entries;
    }

    /** Looks again. */
    void refresh() {
        entries.setAll(log.entries().stream()
                .filter(entry -> entry.level().intValue() >= Level.INFO.intValue())
                .toList()
                .reversed());
    }

    /** Makes the report and hands it on. */
    public void report(Consumer<String> made) {
        var project = study.project();
        var chosen = Map.copyOf(settings.get());
        jobs.quiet().<String>start(Texts.of("log.report"), _ -> report(project, chosen), state -> {
            if (state instanceof JobState.Succeeded<String>(String text)) {
                made.accept(text);
            } else if (state instanceof JobState.Failed<String>(Throwable cause)) {
                problems.accept(cause);
            }
        });
    }

    private String report(Optional<Project> project, Map<String, String> chosen) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Ethotag", ProgramVersion.text());
        facts.put("Java", System.getProperty("java.vm.name", "") + " " + System.getProperty("java.version", ""));
        facts.put("JavaFX", System.getProperty("javafx.runtime.version", ""));
        facts.put(
                "system",
                System.getProperty("os.name", "") + " " + System.getProperty("os.version", "") + " "
                        + System.getProperty("os.arch", ""));
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", Math.round(Runtime.getRuntime().maxMemory() / BYTES_PER_MB) + " MB at most");
        facts.putAll(chosen);
        var secrets = PrivateData.ofThisUser();
        for (Project open : project.stream().toList()) {
            facts.put("study", size(open));
            facts.put("last steps", steps(open));
            secrets = StudyNames.of(open, secrets);
        }
        return ProblemReport.of(facts, log.entries(), secrets);
    }

    private static String size(Project project) {
        return project.sessions().size() + " sessions, " + project.animals().size() + " animals, "
                + project.runs().size() + " runs" + (project.readOnly() ? ", read-only" : "");
    }

    /** Kinds and outcomes say nothing of whose data it is. */
    private static String steps(Project project) {
        var all = project.log().steps();
        var words = new ArrayList<String>();
        for (LoggedStep step : all.subList(Math.max(0, all.size() - MOST_STEPS), all.size())) {
            words.add(step.kind().word() + " " + step.outcome().word());
        }
        return String.join(", ", words);
    }

    /** The traces of one entry, for the user's own eyes. */
    static String details(List<LogEntry> chosen) {
        return chosen.isEmpty() ? "" : chosen.getFirst().whole();
    }
}
