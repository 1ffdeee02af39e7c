package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;

class MemoryTest {
    /** More than any machine has. */
    private static final long VALUES = 1L << 44;

    private final LearningEngine engine = LearningEngine.start();

    @Test
    void memoryThatTheEngineDoesNotGetIsAProblem() {
        try (var manager = engine.newManager()) {
            var problem = problem(() -> manager.zeros(new Shape(VALUES)));
            assertEquals(TrainingProblem.OUT_OF_MEMORY, problem.problem().code());
            assertThat(problem.problem().why()).contains("memory");
        }
    }

    @Test
    void memoryThatJavaDoesNotGetIsAProblem() {
        var problem = problem(() -> {
            var all = new ArrayList<long[]>();
            while (true) {
                all.add(new long[Integer.MAX_VALUE / 2]);
            }
        });
        assertEquals(TrainingProblem.OUT_OF_MEMORY, problem.problem().code());
    }

    @Test
    void theEngineLearnsOnAfterwards() {
        try (var manager = engine.newManager()) {
            problem(() -> manager.zeros(new Shape(VALUES)));
            assertEquals(6, manager.ones(new Shape(6)).sum().getFloat());
        }
    }

    private ProblemException problem(Supplier<Object> work) {
        var found = new ArrayList<ProblemException>();
        assertThatThrownBy(() -> engine.withinMemory(work)).isInstanceOfSatisfying(ProblemException.class, found::add);
        return found.getFirst();
    }
}
