package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.review.AsideRule;
import org.ethotag.review.BoutFacts;
import org.ethotag.review.LabelDoctor;
import org.ethotag.review.LabelDoctor.Sign;
import org.ethotag.workflow.run.SetAside;
import org.ethotag.workflow.run.SetAside.AsideBout;

/**
 * Finds the bouts of a study that a written rule sets aside. For what a fold learns from, the rule is asked about the bouts of
 * the fold's training animals alone: what is usual in a herd must not be told by the animal that is judged. For what is left
 * out of the second number it is asked about all bouts, once, and no model has a say in either.
 */
final class SettingAside {
    private SettingAside() {}

    /** For models that are going to learn. */
    static SetAside of(Project project, AsideRule rule, Dataset dataset, List<Fold> folds, JobMonitor monitor) {
        if (rule.isNone()) {
            return SetAside.none();
        }
        var bouts = StudyBouts.of(project, monitor);
        var judged = LabelDoctor.setAside(bouts, rule);
        var signs = new HashMap<>(judged);
        var notLearnt = new HashMap<BoutFacts, Set<Integer>>();
        for (int i = 0; i < folds.size(); i++) {
            for (var found : ofFold(bouts, rule, dataset, folds.get(i)).entrySet()) {
                signs.putIfAbsent(found.getKey(), found.getValue());
                notLearnt.computeIfAbsent(found.getKey(), _ -> new TreeSet<>()).add(i);
            }
        }
        return new SetAside(rule, false, listed(bouts, signs, judged.keySet(), notLearnt));
    }

    /** For models that learnt from all bouts: only the second number is there to be told. */
    static SetAside afterwards(Project project, AsideRule rule, JobMonitor monitor) {
        if (rule.isNone()) {
            return SetAside.none();
        }
        var bouts = StudyBouts.of(project, monitor);
        var judged = LabelDoctor.setAside(bouts, rule);
        return new SetAside(rule, true, listed(bouts, judged, judged.keySet(), Map.of()));
    }

    private static Map<BoutFacts, List<Sign>> ofFold(
            List<BoutFacts> bouts, AsideRule rule, Dataset dataset, Fold fold) {
        var animals = new LinkedHashSet<>(dataset.only(fold.train()).animals());
        return LabelDoctor.setAside(
                bouts.stream().filter(bout -> animals.contains(bout.animal())).toList(), rule);
    }

    private static List<AsideBout> listed(
            List<BoutFacts> bouts,
            Map<BoutFacts, List<Sign>> signs,
            Set<BoutFacts> judged,
            Map<BoutFacts, Set<Integer>> notLearnt) {
        var listed = new ArrayList<AsideBout>();
        for (BoutFacts bout : bouts) {
            var found = signs.get(bout);
            if (found != null) {
                listed.add(new AsideBout(
                        bout.session(),
                        bout.animal(),
                        bout.bout().behaviour(),
                        bout.bout().range(),
                        judged.contains(bout),
                        notLearnt.getOrDefault(bout, Set.of()),
                        found.stream().map(Sign::words).toList()));
            }
        }
        return listed;
    }

    /** What a manifest's settings say: the rule in words, beside its text among those of the windows. */
    static Map<String, String> lines(AsideRule rule) {
        return rule.isNone() ? Map.of() : Map.of("aside.rule", "bouts " + rule.words());
    }

    /** What a manifest's inputs say: which bouts. */
    static Map<String, String> inputs(SetAside aside) {
        var inputs = new LinkedHashMap<String, String>();
        if (!aside.isNone()) {
            inputs.put("aside.sha256", StudyHashes.sha256(aside.csv()));
            inputs.put("aside.bouts", String.valueOf(aside.bouts().size()));
        }
        return inputs;
    }
}
