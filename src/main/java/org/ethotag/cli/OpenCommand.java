package org.ethotag.cli;

import java.nio.file.Path;
import java.util.List;
import org.ethotag.workflow.demo.SampleStudy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ethotag open}: the window on a study. */
@picocli.CommandLine.Command(name = "open", description = "Opens the window on a study, by default on the last one.")
final class OpenCommand extends Command {
    private final WindowOpener window;

    @Parameters(index = "0", arity = "0..1", paramLabel = "STUDY", description = "The folder of the study.")
    private @Nullable Path study;

    @Option(names = "--sample", description = "The sample study, made on first use.")
    private boolean sample;

    @Option(
            names = "--until-trace",
            description = "Shows the first trace, prints the milliseconds since the start of the program, and closes.")
    private boolean untilTrace;

    OpenCommand(WindowOpener window) {
        this.window = window;
    }

    @Override
    public Integer call() {
        if (sample) {
            window.open(List.of(sampleStudy()), untilTrace);
        } else {
            window.open(study == null ? List.of() : List.of(study), untilTrace);
        }
        return DONE;
    }

    private Path sampleStudy() {
        var folder = user().folder().resolve("sample-study");
        SampleStudy.make(folder, Installation.ofThisProgram().sampleFiles(), monitor());
        return folder;
    }
}
