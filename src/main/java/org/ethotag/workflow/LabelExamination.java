package org.ethotag.workflow;

import java.util.List;
import org.ethotag.review.BoutFacts;
import org.ethotag.review.LabelDoctor.Sign;
import org.ethotag.review.ReviewItem;

/**
 * What speaks against the labels of a study.
 *
 * @param bouts how many bouts were looked at
 * @param run the cross-validation whose answers were used, or empty if there is none
 * @param model title of its model that contradicts, or empty if none was asked: the run kept no probabilities
 * @param findings bouts that something speaks against: those with more signs first, then doubled and nested ones, then by how
 *     surely the model contradicts
 * @param effects for every model of the run what setting bouts aside does to its score
 */
public record LabelExamination(int bouts, String run, String model, List<Finding> findings, List<Effect> effects) {
    public LabelExamination {
        findings = List.copyOf(findings);
        effects = List.copyOf(effects);
    }

    /**
     * One bout.
     *
     * @param bout which
     * @param signs what speaks against it without a model
     * @param contradictions what the model says, at most one for the whole bout or several for its parts
     */
    public record Finding(BoutFacts bout, List<Sign> signs, List<ReviewItem> contradictions) {
        public Finding {
            signs = List.copyOf(signs);
            contradictions = List.copyOf(contradictions);
        }
    }

    /**
     * Multi-class MCC of one model over the windows of the run, judged again without some bouts; nothing is learnt anew.
     *
     * @param model its title
     * @param all over all windows
     * @param withoutSigns without bouts that are doubled, nested or implausible: no model had a say in that
     * @param withoutFindings without all bouts that are listed: of these the model itself named some, so this is higher by
     *     construction
     * @param signWindows how many windows the first rule sets aside
     * @param findingWindows how many the second one does
     */
    public record Effect(
            String model,
            double all,
            double withoutSigns,
            double withoutFindings,
            int signWindows,
            int findingWindows) {}
}
