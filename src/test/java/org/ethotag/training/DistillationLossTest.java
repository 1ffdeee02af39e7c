package org.ethotag.training;

import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistillationLossTest {
    /** Float sums over at most 12 windows of 5 classes; losses are below 200. */
    private static final double RELATIVE = 1e-5;

    /**
     * Two classes, student (0, ln 3), teacher (ln 9, 0), label 0, T = 2, alpha = 0.25. Student at T = 1: (1/4, 3/4), CE = ln
     * 4. At T = 2 the teacher gives (3, 1) / 4 and the student (1, s) / (1 + s) with s = sqrt 3. KL = 3/4 ln(3/4 (1 + s)) +
     * 1/4 ln(1/4 (1 + s) / s).
     */
    @Test
    void aCaseCalculatedByHand() {
        double s = Math.sqrt(3);
        double kl = 0.75 * Math.log(0.75 * (1 + s)) + 0.25 * Math.log(0.25 * (1 + s) / s);
        double expected = 0.25 * Math.log(4) + 0.75 * 4 * kl;
        var targets = Targets.soft(2, new int[] {0}, false, new float[][] {{(float) Math.log(9), 0}}, 2);
        var loss = new DistillationLoss(new DistillationSettings(2, 0.25), targets);
        assertEquals(expected, value(loss, new float[] {0, (float) Math.log(3)}, 2, new int[] {0}), 1e-6);
    }

    @Test
    void itIsTheFormulaInDoublePrecision() {
        trials(50, random -> {
            int windows = 2 + random.nextInt(10);
            int classes = 2 + random.nextInt(4);
            float[] student = logits(random, windows * classes);
            float[][] teacher = new float[windows][];
            int[] labels = new int[windows];
            int[] all = new int[windows];
            for (int i = 0; i < windows; i++) {
                teacher[i] = logits(random, classes);
                labels[i] = random.nextInt(classes);
                all[i] = i;
            }
            boolean weighted = random.nextBoolean();
            var settings = new DistillationSettings(0.5 + 7 * random.nextDouble(), random.nextInt(5) / 4.0);
            var targets = Targets.soft(classes, labels, weighted, teacher, settings.temperature());
            double expected = formula(settings, student, teacher, labels, classes, weighted);
            double actual = value(new DistillationLoss(settings, targets), student, classes, all);
            assertEquals(expected, actual, RELATIVE * Math.max(1, expected));
        });
    }

    @Test
    void aStudentThatAgreesWithItsTeacherHasNothingToLearnFromIt() {
        float[] logits = {3, -1, 0.5f};
        var targets = Targets.soft(3, new int[] {1}, false, new float[][] {logits}, 4);
        var loss = new DistillationLoss(new DistillationSettings(4, 0), targets);
        assertEquals(0, value(loss, logits, 3, new int[] {0}), 1e-5);
    }

    private static double value(DistillationLoss loss, float[] logits, int classes, int[] windows) {
        try (var manager = LearningEngine.start().newManager()) {
            var uploaded = manager.create(logits, new Shape(windows.length, classes));
            return loss.minimised(uploaded, windows).getFloat() + loss.rest(windows);
        }
    }

    /** Written from the formula, with plain probabilities. */
    private static double formula(
            DistillationSettings settings,
            float[] student,
            float[][] teacher,
            int[] labels,
            int classes,
            boolean weighted) {
        double ce = 0;
        double weights = 0;
        double kl = 0;
        for (int i = 0; i < labels.length; i++) {
            float[] row = Arrays.copyOfRange(student, i * classes, (i + 1) * classes);
            double weight = weighted ? weight(labels, labels[i], classes) : 1;
            ce -= weight * Math.log(softmax(row, 1)[labels[i]]);
            weights += weight;
            double[] p = softmax(teacher[i], settings.temperature());
            double[] q = softmax(row, settings.temperature());
            for (int c = 0; c < classes; c++) {
                kl += p[c] * Math.log(p[c] / q[c]);
            }
        }
        double t = settings.temperature();
        return settings.alpha() * ce / weights + (1 - settings.alpha()) * t * t * kl / labels.length;
    }

    private static double weight(int[] labels, int label, int classes) {
        long same = Arrays.stream(labels).filter(l -> l == label).count();
        return (double) labels.length / (classes * same);
    }

    private static double[] softmax(float[] logits, double temperature) {
        double sum = 0;
        double[] p = new double[logits.length];
        for (int c = 0; c < p.length; c++) {
            p[c] = Math.exp(logits[c] / temperature);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
        return p;
    }

    private static float[] logits(Random random, int count) {
        float[] logits = new float[count];
        for (int i = 0; i < count; i++) {
            logits[i] = (float) (3 * random.nextGaussian());
        }
        return logits;
    }
}
