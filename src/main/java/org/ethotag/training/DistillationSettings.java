package org.ethotag.training;

/**
 * How much a student listens to its teacher (Hinton, Vinyals, Dean 2015, arXiv 1503.02531): the loss is
 * {@code alpha * CE(hard labels) + (1 - alpha) * T^2 * KL(teacher_T || student_T)}, where the index T means logits
 * divided by T.
 *
 * @param temperature T, above 0
 * @param alpha share of the hard labels, 0 to 1
 */
public record DistillationSettings(double temperature, double alpha) {
    public DistillationSettings {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw new IllegalArgumentException("not a temperature: " + temperature);
        }
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha is 0 to 1, not " + alpha);
        }
    }

    /** Middle of the ranges that worked on labelled collar data: T 2 to 8, alpha 0.1 to 0.5. */
    public static DistillationSettings standard() {
        return new DistillationSettings(4, 0.3);
    }

    /** Whether the teacher's answers count at all. */
    public boolean listensToTeacher() {
        return alpha < 1;
    }

    /** Hard labels alone: a student without a teacher. */
    public static DistillationSettings hardLabels() {
        return new DistillationSettings(1, 1);
    }
}
