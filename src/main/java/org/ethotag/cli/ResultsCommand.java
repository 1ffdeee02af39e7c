package org.ethotag.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.ethotag.evaluation.BoutRule;
import org.ethotag.evaluation.Timeline;
import org.ethotag.file.WholeFile;
import org.ethotag.picture.Picture;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.JsonText;
import org.ethotag.project.Project;
import org.ethotag.workflow.result.ModelShift;
import org.ethotag.workflow.result.ResultProblem;
import org.ethotag.workflow.result.ResultReport;
import org.ethotag.workflow.result.ResultRequest;
import org.ethotag.workflow.result.ResultRequest.What;
import org.ethotag.workflow.result.RunResults;
import org.ethotag.workflow.result.StudyResults;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag results}: what scientists take home. */
@picocli.CommandLine.Command(
        name = "results",
        description = {
            "Time budgets per animal and day, actograms, bouts, transitions, and how models shift the budget.",
            "Days are those of the animal's own time zone, with 23 or 25 hours where clocks are changed."
        })
final class ResultsCommand extends Command {
    private static final String LABELS = "labels";

    /** How a result is written. */
    enum Format {
        /** A table; a text that a spreadsheet could take for a formula gets an apostrophe in front. */
        CSV,
        /** A picture of lines and text. */
        SVG,
        /** A picture of pixels, two for each of the SVG's. */
        PNG,
        /** One JSON document. */
        JSON
    }

    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(
            names = "--what",
            paramLabel = "RESULT",
            description = "budget, actogram, bouts, transitions, or models: minutes per day from the labels to every"
                    + " model of a run (default: budget).")
    private What what = What.BUDGET;

    @Option(
            names = "--source",
            defaultValue = LABELS,
            paramLabel = "labels|RUN",
            description = "The labels, or a run: its predictions on animals that it never saw if it keeps any, else its"
                    + " models' answers for what they learnt from, which are marked as in sample (default: labels).")
    private String source = LABELS;

    @Option(
            names = "--model",
            defaultValue = "",
            paramLabel = "TITLE",
            description = "Which model of the run, as evaluate names it, or labels for the labels of the same windows"
                    + " (default: the last one).")
    private String model = "";

    @Option(
            names = "--track",
            defaultValue = Project.MAIN_TRACK,
            paramLabel = "T",
            description = "Which label track (default: ${DEFAULT-VALUE}).")
    private String track = Project.MAIN_TRACK;

    @Option(names = "--animals", split = ",", paramLabel = "A,B", description = "Only these animals.")
    private List<String> animals = List.of();

    @Option(names = "--by-day", description = "A budget's picture has a bar per day, not per animal.")
    private boolean byDay;

    @Option(
            names = "--bin",
            paramLabel = "MINUTES",
            description = "Width of an actogram's bins; divides a day (default: ${DEFAULT-VALUE}).")
    private int bin = ResultRequest.USUAL_BIN_MINUTES;

    @Option(
            names = "--behaviour",
            defaultValue = "",
            paramLabel = "CODE",
            description = "The only behaviour that an actogram's picture shows.")
    private String behaviour = "";

    @Option(names = "--double", description = "An actogram's rows show two days each.")
    private boolean doubled;

    @Option(
            names = "--gap",
            paramLabel = "SECONDS",
            description = "Bouts of one behaviour with a gap of at most this between them are one (default: 0).")
    private double gap;

    @Option(
            names = "--shortest",
            paramLabel = "SECONDS",
            description = "Bouts shorter than this are left out afterwards (default: 0).")
    private double shortest;

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv, json, svg or png (default: csv).")
    private Format format = Format.CSV;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to; without it, tables and JSON go to standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        var request = request();
        if (out == null && (format == Format.PNG || format == Format.SVG)) {
            throw usage("a picture needs --out FILE");
        }
        try (var project = study.open()) {
            var report = report(project, request);
            report.results().remarks().forEach(this::note);
            if (out == null) {
                answer(report.document(), format == Format.JSON ? JsonText.of(report.document()) : report.csv());
                return DONE;
            }
            var file = out;
            switch (format) {
                case CSV -> WholeFile.write(file, text -> text.write(report.csv()));
                case JSON -> WholeFile.write(file, text -> text.write(JsonText.of(report.document())));
                case SVG -> WholeFile.write(file, report.picture().file(Picture.Format.SVG));
                case PNG -> WholeFile.write(file, report.picture().file(Picture.Format.PNG));
            }
            answer(report.document(), "written to " + file);
        }
        return DONE;
    }

    private ResultRequest request() {
        if (bin < 1 || 24 * 60 % bin != 0) {
            throw usage("--bin divides the 1440 minutes of a day, which " + bin + " does not");
        }
        if (!(gap >= 0 && shortest >= 0)) {
            throw usage("--gap and --shortest are 0 or more");
        }
        if (what == What.MODELS && source.equals(LABELS)) {
            throw usage("--what models needs --source RUN");
        }
        return new ResultRequest(
                what, animals, byDay, bin, behaviour, doubled, new BoutRule(duration(gap), duration(shortest)));
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private ResultReport report(Project project, ResultRequest request) {
        if (source.equals(LABELS)) {
            return ResultReport.of(known(StudyResults.ofLabels(project, track, monitor())), request);
        }
        var run = RunResults.of(project, source, monitor());
        if (run.provenance().flatters()) {
            note(source + ": " + run.provenance().words() + ". On other animals it will do worse.");
        }
        if (what == What.MODELS) {
            return new ResultReport.Models(ModelShift.of(project, run, monitor()));
        }
        var title = model.isEmpty() ? run.titles().getLast() : model;
        return ResultReport.of(known(run.results(project, title, monitor())), request);
    }

    private StudyResults known(StudyResults results) {
        var there = new TreeSet<String>();
        results.timelines().stream().map(Timeline::animal).forEach(there::add);
        var unknown = new TreeSet<>(animals);
        unknown.removeAll(there);
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    ResultProblem.NO_SUCH_ANIMAL, String.join(", ", unknown), String.join(", ", there));
        }
        return results;
    }
}
