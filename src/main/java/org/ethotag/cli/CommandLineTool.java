package org.ethotag.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import org.ethotag.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command line: finds the command, runs it, and says what went wrong with an exit code by kind. */
public final class CommandLineTool {
    /** As shells say it of a program that was interrupted. */
    private static final int STOPPED = 130;

    /** A mistake of ours, as {@code sysexits.h} numbers it. */
    private static final int SOFTWARE = 70;

    private CommandLineTool() {}

    /**
     * Runs one command.
     *
     * @param out receives the answer
     * @param err receives progress and problems
     * @param window opens the window for those who ask for it
     * @return the exit code: 0 done, 1 a problem of the outside world, 2 wrong usage, 3 and 4 as commands say
     */
    public static int run(PrintWriter out, PrintWriter err, WindowOpener window, String... arguments) {
        return new CommandLine(root(window))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure, err))
                .execute(arguments);
    }

    private static CommandSpec root(WindowOpener window) {
        var root = CommandSpec.create()
                .name("ethotag")
                .mixinStandardHelpOptions(true)
                .versionProvider(new ProgramVersionProvider());
        root.usageMessage()
                .description(
                        "From raw accelerometer recordings to a tag that classifies behaviour by itself.",
                        "Without arguments the window opens.");
        var line = new CommandLine(root);
        line.addSubcommand(new OpenCommand(window))
                .addSubcommand(new DemoCommand())
                .addSubcommand(new ImportCommand())
                .addSubcommand(new LabelsCommand())
                .addSubcommand(new WindowsCommand())
                .addSubcommand(new TrainCommand())
                .addSubcommand(new DistilCommand())
                .addSubcommand(new CrossValidateCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new QuantizeCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new ClassifyCommand())
                .addSubcommand(new TagsCommand())
                .addSubcommand(new FlashCommand())
                .addSubcommand(new VirtualTagCommand())
                .addSubcommand(new DoctorCommand());
        return root;
    }

    private static int failed(Exception failure, PrintWriter err) {
        if (failure instanceof ProblemException problem) {
            err.println(problem.problem().lines());
            return problem.problem().code().kind().exitCode();
        }
        if (failure instanceof CancellationException) {
            err.println("Stopped. Nothing half-done was kept.");
            return STOPPED;
        }
        err.println("Ethotag made a mistake of its own; please report these lines.");
        failure.printStackTrace(err);
        return SOFTWARE;
    }
}
