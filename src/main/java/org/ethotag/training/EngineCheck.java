package org.ethotag.training;

import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;

/** Whether models can be trained on this machine. */
public sealed interface EngineCheck {
    /**
     * The engine runs and calculates.
     *
     * @param version of PyTorch
     * @param threads that one operation uses if nothing else is asked for
     */
    record Works(String version, int threads) implements EngineCheck {}

    /**
     * The engine cannot run here.
     *
     * @param problem what to tell the user
     */
    record Missing(Problem problem) implements EngineCheck {}

    /** Starts the engine, which takes seconds the first time, and lets it calculate. */
    static EngineCheck run() {
        try {
            var engine = LearningEngine.start();
            try (var manager = engine.newManager()) {
                float sum = manager.create(new float[] {1, 2, 3}).sum().getFloat();
                if (sum != 6) {
                    throw new ProblemException(TrainingProblem.ENGINE_MISSING, "1 + 2 + 3 = " + sum);
                }
            }
            return new Works(engine.version(), engine.threads());
        } catch (ProblemException failure) {
            return new Missing(failure.problem());
        }
    }
}
