package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ethotag.dataset.Window;
import org.ethotag.evaluation.Predictions;
import org.ethotag.evaluation.Scores;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Bout;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.review.BoutFacts;
import org.ethotag.review.LabelDoctor;
import org.ethotag.review.LabelDoctor.Sign;
import org.ethotag.review.ReviewItem;
import org.ethotag.review.ReviewItem.Reason;
import org.ethotag.workflow.LabelExamination.Effect;
import org.ethotag.workflow.LabelExamination.Finding;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunKind;

/** Looks at every labelled bout of a study, with and without a model. */
final class LabelDoctorWork {
    private final Project project;

    LabelDoctorWork(Project project) {
        this.project = project;
    }

    /**
     * Examines a study.
     *
     * @param crossValidation id of a run, or empty to do without
     */
    LabelExamination run(String crossValidation, JobMonitor monitor) {
        var bouts = bouts(monitor);
        var signs = LabelDoctor.examine(bouts);
        if (crossValidation.isEmpty()) {
            return new LabelExamination(bouts.size(), "", "", findings(bouts, signs, Map.of()), List.of());
        }
        var doubts = doubts(crossValidation);
        var contradicted = contradicted(bouts, doubts.map(ReviewList::items).orElse(List.of()));
        return new LabelExamination(
                bouts.size(),
                crossValidation,
                doubts.map(ReviewList::model).orElse(""),
                findings(bouts, signs, contradicted),
                effects(crossValidation, signs.keySet(), contradicted.keySet()));
    }

    /** Nothing for a run of an older version, which kept answers but not how sure they were. */
    private Optional<ReviewList> doubts(String run) {
        var archive = new RunArchive(project);
        var comparison = archive.comparison(archive.run(run, RunKind.CROSSVALIDATION));
        boolean sure = comparison.models().stream()
                .anyMatch(model -> !model.probabilities().isEmpty());
        return sure ? Optional.of(new DoubtWork(project).run(run, "")) : Optional.empty();
    }

    /** What needs no model, as a list to go through: what overlaps first. */
    ReviewList list(JobMonitor monitor) {
        var items =
                run("", monitor).findings().stream().map(LabelDoctorWork::item).toList();
        return new ReviewList("", "", List.of(), items, 0, 0, 0, 0);
    }

    private static ReviewItem item(Finding finding) {
        var bout = finding.bout();
        String label = bout.bout().behaviour();
        String suggested = finding.signs().stream()
                .filter(Sign.Nested.class::isInstance)
                .map(sign -> ((Sign.Nested) sign).otherLabel())
                .findFirst()
                .orElse(label);
        return new ReviewItem(
                bout.session(),
                bout.animal(),
                bout.bout().range(),
                label,
                suggested,
                overlaps(finding) ? Reason.OVERLAPPING : Reason.IMPLAUSIBLE,
                0,
                0,
                0);
    }

    private List<BoutFacts> bouts(JobMonitor monitor) {
        var sessions = project.sessions();
        var facts = new ArrayList<BoutFacts>();
        for (int i = 0; i < sessions.size(); i++) {
            monitor.checkCancelled();
            var session = sessions.get(i);
            monitor.doing((double) i / sessions.size(), "looking", session.name());
            var labelled = project.labels(session.id()).bouts();
            if (!labelled.isEmpty()) {
                facts.addAll(bouts(session, labelled));
            }
        }
        return facts;
    }

    private List<BoutFacts> bouts(Session session, List<Bout> labelled) {
        try (var recording = project.recordings().open(session.id())) {
            var clock = recording.clock();
            return labelled.stream()
                    .map(bout -> new BoutFacts(
                            session.id(),
                            session.name(),
                            session.animal(),
                            bout,
                            clock.timeOf(bout.range().from()),
                            clock.timeOf(bout.range().to() - 1),
                            BoutFacts.vedbaG(recording, bout, session.rate())))
                    .toList();
        }
    }

