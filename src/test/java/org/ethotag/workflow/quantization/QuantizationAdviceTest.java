package org.ethotag.workflow.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.StudentModel;
import org.ethotag.project.RunManifest;
import org.ethotag.quantization.Advice;
import org.ethotag.quantization.Advice.Impossible;
import org.ethotag.quantization.Alternative;
import org.ethotag.quantization.Knob;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.Students;
import org.ethotag.quantization.batch.BatchEngine;
import org.ethotag.quantization.batch.WindowSource;
import org.ethotag.workflow.QuantizationBench;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.junit.jupiter.api.Test;

class QuantizationAdviceTest {
    private static final int WINDOWS = 6;

    /** Eight times the weights of a trained network: too large for a few bits, while the defaults still fit. */
    private static StudentModel large() {
        return Students.random(new Random(3), 4, 4, 3, 8);
    }

    private static QuantizationBench bench(StudentModel student) {
        var windows = Students.smooth(new Random(5), WINDOWS, student);
        var answers = Collections.nCopies(WINDOWS, 0);
        return new QuantizationBench(
                new RunManifest("student-1", "student", Instant.EPOCH, Map.of(), Map.of(), 0, Map.of()),
                student,
                windows,
                windows,
                false,
                new float[WINDOWS][student.classes().size()],
                new ModelAnswers("teacher", 0, answers, 0, 0),
                new BatchEngine(WindowSource.of(windows, windows.allIndices())));
    }

    @Test
    void everyAlternativeIsMeasuredOrNamedWithTheReason() {
        var now = QuantizationSettings.defaults();
        var found = QuantizationAdvice.of(bench(large()), now, WINDOWS, JobMonitor.unwatched());
        for (Advice advice : found.advice()) {
            assertThat(Stream.concat(
                            advice.outcomes().stream().map(Advice.Outcome::alternative),
                            advice.impossible().stream().map(Impossible::alternative)))
                    .containsExactlyInAnyOrderElementsOf(advice.knob().alternatives(now));
        }
        var weights = found.advice().get(Knob.WEIGHTS.ordinal());
        assertThat(weights.impossible().stream()
                        .map(Impossible::alternative)
                        .map(Alternative::value)
                        .toList())
                .isEqualTo(List.of("4 bits", "6 bits"));
        assertThat(weights.impossible().getFirst().reason())
                .isEqualTo("The weights of gru.weight_ih, reset gate reach 27.6,"
                        + " which no shift of the integer arithmetic can hold.");
    }
}
