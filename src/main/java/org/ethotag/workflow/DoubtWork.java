package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ethotag.dataset.ClassMap;
import org.ethotag.dataset.Window;
import org.ethotag.evaluation.Probabilities;
import org.ethotag.evaluation.Scores;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.recording.Session;
import org.ethotag.review.ConfidentLearning;
import org.ethotag.review.Doubt;
import org.ethotag.review.LabelDoubts;
import org.ethotag.review.ReviewItem;
import org.ethotag.review.ReviewItem.Reason;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.ethotag.workflow.run.FoldPlan;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunKind;

/**
 * Finds the labels of a study that models of a cross-validation contradict, each model on animals that it never saw. Labels
 * may have changed since: windows whose label is another one now, and those of sessions that are gone, are left out. A
 * session's id holds a part of the hash of its recording, so a session that is there is the one that was judged.
 */
final class DoubtWork {
    private final Project project;
    private final RunArchive archive;

    DoubtWork(Project project) {
        this.project = project;
        this.archive = new RunArchive(project);
    }

    /** A window whose label still is what it was, in its bout. */
    private record Judged(Window window, Bout bout, float[] probabilities) {}

    /**
     * Ranks them.
     *
     * @param id of a cross-validation
     * @param model title of one of its models, or empty for the best one that there is
     */
    ReviewList run(String id, String model) {
        var run = archive.run(id, RunKind.CROSSVALIDATION);
        var comparison = archive.comparison(run);
        if (comparison.protocol().startsWith(FoldPlan.LEAKY_MARK)) {
            throw new ProblemException(WorkflowProblem.LEAKY_DOUBTS, id);
        }
        var answers = answers(id, comparison, model);
        var classes = ClassMap.parse(WindowSettings.of(run.settings()).classes());
        var sessions = project.sessions().stream().map(Session::id).collect(Collectors.toSet());
        var tracks = new HashMap<String, LabelTrack>();
        var judged = new ArrayList<Judged>();
        int gone = 0;
        for (int i = 0; i < comparison.windows().size(); i++) {
            var window = comparison.windows().get(i);
            if (!sessions.contains(window.session())) {
                gone++;
                continue;
            }
            float[] row = row(answers.probabilities(), i);
            var track = tracks.computeIfAbsent(window.session(), project::labels);
            boutOf(track, classes, window).ifPresent(bout -> judged.add(new Judged(window, bout, row)));
        }
        judged.sort(Comparator.comparing((Judged j) -> j.window().session())
                .thenComparing(j -> j.window().range()));
        int changed = comparison.windows().size() - gone - judged.size();
        return list(run, answers.title(), comparison.classes(), judged, changed, gone);
    }

    private static float[] row(Probabilities probabilities, int window) {
        float[] row = new float[probabilities.classes()];
        for (int c = 0; c < row.length; c++) {
            row[c] = (float) probabilities.of(window, c);
        }
        return row;
    }

    private static ReviewList list(
            RunManifest run, String title, List<String> classes, List<Judged> judged, int changed, int gone) {
        int[] labels = judged.stream().mapToInt(j -> j.window().label()).toArray();
        float[][] probabilities = judged.stream().map(Judged::probabilities).toArray(float[][]::new);
        var items = LabelDoubts.of(labels, probabilities, bouts(judged), classes.size()).stream()
                .map(doubt -> item(doubt, judged, classes))
                .toList();
        double errors =
                ConfidentLearning.of(labels, probabilities, classes.size()).expectedErrors();
        return new ReviewList(run.id(), title, List.of(), items, judged.size(), changed, gone, errors);
    }

    /** Those of the model asked for, or of the one with the highest score. */
    private static ModelAnswers answers(String run, Comparison comparison, String model) {
        var known = comparison.models().stream()
                .filter(one -> !one.probabilities().isEmpty())
                .toList();
        if (known.isEmpty()) {
            throw new ProblemException(WorkflowProblem.NOTHING_OUT_OF_FOLD, run);
        }
        return known.stream()
                .filter(one -> model.isEmpty() || one.title().equals(model))
                .max(Comparator.comparingDouble(
                        one -> Scores.of(comparison.predictions(one)).mcc()))
                .orElseThrow(() -> new ProblemException(
                        WorkflowProblem.NO_SUCH_MODEL,
                        run,
                        model,
                        known.stream().map(ModelAnswers::title).collect(Collectors.joining(", "))));
    }

    /** The bout in the middle of a window, if it is of the window's class. */
    private static Optional<Bout> boutOf(LabelTrack track, ClassMap classes, Window window) {
        long middle = (window.range().from() + window.range().to()) / 2;
        return track.boutAt(middle)
                .filter(bout -> classes.classOf(bout.behaviour()).stream().anyMatch(c -> c == window.label()));
    }

    /** Numbers that are the same for windows in a row which lie in one bout. */
    private static int[] bouts(List<Judged> judged) {
        int[] bouts = new int[judged.size()];
        for (int i = 1; i < bouts.length; i++) {
            var before = judged.get(i - 1);
            var now = judged.get(i);
            boolean same = before.window().session().equals(now.window().session())
                    && before.bout().equals(now.bout());
            bouts[i] = same ? bouts[i - 1] : i;
        }
        return bouts;
    }

    private static ReviewItem item(Doubt doubt, List<Judged> judged, List<String> classes) {
        var first = judged.get(doubt.from());
        var last = judged.get(doubt.to() - 1);
        var bout = first.bout().range();
        var part = new SampleRange(
                Math.max(bout.from(), first.window().range().from()),
                Math.min(bout.to(), last.window().range().to()));
        return new ReviewItem(
                first.window().session(),
                first.window().animal(),
                doubt.whole() ? bout : part,
                first.bout().behaviour(),
                classes.get(doubt.suggested()),
                doubt.whole() ? Reason.BOUT_CONTRADICTED : Reason.PART_CONTRADICTED,
                doubt.labelProbability(),
                doubt.suggestedProbability(),
                doubt.windows());
    }
}
