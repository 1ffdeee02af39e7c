package org.ethotag.training;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.ethotag.problem.ProblemException;

/**
 * The PyTorch engine, started. The only way in this package to reach it, so that the process environment is right before
 * the native library is loaded.
 */
final class LearningEngine {
    /** DJL's own setting; who sets it on the command line decides for the whole process. */
    private static final String THREADS = "ai.djl.pytorch.num_threads";
    /** The engine collects gradients of one step at a time in the whole process. */
    private static final ReentrantLock ONE_STEP_AT_A_TIME = new ReentrantLock(true);

    /** How the engine says that it got no memory, on all systems. */
    private static final List<String> MEMORY_WORDS =
            List.of("DefaultCPUAllocator", "bad_alloc", "Storage size calculation");

    private final Engine engine;

    private LearningEngine(Engine engine) {
        this.engine = engine;
    }

    /** @throws ProblemException if the native library is not there or does not fit */
    static LearningEngine start() {
        ProcessEnvironment.letWorkerThreadsSleep();
        System.setProperty("ai.djl.offline", "true");
        try {
            return new LearningEngine(Engine.getEngine("PyTorch"));
        } catch (EngineException | UnsatisfiedLinkError | NoClassDefFoundError missing) {
            throw new ProblemException(TrainingProblem.ENGINE_MISSING, reason(missing)).causedBy(missing);
        }
    }

    /** Memory for native arrays; the caller closes it. */
    NDManager newManager() {
        return engine.newBaseManager();
    }

    /** Version of PyTorch. */
    String version() {
        return engine.getVersion();
    }

    /** Threads that one operation uses. */
    int threads() {
        return JniUtils.getNumThreads();
    }

    /** Asks for so many threads per operation, unless the process was started with a fixed number. */
    void useThreads(int wanted) {
        JniUtils.setNumThreads(Integer.getInteger(THREADS, wanted));
    }

    /** Runs work that collects gradients; others wait. */
    <R> R alone(Supplier<R> step) {
        ONE_STEP_AT_A_TIME.lock();
        try {
            return step.get();
        } finally {
            ONE_STEP_AT_A_TIME.unlock();
        }
    }

    /**
     * Runs work that takes much memory.
     *
     * @throws ProblemException if there is not enough, in Java or in the engine
     */
    <R> R withinMemory(Supplier<R> work) {
        try {
            return work.get();
        } catch (OutOfMemoryError heap) {
            throw new ProblemException(TrainingProblem.OUT_OF_MEMORY, String.valueOf(heap.getMessage())).causedBy(heap);
        } catch (EngineException failure) {
            var words = String.valueOf(failure.getMessage());
            if (MEMORY_WORDS.stream().noneMatch(words::contains)) {
                throw failure;
            }
            throw new ProblemException(
                            TrainingProblem.OUT_OF_MEMORY,
                            words.lines().findFirst().orElse(""))
                    .causedBy(failure);
        }
    }

    Engine djl() {
        return engine;
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.toString();
    }
}