    private static Map<BoutFacts, List<ReviewItem>> contradicted(List<BoutFacts> bouts, List<ReviewItem> items) {
        var byBout = new HashMap<BoutFacts, List<ReviewItem>>();
        var perSession = new HashMap<String, List<BoutFacts>>();
        bouts.forEach(bout -> perSession
                .computeIfAbsent(bout.session(), _ -> new ArrayList<>())
                .add(bout));
        for (ReviewItem item : items) {
            perSession.getOrDefault(item.session(), List.of()).stream()
                    .filter(bout -> bout.bout().range().contains(item.range()))
                    .forEach(bout ->
                            byBout.computeIfAbsent(bout, _ -> new ArrayList<>()).add(item));
        }
        return byBout;
    }

    private static List<Finding> findings(
            List<BoutFacts> bouts, Map<BoutFacts, List<Sign>> signs, Map<BoutFacts, List<ReviewItem>> contradicted) {
        return bouts.stream()
                .map(bout -> new Finding(
                        bout, signs.getOrDefault(bout, List.of()), contradicted.getOrDefault(bout, List.of())))
                .filter(finding -> kinds(finding) > 0)
                .sorted(Comparator.comparingInt(LabelDoctorWork::kinds)
                        .thenComparing(LabelDoctorWork::overlaps)
                        .thenComparingDouble(LabelDoctorWork::sureness)
                        .reversed())
                .toList();
    }

    /** How many different things speak against it. */
    private static int kinds(Finding finding) {
        int implausible = finding.signs().stream().anyMatch(Sign.Implausible.class::isInstance) ? 1 : 0;
        return implausible
                + (overlaps(finding) ? 1 : 0)
                + (finding.contradictions().isEmpty() ? 0 : 1);
    }

    private static boolean overlaps(Finding finding) {
        return finding.signs().stream().anyMatch(sign -> !(sign instanceof Sign.Implausible));
    }

    /** Probability that the model gives to another class, times the share of the bout that it speaks of. */
    private static double sureness(Finding finding) {
        double length = finding.bout().bout().range().length();
        return finding.contradictions().stream()
                .mapToDouble(item -> item.suggestedProbability() * item.range().length() / length)
                .sum();
    }

    private List<Effect> effects(String run, Set<BoutFacts> signs, Set<BoutFacts> contradicted) {
        var archive = new RunArchive(project);
        var comparison = archive.comparison(archive.run(run));
        var all = new HashSet<>(signs);
        all.addAll(contradicted);
        Predicate<Window> signed = inside(signs);
        Predicate<Window> listed = inside(all);
        return comparison.models().stream()
                .map(model -> new Effect(
                        model.title(),
                        mcc(comparison, model, _ -> false),
                        mcc(comparison, model, signed),
                        mcc(comparison, model, listed),
                        (int) comparison.windows().stream().filter(signed).count(),
                        (int) comparison.windows().stream().filter(listed).count()))
                .toList();
    }

    /** Whether the middle of a window lies in one of the bouts. */
    private static Predicate<Window> inside(Set<BoutFacts> bouts) {
        var perSession = new HashMap<String, List<Bout>>();
        bouts.forEach(one -> perSession
                .computeIfAbsent(one.session(), _ -> new ArrayList<>())
                .add(one.bout()));
        return window -> {
            long middle = (window.range().from() + window.range().to()) / 2;
            return perSession.getOrDefault(window.session(), List.of()).stream()
                    .anyMatch(bout -> bout.range().contains(middle));
        };
    }

    private static double mcc(Comparison comparison, ModelAnswers model, Predicate<Window> aside) {
        var windows = comparison.windows();
        int[] kept = IntStream.range(0, windows.size())
                .filter(i -> !aside.test(windows.get(i)))
                .toArray();
        return kept.length == 0
                ? Double.NaN
                : Scores.of(new Predictions(
                                comparison.classes(),
                                IntStream.of(kept)
                                        .mapToObj(i -> windows.get(i).animal())
                                        .toList(),
                                IntStream.of(kept)
                                        .map(i -> windows.get(i).label())
                                        .toArray(),
                                IntStream.of(kept)
                                        .map(i -> model.answers().get(i))
                                        .toArray()))
                        .mcc();
    }
}
