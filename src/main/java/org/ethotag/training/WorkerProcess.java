package org.ethotag.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.ethotag.job.JobMonitor;
import org.ethotag.language.Messages;
import org.ethotag.problem.ProblemException;

/**
 * One fold in a process of its own: the same Java with the same class path. A process and not a thread, because the engine
 * trains one network at a time in a process. Its output goes to files, so nothing has to listen to it.
 */
final class WorkerProcess implements AutoCloseable {
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String TOLD = "told.txt";
    private static final String ERRORS = "errors.txt";
    /** Lines of a crashed worker's errors that are shown. */
    private static final int LAST_WORDS = 3;

    /** How far a worker is. */
    record Progress(double fraction, String doing) {}

    private final String fold;
    private final Path folder;
    private final Process process;
    private final List<EpochLine> epochs = new ArrayList<>();
    private Progress progress = new Progress(0, Messages.text(JobMonitor.TEXTS, "starting"));
    private int heard;
    private boolean pausing;

    private WorkerProcess(String fold, Path folder, Process process) {
        this.fold = fold;
        this.folder = folder;
        this.process = process;
    }

    /** Whether this Java can start another one; an installed image may lack the launcher. */
    static boolean possible() {
        return Files.isExecutable(java());
    }

    /**
     * Writes the input and starts the worker.
     *
     * @throws ProblemException if either fails
     */
    static WorkerProcess start(FoldInput input, Path folder, ModelShelf shelf) {
        input.write(folder.resolve(INPUT));
        var builder = new ProcessBuilder(command(folder, shelf))
                .redirectOutput(folder.resolve(TOLD).toFile())
                .redirectError(folder.resolve(ERRORS).toFile());
        builder.environment().putIfAbsent(ProcessEnvironment.WAIT_POLICY, ProcessEnvironment.PASSIVE);
        try {
            return new WorkerProcess(input.settings().name(), folder, builder.start());
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.WORKER_NOT_STARTED, failure).causedBy(failure);
        }
    }

    /** What is held out. */
    String fold() {
        return fold;
    }

    boolean running() {
        return process.isAlive();
    }

    /** Whether it has ended, after waiting at most so long. */
    boolean ended(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** How far it is, by the last whole line it has told. */
    Progress progress() {
        listen();
        return process.isAlive() ? progress : new Progress(1, progress.doing());
    }

    /** The epochs that it has told since this was asked last. */
    List<EpochLine> epochs() {
        listen();
        var since = List.copyOf(epochs);
        epochs.clear();
        return since;
    }

    /** Lets it wait, or go on. */
    void pause(boolean wanted) {
        if (wanted == pausing) {
            return;
        }
        pausing = wanted;
        var file = folder.resolve(FoldWorker.PAUSE_FILE);
        try {
            if (wanted) {
                Files.createFile(file);
            } else {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.FOLD_UNWRITABLE, file, failure).causedBy(failure);
        }
    }

    /** Reads what it has told since the last time, whole lines only. */
    private void listen() {
        String told = text(TOLD);
        int end = told.lastIndexOf('\n') + 1;
        for (String line : told.substring(Math.min(heard, end), end).lines().toList()) {
            EpochLine.parse(line).ifPresentOrElse(epoch -> epochs.add(epoch.of(fold)), () -> hear(line.strip()));
        }
        heard = end;
    }

    private void hear(String line) {
        int space = line.indexOf(' ');
        progress = new Progress(fraction(line.substring(0, Math.max(0, space))), line.substring(space + 1));
    }

    /**
     * What an ended worker gives.
     *
     * @throws ProblemException if it had a problem or crashed
     */
    FoldResult result() {
        int code = process.exitValue();
        if (code == FoldWorker.PROBLEM && Files.exists(folder.resolve(FoldWorker.PROBLEM_FILE))) {
            var problem = KeyedLines.read(folder.resolve(FoldWorker.PROBLEM_FILE));
            throw new ProblemException(
                    TrainingProblem.FOLD_FAILED, problem.text("what"), problem.text("why"), problem.text("next"));
        }
        if (code != FoldWorker.DONE) {
            throw new ProblemException(TrainingProblem.WORKER_CRASHED, fold, code, lastWords());
        }
        return FoldFiles.read(folder.resolve(OUTPUT));
    }

    /** Ends the process if it still runs, and waits until it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static List<String> command(Path folder, ModelShelf shelf) {
        var command = new ArrayList<String>();
        command.add(java().toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Dai.djl.offline=true");
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
        for (String passedOn : List.of("ai.djl.pytorch.num_threads", "DJL_CACHE_DIR")) {
            String value = System.getProperty(passedOn);
            if (value != null) {
                command.add("-D" + passedOn + "=" + value);
            }
        }
        command.add("-Duser.language=" + Messages.language()); // in which it tells how far it is
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(FoldWorker.class.getName());
        command.add(folder.resolve(INPUT).toString());
        command.add(folder.resolve(OUTPUT).toString());
        command.add(shelf.place());
        command.add(String.valueOf(ProcessHandle.current().pid()));
        return command;
    }

    private static Path java() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }

    private static double fraction(String text) {
        try {
            return Math.clamp(Double.parseDouble(text), 0.0, 1.0);
        } catch (NumberFormatException somethingElse) {
            return 0; // the engine's own words, not ours
        }
    }

    private String lastWords() {
        var lines = text(ERRORS).lines().toList();
        var last = String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
        return last.isBlank() ? "(none)" : last;
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.FOLD_UNREADABLE, folder.resolve(name), failure)
                    .causedBy(failure);
        }
    }
}
