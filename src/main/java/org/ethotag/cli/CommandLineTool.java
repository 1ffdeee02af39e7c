package org.ethotag.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ethotag.language.Messages;
import org.ethotag.language.StartLanguage;
import org.ethotag.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

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
        return run(out, err, window, Caller.thisUser(), arguments);
    }

    /**
     * Runs one command for somebody.
     *
     * @param caller who runs it, and whether they want it to stop
     * @return as above
     */
    public static int run(PrintWriter out, PrintWriter err, WindowOpener window, Caller caller, String... arguments) {
        var line = new CommandLine(root(window, caller))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure, caller, err));
        return Messages.forFiles(() -> line.execute(arguments)); // scripts read what it answers
    }

    /** All commands with their options. */
    static CommandSpec root(WindowOpener window, Caller caller) {
        var root = CommandSpec.create()
                .name("ethotag")
                .mixinStandardHelpOptions(true)
                .versionProvider(new ProgramVersionProvider());
        root.usageMessage()
                .description(
                        "From raw accelerometer recordings to a tag that classifies behaviour by itself.",
                        "Without arguments the window opens.");
        root.addOption(OptionSpec.builder(StartLanguage.OPTION)
                .paramLabel("LANGUAGE")
                .type(String.class)
                .description(
                        "Language of the window and of problems: en, es or system. Read before any command, so it may"
                                + " stand anywhere. Answers and files are English.")
                .build());
        var line = new CommandLine(root);
        for (Command command : commands(window)) {
            line.addSubcommand(command.by(caller));
        }
        return root;
    }

    private static List<Command> commands(WindowOpener window) {
        return List.of(
                new OpenCommand(window),
                new DemoCommand(),
                new ImportCommand(),
                new EthogramCommand(),
                new RecoverCommand(),
                new ChangeCommand(),
                new LogCommand(),
                new ReplayCommand(),
                new LabelsCommand(),
                new FrameCommand(),
                new WindowsCommand(),
                new AgreementCommand(),
                new ResultsCommand(),
                new TrainCommand(),
                new DistilCommand(),
                new CrossValidateCommand(),
                new SweepCommand(),
                new UnfinishedCommand(),
                new EvaluateCommand(),
                new VerifyRunCommand(),
                new MethodsCommand(),
                new PrelabelCommand(),
                new ReviewCommand(),
                new LabelDoctorCommand(),
                new QuantizeCommand(),
                new ExportCommand(),
                new SignCommand(),
                new VerifyCommand(),
                new ClassifyCommand(),
                new TagsCommand(),
                new FlashCommand(),
                new RollCallCommand(),
                new LiveCommand(),
                new VirtualTagCommand(),
                new DoctorCommand());
    }

    private static int failed(Exception failure, Caller caller, PrintWriter err) {
        if (failure instanceof CancellationException || caller.stopped().getAsBoolean()) {
            err.println("Stopped. Nothing half-done was kept.");
            return STOPPED;
        }
        if (failure instanceof ProblemException problem) {
            err.println(problem.problem().lines());
            return problem.problem().code().kind().exitCode();
        }
        err.println("Ethotag made a mistake of its own; please report these lines.");
        failure.printStackTrace(err);
        return SOFTWARE;
    }
}
