package org.ethotag.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.file.SmallFile;
import org.ethotag.file.WholeFile;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackCheck;
import org.ethotag.label.TrackKind;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.workflow.SessionTime;
import org.ethotag.workflow.labels.LabelTable;
import org.ethotag.workflow.labels.LabelTable.Format;
import org.ethotag.workflow.labels.Labelled;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ethotag labels}: labels out and in. */
@picocli.CommandLine.Command(name = "labels", description = "Takes the labels of a session out, or brings them in.")
final class LabelsCommand extends Command {
    private static final int MOST_OVERLAPS = 1_000_000;
    /** More than a million bouts in the longest of the formats. */
    private static final long MOST_LABEL_BYTES = 256L << 20;

    /** What can be done with labels. */
    enum Direction {
        /** Study to file. */
        EXPORT,
        /** File to study; replaces the track's labels, and can be undone in the window. */
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

    @Option(
            names = "--track",
            split = ",",
            paramLabel = "T",
            description =
                    "Track of the session (default: labels, from which networks learn). Several can be exported as"
                            + " tiers of one ELAN file; a track that is not there is made by an import.")
    private List<String> tracks = List.of(Project.MAIN_TRACK);

    @Option(names = "--overlapping", description = "Behaviours may overlap on a track that the import makes.")
    private boolean overlapping;

    @Override
    public Integer call() {
        try (var project = Project.open(study)) {
            var chosen = project.sessions().stream()
                    .filter(one -> one.id().equals(session) || one.name().equals(session))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(CommandProblem.NO_SUCH_SESSION, session, study));
            if (tracks.size() > 1 && !(direction == Direction.EXPORT && format == Format.ELAN)) {
                throw new ProblemException(CommandProblem.ONE_TRACK, String.join(", ", tracks));
            }
            var answer = direction == Direction.EXPORT ? take(project, chosen) : bring(project, chosen);
            answer.put("session", chosen.id());
            answer.put("track", String.join(",", tracks));
            answer.put("file", file.toString());
            var text = answer.get("bouts") + " bouts " + (direction == Direction.EXPORT ? "written to " : "read from ")
                    + file;
            answer(answer, text + overlaps((Integer) answer.getOrDefault("overlaps", 0)));
        }
        return DONE;
    }

    private static String overlaps(int count) {
        return count == 0 ? "" : "; " + count + " overlapped, the later one in the file holds";
    }

    private Map<String, Object> take(Project project, Session chosen) {
        var labels = tracks.stream()
                .map(name -> project.labels(chosen.id(), existing(project, chosen, name)))
                .toList();
        WholeFile.write(file, out -> {
            if (labels.size() > 1) {
                table(project, chosen).writeTiers(labels, out);
            } else {
                table(project, chosen).ofTrack(tracks.getFirst()).write(Labelled.of(labels.getFirst()), format, out);
            }
        });
        return answer(
                labels.stream().mapToInt(t -> t.bouts().size()).sum(),
                labels.stream().mapToInt(t -> t.comments().size()).sum());
    }

    private static String existing(Project project, Session chosen, String name) {
        if (project.trackInfos(chosen.id()).stream()
                .noneMatch(info -> info.name().equals(name))) {
            throw new ProblemException(CommandProblem.NO_SUCH_TRACK, name, chosen.name());
        }
        return name;
    }

    private static Map<String, Object> answer(int bouts, int comments) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("bouts", bouts);
        answer.put("comments", comments);
        return answer;
    }

    private Map<String, Object> bring(Project project, Session chosen) {
        String text;
        try {
            text = SmallFile.text(file, MOST_LABEL_BYTES);
        } catch (IOException failure) {
            throw new ProblemException(CommandProblem.UNREADABLE, file, failure).causedBy(failure);
        }
        var name = tracks.getFirst();
        var labels = table(project, chosen).ofTrack(name).readAll(text, format, file.toString());
        project.ensureBehaviours(labels.bouts().stream().map(Bout::behaviour).toList());
        if (overlapping && !project.tracks(chosen.id()).contains(name)) {
            project.addTrack(chosen.id(), name, TrackKind.OVERLAPPING);
        }
        var before = project.labels(chosen.id(), name);
        boolean fits = TrackCheck.overlaps(labels.bouts(), 1).isEmpty();
        var bouts = fits
                ? labels.bouts()
                : LabelTrack.layered(name, before.kind(), labels.bouts()).bouts();
        project.edit(chosen.id(), name, "Import labels", new LabelEdit.Swap(before.bouts(), bouts));
        if (!labels.comments().isEmpty() || !before.comments().isEmpty()) {
            var comments = new LabelEdit.Remark(before.comments(), labels.comments());
            project.edit(chosen.id(), name, "Import comments", comments);
        }
        var answer = answer(bouts.size(), labels.comments().size());
        if (before.kind() == TrackKind.EXCLUSIVE) {
            answer.put(
                    "overlaps",
                    TrackCheck.overlaps(labels.bouts(), MOST_OVERLAPS).size());
        }
        return answer;
    }

    private LabelTable table(Project project, Session chosen) {
        try (var recording = project.recordings().open(chosen.id())) {
            var time = new SessionTime(chosen.id(), recording.clock(), chosen.zone(), chosen.lengthSamples());
            return new LabelTable(time, chosen.animal(), offset);
        }
    }
}
