package org.ethotag.cli;

import java.nio.file.Path;
import java.util.List;
import org.ethotag.file.WholeFile;
import org.ethotag.label.BoutLink;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.workflow.result.DisagreementTable;
import org.ethotag.workflow.result.StudyAgreement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag agreement}: how far two label tracks say the same. */
@picocli.CommandLine.Command(
        name = "agreement",
        description = {
            "Compares two label tracks: Cohen's kappa per sample and per bout, per behaviour, and what they confuse.",
            "What is compared lies where both observers have worked; the methods page has every formula and its source."
        })
final class AgreementCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--a", required = true, paramLabel = "TRACK", description = "The track in the rows.")
    private String first = "";

    @Option(names = "--b", required = true, paramLabel = "TRACK", description = "The track in the columns.")
    private String second = "";

    @Option(
            names = "--overlap",
            paramLabel = "SHARE",
            description =
                    "Share of the longer bout that two bouts must have in common to be one event, above 0.5 and at"
                            + " most 1 (default: ${DEFAULT-VALUE}).")
    private double overlap = BoutLink.USUAL_OVERLAP;

    @Option(
            names = "--list",
            paramLabel = "CSV",
            description = "Writes every stretch that the tracks label differently, one row for each.")
    private @Nullable Path list;

    /** Which sessions are compared. */
    static final class Which {
        @Option(names = "--session", paramLabel = "S", description = "Id or name of a session.")
        private String session = "";

        @Option(names = "--all", description = "All sessions that have both tracks.")
        private boolean all;
    }

    @Override
    public Integer call() {
        if (!(overlap > 0.5 && overlap <= 1)) {
            throw usage("--overlap is above 0.5 and at most 1, not " + overlap);
        }
        try (var project = study.open()) {
            var agreement = StudyAgreement.of(project, sessions(project), first, second, overlap, monitor());
            if (list != null) {
                var csv = DisagreementTable.csv(project, agreement);
                WholeFile.write(list, out -> out.write(csv));
            }
            var report = new AgreementReport(agreement);
            answer(report.document(), report.words());
        }
        return DONE;
    }

    private List<Session> sessions(Project project) {
        if (which.all) {
            return project.sessions();
        }
        return List.of(project.sessions().stream()
                .filter(one -> one.id().equals(which.session) || one.name().equals(which.session))
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(CommandProblem.NO_SUCH_SESSION, which.session, project.folder())));
    }
}
