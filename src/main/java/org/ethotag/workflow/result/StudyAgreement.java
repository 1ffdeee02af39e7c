package org.ethotag.workflow.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.ethotag.evaluation.BootstrapInterval;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Agreement;
import org.ethotag.label.BoutLink;
import org.ethotag.label.KappaTable;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;

/**
 * Two tracks of one or more sessions of a study.
 *
 * <p>Uncertainty is that of the percentile bootstrap over whole animals, for samples of one animal are alike; with one
 * animal over its sessions, with one session over blocks of ten minutes, which says nothing about other animals.
 *
 * @param first the track in the rows
 * @param second the track in the columns
 * @param overlap of two bouts that are one event, see {@link BoutLink}
 * @param sessions those that both tracks label somewhere in common, at least one
 */
public record StudyAgreement(String first, String second, double overlap, List<ComparedSession> sessions) {
    /** Time in a block, if only one session is there. */
    private static final Duration BLOCK = Duration.ofMinutes(10);

    /** A very long session has longer blocks instead of more. */
    private static final long MOST_BLOCKS = 500;

    private static final long SEED = 1;

    /** What was drawn from. */
    public enum Unit {
        ANIMALS,
        SESSIONS,
        BLOCKS
    }

    public StudyAgreement {
        sessions = List.copyOf(sessions);
    }

    /**
     * Compares two tracks.
     *
     * @throws ProblemException if no session has one of the tracks, none has labels of both at the same time, or on one of
     *     them several behaviours can hold at once
     */
    public static StudyAgreement of(
            Project project, List<Session> sessions, String first, String second, double overlap, JobMonitor monitor) {
        requireTrack(project, sessions, first);
        requireTrack(project, sessions, second);
        var compared = new ArrayList<ComparedSession>();
        var both = sessions.stream()
                .filter(session -> project.tracks(session.id()).containsAll(List.of(first, second)))
                .toList();
        for (Session session : both) {
            monitor.checkCancelled();
            monitor.doing((double) compared.size() / both.size(), "comparing", session.name());
            compared(
                            session,
                            exclusive(project, session, first),
                            exclusive(project, session, second),
                            overlap,
                            both.size() == 1)
                    .ifPresent(compared::add);
        }
        if (compared.size() == 1 && both.size() > 1) {
            return of(project, List.of(compared.getFirst().session()), first, second, overlap, monitor);
        }
        if (compared.isEmpty()) {
            throw new ProblemException(ResultProblem.NOTHING_IN_COMMON, first, second);
        }
        return new StudyAgreement(first, second, overlap, compared);
    }

    /** @throws ProblemException if none of the sessions has the track */
    static void requireTrack(Project project, List<Session> sessions, String track) {
        var there = new TreeSet<String>();
        sessions.forEach(session -> there.addAll(project.tracks(session.id())));
        if (!there.contains(track)) {
            throw new ProblemException(
                    ResultProblem.NO_SUCH_TRACK,
                    track,
                    sessions.size() == 1 ? sessions.getFirst().name() : sessions.size() + " sessions",
                    there.isEmpty() ? "none yet" : String.join(", ", there));
        }
    }

    private static LabelTrack exclusive(Project project, Session session, String name) {
        var track = project.labels(session.id(), name);
        if (track.kind() == TrackKind.OVERLAPPING) {
            throw new ProblemException(ResultProblem.OVERLAPPING_TRACK, name, session.name());
        }
        return track;
    }

    private static Optional<ComparedSession> compared(
            Session session, LabelTrack first, LabelTrack second, double overlap, boolean alone) {
        return Agreement.common(first, second)
                .map(within -> new ComparedSession(
                        session,
                        within,
                        Agreement.of(first, second, within, overlap),
                        alone ? blocks(session, first, second, within, overlap) : List.of(),
                        Agreement.disagreements(first, second, within)));
    }

    private static List<Agreement> blocks(
            Session session, LabelTrack first, LabelTrack second, SampleRange within, double overlap) {
        long block = Math.max(Math.round(session.rate().samplesIn(BLOCK)), within.length() / MOST_BLOCKS + 1);
        return Agreement.blocks(first, second, within, overlap, Math.max(1, block));
    }

    /** All sessions together. */
    public Agreement agreement() {
        return sum(sessions.stream().map(ComparedSession::agreement).toList());
    }

    /** What intervals are drawn from. */
    public Unit unit() {
        if (animals() > 1) {
            return Unit.ANIMALS;
        }
        return sessions.size() > 1 ? Unit.SESSIONS : Unit.BLOCKS;
    }

    /** Interval of kappa per sample; empty with a single unit. */
    public Optional<BootstrapInterval> sampleInterval() {
        return interval(Agreement::samples);
    }

    /** Interval of kappa per bout; empty with a single unit. */
    public Optional<BootstrapInterval> boutInterval() {
        return interval(Agreement::bouts);
    }

    private Optional<BootstrapInterval> interval(Function<Agreement, KappaTable> table) {
        var tables = units().stream().map(table).toList();
        var zero = tables.stream().reduce(KappaTable.empty(), KappaTable::plus).categories();
        var none = KappaTable.of(zero, new long[zero.size()][zero.size()]);
        var alike = tables.stream().map(none::plus).toList(); // same categories: adding is then only adding
        return BootstrapInterval.drawn(alike.size(), BootstrapInterval.USUAL_REPEATS, SEED, herd -> {
            var sum = none;
            for (int unit : herd) {
                sum = sum.plus(alike.get(unit));
            }
            return sum.kappa();
        });
    }

    private List<Agreement> units() {
        return switch (unit()) {
            case ANIMALS -> {
                var perAnimal = new TreeMap<String, Agreement>();
                sessions.forEach(one -> perAnimal.merge(one.session().animal(), one.agreement(), Agreement::plus));
                yield List.copyOf(perAnimal.values());
            }
            case SESSIONS -> sessions.stream().map(ComparedSession::agreement).toList();
            case BLOCKS -> sessions.getFirst().blocks();
        };
    }

    private long animals() {
        return sessions.stream().map(one -> one.session().animal()).distinct().count();
    }

    private static Agreement sum(List<Agreement> all) {
        return all.stream().reduce(Agreement.empty(), Agreement::plus);
    }
}
