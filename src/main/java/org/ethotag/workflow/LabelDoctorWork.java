package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ethotag.evaluation.Scores;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.review.AsideRule;
import org.ethotag.review.BoutFacts;
import org.ethotag.review.LabelDoctor;
import org.ethotag.review.LabelDoctor.Sign;
import org.ethotag.review.ReviewItem;
import org.ethotag.review.ReviewItem.Reason;
import org.ethotag.workflow.LabelExamination.Effect;
import org.ethotag.workflow.LabelExamination.Finding;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunKind;
import org.ethotag.workflow.run.SetAside;
import org.ethotag.workflow.run.SetAside.AsideBout;

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
        var bouts = StudyBouts.of(project, monitor);
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
        var all = new LinkedHashSet<>(signs);
        all.addAll(contradicted);
        var withoutSigns = comparison.with(aside(signs)).kept();
        var withoutListed = comparison.with(aside(all)).kept();
        int windows = comparison.windows().size();
        var effects = new ArrayList<Effect>();
        for (int i = 0; i < comparison.models().size(); i++) {
            effects.add(new Effect(
                    comparison.models().get(i).title(),
                    mcc(comparison, i),
                    mcc(withoutSigns, i),
                    mcc(withoutListed, i),
                    windows - withoutSigns.windows().size(),
                    windows - withoutListed.windows().size()));
        }
        return effects;
    }

    private static SetAside aside(Set<BoutFacts> bouts) {
        return new SetAside(
                AsideRule.all(),
                true,
                bouts.stream()
                        .map(bout -> new AsideBout(
                                bout.session(),
                                bout.animal(),
                                bout.bout().behaviour(),
                                bout.bout().range(),
                                true,
                                Set.of(),
                                List.of()))
                        .toList());
    }

    private static double mcc(Comparison comparison, int model) {
        return comparison.windows().isEmpty()
                ? Double.NaN
                : Scores.of(comparison.predictions(comparison.models().get(model)))
                        .mcc();
    }
}
