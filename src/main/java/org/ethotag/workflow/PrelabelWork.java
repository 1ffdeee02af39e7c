package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ethotag.dataset.ClassMap;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.DatasetProblem;
import org.ethotag.dataset.Window;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.LabelEdit;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.StepKind;
import org.ethotag.recording.Recording;
import org.ethotag.recording.Session;
import org.ethotag.review.SlidingVote;
import org.ethotag.review.WindowAnswers;
import org.ethotag.review.WindowAnswers.Origin;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.Samples;
import org.ethotag.signal.WindowSpec;
import org.ethotag.workflow.run.RunArchive;

/**
 * Carries out a {@link PrelabelStep}. Windows slide over every stretch without a gap; the last one of a stretch ends with it,
 * so that no sample of a long enough stretch is left out. {@link SlidingVote} makes labels of their answers. Windows with a
 * value that is not finite are not judged.
 */
final class PrelabelWork {
    /** Values that are read before a model is asked: 12 MB of floats. */
    private static final int VALUES_AT_ONCE = 3 << 20;

    /** As windows are cut for learning: clocks of tags of one kind differ by less. */
    private static final double RATE_TOLERANCE = 0.01;

    private final Project project;
    private final RunArchive archive;

    PrelabelWork(Project project) {
        this.project = project;
        this.archive = new RunArchive(project);
    }

    List<Prelabelled> run(PrelabelStep step, JobMonitor monitor) {
        var run = archive.run(step.run());
        monitor.doing(-1, "reading.model");
        var model = WindowModel.of(project, run, monitor);
        var behaviours = behaviours(WindowSettings.of(run.settings()).classes(), model.classes());
        var learnt = Set.copyOf(RunArchive.animals(run, RunArchive.TRAINED_ON));
        int stride = step.strideSamples() == 0 ? Math.max(1, model.lengthSamples() / 4) : step.strideSamples();
        var spec = new WindowSpec(model.lengthSamples(), stride);
        var sessions = step.sessions().stream().map(this::session).toList();
        sessions.forEach(session -> requireRate(session, model));
        var frames = StudyFrames.besideRun(project, run, monitor.part(0, 0));
        var done = new ArrayList<Prelabelled>();
        for (int i = 0; i < sessions.size(); i++) {
            var session = sessions.get(i);
            var part = monitor.part((double) i / sessions.size(), (i + 1.0) / sessions.size());
            var origin = new Origin(run.id(), model.title(), learnt.contains(session.animal()), session.rawSha256());
            done.add(project.log()
                    .step(
                            StepKind.PRELABEL,
                            StepSettings.of(step, session.id()),
                            () -> Map.of("raw.sha256", session.rawSha256()),
                            () -> {
                                var answers = ask(model.turned(frames), session, spec, origin, part);
                                monitor.checkCancelled();
                                return keep(session, step.trackName(), answers, behaviours);
                            },
                            made -> came(session, made)));
        }
        return List.copyOf(done);
    }

    private Map<String, String> came(Session session, Prelabelled made) {
        var labels = project.labels(session.id(), made.track());
        return Map.of(
                "windows", String.valueOf(made.windows()),
                "bouts", String.valueOf(made.bouts()),
                "labels.sha256", StudyHashes.of(labels));
    }

    private Session session(String id) {
        return project.session(id).orElseThrow(() -> new ProblemException(WorkflowProblem.NO_SUCH_SESSION, id));
    }

    private static void requireRate(Session session, WindowModel model) {
        if (Math.abs(session.rate().hertz() / model.rate().hertz() - 1) > RATE_TOLERANCE) {
            throw new ProblemException(
                    DatasetProblem.RATES_DIFFER,
                    session.name(),
                    session.rate().hertz(),
                    model.rate().hertz());
        }
    }

    /** A class of one behaviour labels with that; a class of several, or of all others, with a behaviour of its own name. */
    static List<String> behaviours(String classMap, List<String> classes) {
        var map = ClassMap.parse(classMap);
        return classes.stream()
                .map(name -> {
                    var codes = map.behaviours().getOrDefault(name, List.of());
                    return codes.size() == 1 && !codes.getFirst().equals(ClassMap.REST) ? codes.getFirst() : name;
                })
                .toList();
    }

