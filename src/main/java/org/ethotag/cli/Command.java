package org.ethotag.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ethotag.flash.TagClock;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.JsonText;
import org.ethotag.workflow.UserFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command can do: answer in words or as one JSON document, and report progress beside it. */
@picocli.CommandLine.Command(mixinStandardHelpOptions = true, versionProvider = ProgramVersionProvider.class)
abstract class Command implements Callable<Integer> {
    /** Exit code of a command that did what it was asked. */
    static final int DONE = 0;

    /** Exit code of a problem of the outside world. */
    static final int PROBLEM = 1;

    @Option(
            names = "--json",
            description = "Answer with one JSON document on standard output; everything else goes to standard error.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private Caller caller = Caller.thisUser();

    /** Who runs this command from now on. */
    final Command by(Caller other) {
        caller = other;
        return this;
    }

    /** Whose keys, journals and virtual tags count. */
    final UserFolder user() {
        return caller.user();
    }

    /** Who runs this command. */
    final Caller caller() {
        return caller;
    }

    /** By which tags are waited for. */
    final TagClock clock() {
        return caller.clock();
    }

    /** Prints the answer: the document with {@code --json}, else the words. */
    final void answer(Map<String, ?> document, String words) {
        out().println(json ? JsonText.of(document) : words.stripTrailing());
        out().flush();
    }

    /** Progress on standard error. */
    final JobMonitor monitor() {
        return new ConsoleMonitor(err(), caller.stopped());
    }

    /** A line for people that is not part of the answer. */
    final void note(String line) {
        err().println(line);
        err().flush();
    }

    /** Wrong usage, in words: exit code 2. */
    final RuntimeException usage(String words) {
        return new picocli.CommandLine.ParameterException(commandSpec().commandLine(), words);
    }

    private PrintWriter out() {
        return commandSpec().commandLine().getOut();
    }

    /** Where progress and problems go. */
    final PrintWriter err() {
        return commandSpec().commandLine().getErr();
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before it calls a command");
        }
        return spec;
    }
}
