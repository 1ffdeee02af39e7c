package org.ethotag.flash.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ethotag.flash.FlashProblem;
import org.ethotag.problem.ProblemException;

/**
 * A program beside this one: the compiler of the emulated tag's program, or the emulator. It ends with this program,
 * however this one ends, because it is watched through a pipe that breaks then.
 */
final class EmulatedProcess implements AutoCloseable {
    /** Starts the command and kills it when the pipe from here ends. */
    private static final String WATCHED = "exec 3<&0; \"$@\" </dev/null 3<&- & task=$!;"
            + " (cat <&3 >/dev/null; kill -9 $task 2>/dev/null) & exec 3<&-; wait $task";

    private static final long LONGEST_COMMAND_SECONDS = 300;
    private static final long LONGEST_END_SECONDS = 10;

    private final Process process;
    private final Path console;

    private EmulatedProcess(Process process, Path console) {
        this.process = process;
        this.console = console;
    }

    /**
     * Starts a command.
     *
     * @param console receives what it prints
     * @throws ProblemException {@link FlashProblem#EMULATOR_MISSING} if there is no such program
     */
    static EmulatedProcess start(List<String> command, Path folder, Path console) {
        require(command.getFirst());
        try {
            var watched = Stream.concat(Stream.of("sh", "-c", WATCHED, "sh"), command.stream())
                    .toList();
            var process = new ProcessBuilder(watched)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start();
            return new EmulatedProcess(process, console);
        } catch (IOException refused) {
            throw failed(command.getFirst(), refused.toString()).causedBy(refused);
        }
    }

    /** Runs a command to its end. @throws ProblemException if it fails, with what it printed */
    static void run(List<String> command, Path folder, Path console) {
        try (var task = start(command, folder, console)) {
            if (!task.process.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS) || task.process.exitValue() != 0) {
                throw failed(command.getFirst(), task.text());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failed(command.getFirst(), "interrupted");
        }
    }

    /** Whether a program of this name is on the path. */
    static boolean installed(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void require(String program) {
        if (!installed(program)) {
            throw new ProblemException(FlashProblem.EMULATOR_MISSING, program);
        }
    }

    static ProblemException failed(String program, String why) {
        return new ProblemException(FlashProblem.EMULATOR_FAILED, program, why.strip());
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Its status; only once it is not alive. */
    int status() {
        return process.exitValue();
    }

    /** What it printed so far. */
    String text() {
        try {
            return Files.readString(console);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Ends it at once, wherever it is. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close(); // the watch kills it
            if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
