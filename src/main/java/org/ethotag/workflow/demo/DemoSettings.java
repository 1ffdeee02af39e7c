package org.ethotag.workflow.demo;

import java.util.Set;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.StudentShape;
import org.ethotag.training.TrainingSettings;
import org.ethotag.workflow.WindowSettings;

/**
 * How much work the demo does.
 *
 * @param windows how the sample study is cut
 * @param holdOut animals to judge on
 * @param width of the teacher
 * @param teacher how it is trained
 * @param shape of the students
 * @param student how they are trained
 */
public record DemoSettings(
        WindowSettings windows,
        Set<String> holdOut,
        double width,
        TrainingSettings teacher,
        StudentShape shape,
        TrainingSettings student) {
    /** A collar turned like most and one turned the other way. */
    private static final Set<String> USUAL_HOLD_OUT = Set.of("cow04", "cow07");

    private static final String CLASSES = "grazing=grazing,walking=walking,resting=resting,other=*";
    /** The step by which the window slides on a tag (arXiv 2209.04130, section 4). */
    private static final int STRIDE_SAMPLES = 64;

    private static final double QUARTER_WIDTH = 0.25;
    private static final int TEACHER_EPOCHS = 16;
    private static final int STUDENT_EPOCHS = 18;
    private static final int HIDDEN = 32;

    public DemoSettings {
        holdOut = Set.copyOf(holdOut);
    }

    /** Enough to learn from in minutes on two cores: a teacher of a quarter of the published width, a student with H = 32. */
    public static DemoSettings minutes(long seed) {
        return new DemoSettings(
                new WindowSettings(WindowSettings.PAPER_LENGTH_SAMPLES, STRIDE_SAMPLES, 1, CLASSES),
                USUAL_HOLD_OUT,
                QUARTER_WIDTH,
                TrainingSettings.teacher().withEpochs(TEACHER_EPOCHS).withSeed(seed),
                StudentShape.of(HIDDEN),
                TrainingSettings.student().withEpochs(STUDENT_EPOCHS).withSeed(seed));
    }

    /** Temperature and share of the hard labels. */
    DistillationSettings distillation() {
        return DistillationSettings.standard();
    }
}
