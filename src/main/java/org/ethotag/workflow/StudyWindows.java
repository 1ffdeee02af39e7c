package org.ethotag.workflow;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.ethotag.dataset.ClassMap;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.WindowCounts;
import org.ethotag.dataset.Windowing;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.SetAside;

/**
 * The windows of all labelled sessions of a study.
 *
 * @param dataset the windows
 * @param counts how many there are of which behaviour and animal, and what was left out
 * @param classes which behaviours made which class
 * @param hashes of labels and recordings, by the names that manifests use
 */
public record StudyWindows(Dataset dataset, WindowCounts counts, ClassMap classes, Map<String, String> hashes) {
    public StudyWindows {
        hashes = Map.copyOf(hashes);
    }

    /**
     * Cuts a study.
     *
     * @throws ProblemException if nothing is labelled, or the classes or rates do not fit together
     */
    public static StudyWindows of(Project project, WindowSettings settings, JobMonitor monitor) {
        var labelled = project.sessions().stream()
                .filter(session -> !project.labels(session.id()).bouts().isEmpty())
                .toList();
        if (labelled.isEmpty()) {
            throw new ProblemException(WorkflowProblem.NOTHING_LABELLED, project.name());
        }
        var classes = classMap(project, settings, labelled);
        var hashes = StudyHashes.of(project);
        var windowing = new Windowing(settings.spec(), classes, settings.purity());
        for (int i = 0; i < labelled.size(); i++) {
            monitor.checkCancelled();
            var session = labelled.get(i);
            monitor.doing((double) i / labelled.size(), "cutting", session.name());
            try (var recording = project.recordings().open(session.id())) {
                windowing.add(
                        session.id(),
                        session.animal(),
                        session.rate(),
                        recording,
                        recording.stretches(),
                        project.labels(session.id()).bouts());
            }
        }
        return new StudyWindows(windowing.dataset(), windowing.counts(), classes, hashes);
    }

    /** What a manifest says about them. */
    Map<String, String> inputs() {
        var inputs = new LinkedHashMap<>(hashes);
        inputs.put(RunArchive.DATASET, dataset.sha256());
        inputs.put(RunArchive.WINDOWS, String.valueOf(dataset.size()));
        inputs.put(RunArchive.RATE, String.valueOf(dataset.rate().hertz()));
        return inputs;
    }

    /** The same, and what was set aside of them. */
    Map<String, String> inputs(SetAside aside) {
        var inputs = new LinkedHashMap<>(inputs());
        inputs.putAll(SettingAside.inputs(aside));
        return inputs;
    }

    /** The settings with the classes spelt out, so that they mean the same when the ethogram has grown. */
    WindowSettings resolved(WindowSettings settings) {
        return settings.withClasses(classes.text());
    }

    private static ClassMap classMap(Project project, WindowSettings settings, List<Session> labelled) {
        if (!settings.classes().isBlank()) {
            return ClassMap.parse(settings.classes());
        }
        var used = new LinkedHashSet<String>();
        for (Session session : labelled) {
            project.labels(session.id()).bouts().stream().map(Bout::behaviour).forEach(used::add);
        }
        return ClassMap.each(project.ethogram().behaviours().stream()
                .map(Behaviour::code)
                .filter(used::contains)
                .toList());
    }
}