    private WindowAnswers ask(WindowModel model, Session session, WindowSpec spec, Origin origin, JobMonitor monitor) {
        try (var recording = project.recordings().open(session.id())) {
            long[] starts = starts(recording.stretches(), spec);
            var taken = new Taken(model, session, spec, starts.length);
            int most = Math.max(1, VALUES_AT_ONCE / (Samples.AXES * spec.lengthSamples()));
            for (int from = 0; from < starts.length; from += most) {
                monitor.checkCancelled();
                monitor.doing((double) from / starts.length, "labelling", session.name());
                int to = Math.min(starts.length, from + most);
                taken.add(recording, Arrays.copyOfRange(starts, from, to), monitor);
            }
            return taken.answers(origin);
        }
    }

    /** Where windows start, rising. */
    static long[] starts(List<SampleRange> stretches, WindowSpec spec) {
        return stretches.stream()
                .sorted()
                .flatMapToLong(stretch -> {
                    long count = spec.countIn(stretch.length());
                    long[] starts = new long[Math.toIntExact(count)];
                    for (int i = 0; i < starts.length; i++) {
                        starts[i] = stretch.from() + (long) i * spec.strideSamples();
                    }
                    long last = stretch.to() - spec.lengthSamples();
                    if (count > 0 && starts[starts.length - 1] < last) {
                        starts = Arrays.copyOf(starts, starts.length + 1);
                        starts[starts.length - 1] = last;
                    }
                    return Arrays.stream(starts);
                })
                .toArray();
    }

    /** Writes what the model said and what that means: first the answers, so that no label is there without them. */
    private Prelabelled keep(Session session, String track, WindowAnswers answers, List<String> behaviours) {
        var bouts = SlidingVote.bouts(answers, behaviours);
        project.ensureBehaviours(behaviours);
        project.reviews().keep(session.id(), track, answers);
        var whole = new SampleRange(0, session.lengthSamples());
        project.edit(session.id(), track, "Labels by " + answers.origin().run(), new LabelEdit.Restore(whole, bouts));
        return new Prelabelled(
                session.id(),
                session.animal(),
                track,
                answers.size(),
                bouts.size(),
                bouts.stream().mapToLong(bout -> bout.range().length()).sum(),
                confidence(answers),
                answers.origin().learnt());
    }

    private static double confidence(WindowAnswers answers) {
        double sum = 0;
        for (int i = 0; i < answers.size(); i++) {
            double most = 0;
            for (int c = 0; c < answers.classes().size(); c++) {
                most = Math.max(most, answers.probability(i, c));
            }
            sum += most;
        }
        return sum / answers.size();
    }

    /** Answers as they come in; lives as long as one session is read. */
    private static final class Taken {
        private final WindowModel model;
        private final Session session;
        private final WindowSpec spec;
        private final long[] starts;
        private final char[] probabilities;
        private int size;

        Taken(WindowModel model, Session session, WindowSpec spec, int most) {
            this.model = model;
            this.session = session;
            this.spec = spec;
            this.starts = new long[most];
            this.probabilities =
                    new char[Math.multiplyExact(most, model.classes().size())];
        }

        void add(Recording recording, long[] from, JobMonitor monitor) {
            var windows = new ArrayList<Window>();
            var values = new ArrayList<float[]>();
            for (long start : from) {
                var range = new SampleRange(start, start + spec.lengthSamples());
                float[] read = recording.read(range).rowMajor();
                if (finite(read)) {
                    windows.add(
                            new Window(session.id(), session.animal(), range, 0)); // asked about, so no label counts
                    values.add(read);
                }
            }
            if (windows.isEmpty()) {
                return;
            }
            var answers = model.asked()
                    .about(new Dataset(model.classes(), model.rate(), spec, windows, values), monitor.quiet());
            int classes = model.classes().size();
            for (int i = 0; i < windows.size(); i++) {
                starts[size] = windows.get(i).range().from();
                for (int c = 0; c < classes; c++) {
                    probabilities[size * classes + c] = WindowAnswers.rounded(answers.of(i, c));
                }
                size++;
            }
        }

        WindowAnswers answers(Origin origin) {
            return new WindowAnswers(
                    origin,
                    model.classes(),
                    spec.lengthSamples(),
                    Arrays.copyOf(starts, size),
                    Arrays.copyOf(probabilities, size * model.classes().size()));
        }

        private static boolean finite(float[] values) {
            for (float value : values) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
            return true;
        }
    }
}
