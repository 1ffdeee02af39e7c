package org.ethotag.workflow.quantization;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.Advice;
import org.ethotag.quantization.Alternative;
import org.ethotag.quantization.Knob;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.workflow.QuantizationBench;

/**
 * What other settings would be worth, measured by running every one of them.
 *
 * @param advice one per knob
 * @param windows on how many windows
 */
public record QuantizationAdvice(List<Advice> advice, int windows) {
    private static final double POINTS = 100;

    public QuantizationAdvice {
        advice = List.copyOf(advice);
    }

    /**
     * Runs the alternatives of every knob.
     *
     * @param mostWindows at most so many of the judged windows, evenly spread
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static QuantizationAdvice of(
            QuantizationBench bench, QuantizationSettings now, int mostWindows, JobMonitor monitor) {
        var sample = bench.sample(mostWindows);
        double floatAccuracy = accuracy(sample, sample.floatAnswers());
        var advice = new ArrayList<Advice>();
        var knobs = Knob.values();
        for (int i = 0; i < knobs.length; i++) {
            var part = monitor.part((double) i / knobs.length, (i + 1.0) / knobs.length);
            var outcomes = new ArrayList<Advice.Outcome>();
            var impossible = new ArrayList<Advice.Impossible>();
            var alternatives = knobs[i].alternatives(now);
            for (Alternative alternative : alternatives) {
                part.checkCancelled();
                int tried = outcomes.size() + impossible.size();
                part.doing((double) tried / alternatives.size(), "trying", tried + 1, alternatives.size());
                try {
                    outcomes.add(outcome(sample, alternative, floatAccuracy, part));
                } catch (ProblemException unsuitable) {
                    if (alternative.present()) {
                        throw unsuitable;
                    }
                    impossible.add(new Advice.Impossible(
                            alternative, unsuitable.problem().what()));
                }
            }
            advice.add(new Advice(outcomes, impossible));
        }
        return new QuantizationAdvice(advice, sample.judged().size());
    }

    /** @throws ProblemException if the student's weights do not fit the alternative */
    private static Advice.Outcome outcome(
            QuantizationBench sample, Alternative alternative, double floatAccuracy, JobMonitor monitor) {
        var trial = QuantizationTrial.of(sample, alternative.settings(), monitor.quiet());
        double lost = POINTS * (floatAccuracy - trial.scores().accuracy());
        return new Advice.Outcome(alternative, lost, trial.agreement());
    }

    private static double accuracy(QuantizationBench bench, int[] answers) {
        int right = 0;
        for (int i = 0; i < answers.length; i++) {
            right += answers[i] == bench.judged().windows().get(i).label() ? 1 : 0;
        }
        return answers.length == 0 ? 1 : (double) right / answers.length;
    }
}
