package org.ethotag.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.workflow.PrelabelStep;
import org.ethotag.workflow.Prelabelled;
import org.ethotag.workflow.Workflow;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag prelabel}: a model labels sessions. */
@picocli.CommandLine.Command(
        name = "prelabel",
        description =
                "Lets a trained model label sessions, each on a track of the model's own. People's labels stay as "
                        + "they are; what the model labelled before on that track is replaced.")
final class PrelabelCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(
            names = "--run",
            required = true,
            paramLabel = "RUN",
            description = "A teacher, students (the distilled one labels), or a student in integers.")
    private String run = "";

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(
            names = "--track",
            defaultValue = "",
            description = "Name of the track (default: \"model: \" and the run's id).")
    private String track = "";

    @Option(
            names = "--stride",
            defaultValue = "0",
            paramLabel = "SAMPLES",
            description = "From one window to the next (default: a quarter of a window).")
    private int stride;

    /** Which sessions. */
    static final class Which {
        @Option(names = "--session", paramLabel = "S", description = "Id or name of a session; may be repeated.")
        private List<String> sessions = new ArrayList<>();

        @Option(names = "--all", description = "All sessions.")
        private boolean all;
    }

    @Override
    public Integer call() {
        if (stride < 0) {
            throw usage("--stride is at least 1");
        }
        if (track.strip().equals(Project.MAIN_TRACK)) {
            throw usage("--track " + Project.MAIN_TRACK + " is where people label; name another one");
        }
        try (var project = study.open()) {
            var done = new Workflow(project).run(new PrelabelStep(run, sessions(project), track, stride), monitor());
            var document = new LinkedHashMap<String, Object>();
            document.put("run", run);
            document.put("sessions", done.stream().map(PrelabelCommand::row).toList());
            answer(document, table(project, done));
        }
        return DONE;
    }

    private List<String> sessions(Project project) {
        var known = project.sessions();
        if (which.all) {
            return known.stream().map(Session::id).toList();
        }
        return which.sessions.stream()
                .map(named -> known.stream()
                        .filter(one -> one.id().equals(named) || one.name().equals(named))
                        .findFirst()
                        .orElseThrow(
                                () -> new ProblemException(CommandProblem.NO_SUCH_SESSION, named, project.folder())))
                .map(Session::id)
                .distinct()
                .toList();
    }

    private static Map<String, Object> row(Prelabelled one) {
        var row = new LinkedHashMap<String, Object>();
        row.put("session", one.session());
        row.put("animal", one.animal());
        row.put("track", one.track());
        row.put("windows", one.windows());
        row.put("bouts", one.bouts());
        row.put("samples", one.samples());
        row.put("confidence", one.confidence());
        row.put("learntFromThisAnimal", one.learnt());
        return row;
    }

    private static String table(Project project, List<Prelabelled> done) {
        var table = new TextTable("session", "animal", "windows", "bouts", "confidence");
        for (Prelabelled one : done) {
            table.row(
                    project.session(one.session()).map(Session::name).orElse(one.session()),
                    one.animal() + (one.learnt() ? " *" : ""),
                    String.valueOf(one.windows()),
                    String.valueOf(one.bouts()),
                    String.format(Locale.ROOT, "%.3f", one.confidence()));
        }
        var words = new StringBuilder(table.toString());
        if (done.stream().anyMatch(Prelabelled::learnt)) {
            words.append("* The model learnt from this animal: it is surer here than it would be of another one.\n");
        }
        done.stream().findFirst().ifPresent(one -> words.append("On the track \"" + one.track() + "\"."));
        return words.toString();
    }
}
