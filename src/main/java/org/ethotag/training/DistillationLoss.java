package org.ethotag.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * {@code alpha * CE(hard labels) + (1 - alpha) * T^2 * KL(teacher_T || student_T)} (Hinton, Vinyals, Dean 2015, arXiv
 * 1503.02531, section 2), as mean over the batch. The cross entropy of weighted classes is divided by the sum of weights,
 * as in PyTorch.
 */
record DistillationLoss(DistillationSettings settings, Targets targets) {

    /**
     * The loss but for the teacher's entropy, which no weight changes: a scalar.
     *
     * @param logits [window][class]
     */
    NDArray minimised(NDArray logits, int[] windows) {
        double alpha = settings.alpha();
        double temperature = settings.temperature();
        var shape = new Shape(windows.length, targets.classes());
        if (alpha == 1) {
            return logits.logSoftmax(1)
                    .mul(like(logits, targets.hardRows(windows), shape))
                    .sum()
                    .neg();
        }
        NDArray soft = logits.div((float) temperature)
                .logSoftmax(1)
                .mul(like(logits, targets.softRows(windows), shape))
                .sum()
                .mul((float) (-(1 - alpha) * temperature * temperature));
        if (alpha == 0) {
            return soft;
        }
        NDArray hard = logits.logSoftmax(1)
                .mul(like(logits, targets.hardRows(windows), shape))
                .sum()
                .mul((float) -alpha);
        return soft.add(hard);
    }

    /** Targets in the precision of the logits: the engine's conversion of the logits would lose their gradient. */
    private static NDArray like(NDArray logits, float[] values, Shape shape) {
        return logits.getManager().create(values, shape).toType(logits.getDataType(), false);
    }

    /** What {@link #minimised} leaves out. */
    double rest(int[] windows) {
        double temperature = settings.temperature();
        return settings.alpha() == 1
                ? 0
                : (1 - settings.alpha()) * temperature * temperature * targets.meanNegativeEntropy(windows);
    }
}
