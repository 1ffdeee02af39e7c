package org.ethotag.workflow;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ethotag.dataset.ClassMap;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Windowing;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Bout;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.WindowSpec;

/**
 * Windows of the sessions of a study that have no label at all. They do not overlap, and of long recordings so many are left
 * out between two that no more than {@link #MOST} remain: tags have weeks.
 *
 * @param dataset the windows, none of which has a label
 */
record UnlabelledWindows(Dataset dataset) {
    /** Several times what is ever labelled by hand; 60 MB of windows of 256 samples. */
    static final int MOST = 20_000;

    /** As {@link Windowing} takes clocks for the same. */
    private static final double RATE_TOLERANCE = 0.01;

    private static final String ANYTHING = "anything";

    static UnlabelledWindows none(Dataset like) {
        return new UnlabelledWindows(like.only(new int[0]));
    }

    /**
     * Cuts them.
     *
     * @param like the study's labelled windows
     * @throws ProblemException if there are none
     */
    static UnlabelledWindows required(Project project, WindowSettings settings, Dataset like, JobMonitor monitor) {
        var found = of(project, settings, like, monitor);
        if (found.dataset().size() == 0) {
            throw new ProblemException(WorkflowProblem.NOTHING_UNLABELLED, project.name());
        }
        return found;
    }

    /** Cuts them; none if every session has labels, or another rate. */
    static UnlabelledWindows of(Project project, WindowSettings settings, Dataset like, JobMonitor monitor) {
        var sessions = project.sessions().stream()
                .filter(session -> project.labels(session.id()).bouts().isEmpty())
                .filter(session -> Math.abs(session.rate().hertz() / like.rate().hertz() - 1) <= RATE_TOLERANCE)
                .toList();
        if (sessions.isEmpty()) {
            return none(like);
        }
        var windowing = new Windowing(
                new WindowSpec(settings.lengthSamples(), stride(project, settings, sessions)),
                ClassMap.each(List.of(ANYTHING)),
                1);
        for (int i = 0; i < sessions.size(); i++) {
            monitor.checkCancelled();
            var session = sessions.get(i);
            monitor.doing((double) i / sessions.size(), "cutting", session.name());
            try (var recording = project.recordings().open(session.id())) {
                var stretches = recording.stretches();
                var whole = stretches.stream()
                        .map(stretch -> new Bout(stretch, ANYTHING))
                        .toList();
                windowing.add(session.id(), session.animal(), like.rate(), recording, stretches, whole);
            }
        }
        return new UnlabelledWindows(windowing.dataset().withoutLabels(like.classes()));
    }

    private static int stride(Project project, WindowSettings settings, List<Session> sessions) {
        long samples = 0;
        for (Session session : sessions) {
            try (var recording = project.recordings().open(session.id())) {
                samples += recording.lengthSamples();
            }
        }
        return (int) Math.max(settings.lengthSamples(), Math.min(Integer.MAX_VALUE, Math.ceilDiv(samples, MOST)));
    }

    /** Those of animals that a fold does not judge. */
    Dataset beside(Dataset labelled, Fold fold) {
        var judged = Set.copyOf(labelled.only(fold.test()).animals());
        return dataset.only(IntStream.range(0, dataset.size())
                .filter(i -> !judged.contains(dataset.windows().get(i).animal()))
                .toArray());
    }

    /** Whether there are any. */
    boolean isEmpty() {
        return dataset.size() == 0;
    }
}
