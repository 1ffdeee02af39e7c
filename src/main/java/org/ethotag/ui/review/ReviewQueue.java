package org.ethotag.ui.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.review.ReviewDecision;
import org.ethotag.review.ReviewDecision.Verdict;
import org.ethotag.review.ReviewItem;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.ReviewList;
import org.ethotag.workflow.Workflow;

/**
 * What is left of a list, with what was decided before.
 *
 * @param list all that is in doubt
 * @param left what nobody decided on, in the list's order
 * @param decided how many decisions were made on this list
 */
record ReviewQueue(ReviewList list, List<ReviewItem> left, int decided) {
    ReviewQueue {
        left = List.copyOf(left);
    }

    /** Nothing to look at. */
    static ReviewQueue empty() {
        return new ReviewQueue(new ReviewList("", "", List.of(), List.of(), 0, 0, 0, 0), List.of(), 0);
    }

    static ReviewQueue of(Project project, ReviewSource source) {
        var workflow = new Workflow(project);
        var list = switch (source) {
            case ReviewSource.Contradicted(String run) -> workflow.doubts(run, "");
            case ReviewSource.Unsure(String track) -> workflow.unsure(track);
            case ReviewSource.Implausible() -> workflow.implausible(JobMonitor.unwatched());
        };
        var decisions = project.reviews().decisions();
        var settled = new HashSet<Place>();
        decisions.stream()
                .filter(decision ->
                        decision.verdict() != Verdict.CORRECTED) // then the label is another one, or taken back
                .forEach(decision -> settled.add(new Place(decision.session(), decision.range(), decision.label())));
        var left = new ArrayList<ReviewItem>();
        for (ReviewItem item : list.items()) {
            if (!settled.contains(new Place(item.session(), item.range(), item.label()))) {
                left.add(item);
            }
        }
        int decided = (int) decisions.stream()
                .filter(decision -> decision.list().equals(name(source)))
                .count();
        return new ReviewQueue(list, left, decided);
    }

    /** By what decisions are counted. */
    static String name(ReviewSource source) {
        return switch (source) {
            case ReviewSource.Contradicted(String run) -> run;
            case ReviewSource.Unsure(String track) -> track;
            case ReviewSource.Implausible() -> "label-doctor";
        };
    }

    private record Place(String session, SampleRange range, String label) {}

    /** What a decision about an item says. */
    static ReviewDecision decision(ReviewSource source, ReviewItem item, Verdict verdict) {
        return new ReviewDecision(name(source), item.session(), item.range(), item.label(), verdict);
    }
}
