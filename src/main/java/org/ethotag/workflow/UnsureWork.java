package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.ethotag.label.LabelTrack;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.ModelTrack;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.review.ReviewItem;
import org.ethotag.review.SlidingVote;
import org.ethotag.review.UnsureBouts;
import org.ethotag.workflow.run.RunArchive;

/**
 * Finds the pre-labels of which the model that made them was least sure, over all sessions with a track of that name. A
 * stretch of which people have labelled half or more is settled and left out.
 */
final class UnsureWork {
    private final Project project;

    UnsureWork(Project project) {
        this.project = project;
    }

    ReviewList run(String track) {
        var tracks = project.reviews().modelTracks().stream()
                .filter(one -> one.track().equals(track))
                .toList();
        if (tracks.isEmpty()) {
            throw new ProblemException(WorkflowProblem.NO_SUCH_MODEL_TRACK, track);
        }
        var items = new ArrayList<ReviewItem>();
        var learnt = new TreeSet<String>();
        for (ModelTrack one : tracks) {
            var session = project.session(one.session()).orElseThrow();
            if (one.origin().learnt()) {
                learnt.add(session.animal());
            }
            items.addAll(items(session, one));
        }
        items.sort(Comparator.comparingDouble(item -> item.labelProbability() - item.suggestedProbability()));
        var origin = tracks.getFirst().origin();
        int windows = tracks.stream().mapToInt(ModelTrack::windows).sum();
        return new ReviewList(origin.run(), origin.model(), List.copyOf(learnt), items, windows, 0, 0, 0);
    }

    private List<ReviewItem> items(Session session, ModelTrack track) {
        var answers = project.reviews().answers(session.id(), track.track()).orElseThrow();
        var run = new RunArchive(project).run(track.origin().run());
        var behaviours =
                PrelabelWork.behaviours(WindowSettings.of(run.settings()).classes(), answers.classes());
        var bouts = SlidingVote.bouts(answers, behaviours);
        var people = project.labels(session.id());
        return UnsureBouts.of(answers, bouts, behaviours, session.id(), session.animal()).stream()
                .filter(item -> 2 * labelled(people, item) < item.range().length())
                .toList();
    }

    private static long labelled(LabelTrack people, ReviewItem item) {
        return people.cut(item.range()).stream()
                .mapToLong(bout -> bout.range().length())
                .sum();
    }
}
