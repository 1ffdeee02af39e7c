package org.ethotag.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.ethotag.workflow.log.LogFile;
import org.ethotag.workflow.log.Replay;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ethotag replay}: a study again, from its log. */
@picocli.CommandLine.Command(
        name = "replay",
        description = {
            "Does the steps of a log again in a new study and compares each, byte for byte, with what the log says.",
            "Stops at the first difference; the same command goes on where it stopped. Nothing is written outside the "
                    + "new study and the folder for exports, and raw files are read only if their hashes are the log's."
        })
final class ReplayCommand extends Command {
    @Parameters(index = "0", paramLabel = "LOG", description = "A log as \"ethotag log STUDY --save\" writes it.")
    private Path log = Path.of("");

    @Option(names = "--to", required = true, paramLabel = "STUDY", description = "Folder of the new study.")
    private Path study = Path.of("");

    @Option(names = "--raw", paramLabel = "DIR", description = "Where the raw files are, if not where they were.")
    private List<Path> raw = List.of();

    @Option(names = "--exports", paramLabel = "DIR", description = "Where exports go (default: STUDY/exports).")
    private @Nullable Path exports;

    @Option(
            names = "--yes",
            description = "Also flash the tags that the log flashed, each by its serial number, with models signed by "
                    + "your own key. Without it those steps are left out.")
    private boolean yes;

    @Override
    public Integer call() {
        if (raw.size() > 1) {
            throw usage("--raw names one folder");
        }
        var target = study.toAbsolutePath().normalize();
        var options = new Replay.Options(
                target, raw, exports == null ? target.resolve("exports") : exports.toAbsolutePath(), yes);
        var outcome = new Replay(LogFile.read(log), options, this::command).run(this::note, monitor());
        var document = new LinkedHashMap<String, Object>();
        document.put("study", target.toString());
        document.put("repeated", outcome.repeated());
        document.put("before", outcome.before());
        document.put("leftOut", outcome.leftOut());
        answer(
                document,
                "The study in " + target + " is the log's, byte for byte: " + outcome.repeated() + " steps repeated"
                        + (outcome.before() == 0 ? "" : ", " + outcome.before() + " were there")
                        + (outcome.leftOut() == 0
                                ? "."
                                : "; " + outcome.leftOut() + " that flash tags left out, --yes does them."));
        return DONE;
    }

    /** The answers of the single commands are not ours; what goes wrong with them is told. */
    private int command(List<String> words) {
        try (var nowhere = new PrintWriter(Writer.nullWriter())) {
            return CommandLineTool.run(nowhere, err(), (_, _) -> {}, caller(), words.toArray(String[]::new));
        }
    }
}
