package org.ethotag.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelTrack;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.LabelTable;
import org.ethotag.workflow.LabelTable.Format;
import org.ethotag.workflow.SessionTime;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ethotag labels}: labels out and in. */
@picocli.CommandLine.Command(name = "labels", description = "Takes the labels of a session out, or brings them in.")
final class LabelsCommand extends Command {
    /** What can be done with labels. */
    enum Direction {
        /** Study to file. */
        EXPORT,
        /** File to study; replaces the session's labels, and can be undone in the window. */
        IMPORT
    }

    @Parameters(index = "0", paramLabel = "export|import", description = "Which way.")
    private Direction direction = Direction.EXPORT;

    @Parameters(index = "1", paramLabel = "STUDY", description = "The folder of the study.")
    private Path study = Path.of("");

    @Parameters(index = "2", paramLabel = "FILE", description = "The file with the labels.")
    private Path file = Path.of("");

    @Option(names = "--session", required = true, paramLabel = "S", description = "Id or name of the session.")
    private String session = "";

    @Option(
            names = "--format",
            defaultValue = "CSV",
            description = "csv, boris, elan, audacity, or, to export only, samples (default: csv).")
    private Format format = Format.CSV;

    @Option(
            names = "--offset",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Seconds from the session's first sample to the second 0 of the labels, for formats that"
                    + " count seconds; above 0 if the video began later.")
    private double offset;

    @Override
    public Integer call() {
        try (var project = Project.open(study)) {
            var chosen = project.sessions().stream()
                    .filter(one -> one.id().equals(session) || one.name().equals(session))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(CommandProblem.NO_SUCH_SESSION, session, study));
            int bouts = direction == Direction.EXPORT ? take(project, chosen) : bring(project, chosen);
            answer(
                    Map.of("session", chosen.id(), "bouts", bouts, "file", file.toString()),
                    bouts + " bouts " + (direction == Direction.EXPORT ? "written to " : "read from ") + file);
        }
        return DONE;
    }

    private int take(Project project, Session chosen) {
        var bouts = project.labels(chosen.id()).bouts();
        WholeFile.write(file, out -> table(project, chosen).write(bouts, format, out));
        return bouts.size();
    }

    private int bring(Project project, Session chosen) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new ProblemException(CommandProblem.UNREADABLE, file, failure).causedBy(failure);
        }
        var bouts = table(project, chosen).read(text, format, file.toString());
        project.ensureBehaviours(bouts.stream().map(Bout::behaviour).toList());
        var track = LabelTrack.layered(Project.MAIN_TRACK, bouts);
        var whole = new SampleRange(0, chosen.lengthSamples());
        project.edit(chosen.id(), "Import labels", new LabelEdit.Restore(whole, track.bouts()));
        return track.bouts().size();
    }

    private LabelTable table(Project project, Session chosen) {
        try (var recording = project.recordings().open(chosen.id())) {
            var time = new SessionTime(chosen.id(), recording.clock(), chosen.zone(), chosen.lengthSamples());
            return new LabelTable(time, chosen.animal(), offset);
        }
    }
}
