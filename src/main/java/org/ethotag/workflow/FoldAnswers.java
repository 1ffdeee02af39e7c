package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.Quantizer;
import org.ethotag.training.FoldInput;
import org.ethotag.training.FoldResult;
import org.ethotag.training.FoldStudent;
import org.ethotag.workflow.CrossValidateStep.Students;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.ethotag.workflow.run.FlipTable;
import org.ethotag.workflow.run.ModelNames;

/**
 * What the models of one fold say about its test windows.
 *
 * @param step what was asked for
 * @param input the fold's windows
 * @param result the fold's models
 * @param firstWindow number of the fold's first test window among all that are judged
 * @param flips takes the windows whose class changes in fixed point
 */
record FoldAnswers(CrossValidateStep step, FoldInput input, FoldResult result, int firstWindow, FlipTable flips) {

    /** Teacher, students, and fixed point in every width, in the order in which they are shown. */
    List<ModelAnswers> all(JobMonitor monitor) {
        var answers = new ArrayList<ModelAnswers>();
        answers.add(Answers.ofTeacher(result.teacher(), result.teacherLogits()));
        boolean distilled = step.students() == Students.WITHOUT_AND_WITH_DISTILLATION;
        for (FoldStudent student : result.students()) {
            if (student.awareBits() > 0) {
                var start = distilled(student.hidden());
                answers.add(fixed(ModelNames.aware(student.awareBits()), student, student.awareBits(), start, monitor));
                continue;
            }
            if (student.distilled() && !distilled) {
                continue;
            }
            var name = student.distilled() ? ModelNames.DISTILLED : ModelNames.STUDENT;
            answers.add(Answers.ofStudent(name, student.model(), student.logits()));
            if (student.distilled() == distilled) {
                for (int bits : step.weightBits()) {
                    answers.add(fixed(ModelNames.fixed(bits), student, bits, student, monitor));
                }
            }
        }
        return answers;
    }

    private FoldStudent distilled(int hidden) {
        return result.students().stream()
                .filter(student -> student.distilled() && student.awareBits() == 0 && student.hidden() == hidden)
                .findFirst()
                .orElseThrow();
    }

    /** @param compared the float student whose answers say what a flip is */
    private ModelAnswers fixed(
            String name, FoldStudent student, int weightBits, FoldStudent compared, JobMonitor monitor) {
        Dataset test = input.test();
        var settings = QuantizationSettings.defaults().withWeightBits(weightBits);
        var graph = Quantizer.quantize(student.model(), input.training(), settings);
        var answers = Answers.ofFixed(name, student.model(), graph, test, test.allIndices(), monitor.part(1, 1));
        flips.add(answers, test, compared.logits(), firstWindow);
        return answers;
    }
}
