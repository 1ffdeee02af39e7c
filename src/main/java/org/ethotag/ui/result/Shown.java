package org.ethotag.ui.result;

import java.util.List;
import java.util.TreeSet;
import org.ethotag.evaluation.Timeline;
import org.ethotag.job.JobMonitor;
import org.ethotag.picture.Picture;
import org.ethotag.project.Project;
import org.ethotag.workflow.result.ModelShift;
import org.ethotag.workflow.result.ResultReport;
import org.ethotag.workflow.result.ResultRequest;
import org.ethotag.workflow.result.ResultRequest.What;
import org.ethotag.workflow.result.RunResults;
import org.ethotag.workflow.result.StudyResults;
import org.jspecify.annotations.Nullable;

/**
 * A result as the page shows it, with what it was made of, so that another view of the same needs no second reading.
 *
 * @param choice where it came from
 * @param model which model of a run; the last one if that is not there
 * @param run answers of the run, if it came from one
 * @param source everything that the source says, of all animals
 * @param request what was asked for
 * @param report the result
 * @param picture the result drawn
 */
record Shown(
        Choice choice,
        String model,
        @Nullable RunResults run,
        StudyResults source,
        ResultRequest request,
        ResultReport report,
        Picture picture) {
    /** @param before what may be used again, if it is of the same source */
    static Shown of(
            Project project,
            Choice choice,
            String model,
            ResultRequest request,
            @Nullable Shown before,
            JobMonitor monitor) {
        return switch (choice) {
            case Choice.Track(String name) -> {
                var source = before != null && before.choice().equals(choice)
                        ? before.source()
                        : StudyResults.ofLabels(project, name, monitor);
                monitor.checkCancelled();
                yield of(choice, "", null, source, request);
            }
            case Choice.Run(String id, boolean _) -> {
                var known = before != null && before.choice().equals(choice) ? before.run() : null;
                var run = known != null ? known : RunResults.of(project, id, monitor.part(0, 0.5));
                if (request.what() == What.MODELS) {
                    var report = new ResultReport.Models(ModelShift.of(project, run, monitor.part(0.5, 1)));
                    yield new Shown(choice, model, run, report.results(), request, report, report.picture());
                }
                var title = run.titles().contains(model) ? model : run.titles().getLast();
                var source = known != null
                                && before != null
                                && before.model().equals(title)
                                && before.request().what() != What.MODELS
                        ? before.source()
                        : run.results(project, title, monitor.part(0.5, 1));
                monitor.checkCancelled();
                yield of(choice, title, run, source, request);
            }
        };
    }

    private static Shown of(
            Choice choice, String model, @Nullable RunResults run, StudyResults source, ResultRequest request) {
        var there = animals(source);
        var asked = request.animals().stream().filter(there::contains).toList();
        var possible = new ResultRequest(
                request.what(),
                asked,
                request.perDay(),
                request.binMinutes(),
                source.codes().contains(request.only()) ? request.only() : "",
                request.doubled(),
                request.rule());
        var report = ResultReport.of(source, possible);
        return new Shown(choice, model, run, source, possible, report, report.picture());
    }

    /** The models that can be chosen, and the labels of their windows; none for a track. */
    List<String> models() {
        return run == null || request.what() == What.MODELS ? List.of() : run.titles();
    }

    /** The animals that can be chosen, sorted. */
    List<String> animals() {
        return request.what() == What.MODELS ? List.of() : animals(source);
    }

    private static List<String> animals(StudyResults source) {
        var all = new TreeSet<String>();
        source.timelines().stream().map(Timeline::animal).forEach(all::add);
        return List.copyOf(all);
    }
}
