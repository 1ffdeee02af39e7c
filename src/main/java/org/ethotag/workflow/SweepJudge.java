package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.ethotag.dataset.Dataset;
import org.ethotag.evaluation.Predictions;
import org.ethotag.evaluation.Scores;
import org.ethotag.job.JobMonitor;
import org.ethotag.training.FineTuning;
import org.ethotag.training.FoldInput;
import org.ethotag.training.FoldResult;
import org.ethotag.training.FoldRunner;
import org.ethotag.training.FoldSettings;
import org.ethotag.training.ModelShelf;
import org.ethotag.workflow.SweepDesigns.Design;
import org.ethotag.workflow.sweep.SweepCell;
import org.ethotag.workflow.sweep.SweepOutcome;
import org.ethotag.workflow.sweep.SweepSource;

/** Trains and judges one cell of a sweep after another. */
final class SweepJudge {
    private final SweepStep step;
    private final SweepDesigns designs;
    private final FoldRunner runner;
    private String engine = "";

    /** @param teacherMcc of the folds' own teachers, if the cell was trained */
    record Judged(SweepOutcome outcome, OptionalDouble teacherMcc) {}

    SweepJudge(SweepStep step, SweepDesigns designs, ModelShelf shelf) {
        this.step = step;
        this.designs = designs;
        runner = new FoldRunner(step.processes(), shelf);
    }

    /** Name and version of the engine, once something was judged. */
    String engine() {
        return engine;
    }

    /** Every seed on every fold. */
    Judged judge(SweepCell cell, JobMonitor monitor) {
        var whyNot = designs.whyNot(cell);
        if (whyNot.isPresent()) {
            return new Judged(new SweepOutcome(cell, List.of(), whyNot.get()), OptionalDouble.empty());
        }
        var seeds = step.grid().seeds();
        var mcc = new ArrayList<Double>();
        var teacher = OptionalDouble.empty();
        for (int i = 0; i < seeds.size(); i++) {
            var part = monitor.part((double) i / seeds.size(), (i + 1.0) / seeds.size());
            var pooled = pooled(cell, seeds.get(i), part);
            mcc.add(mcc(pooled, cell.source().isSoft() ? "distilled-" + cell.hidden() : "student-" + cell.hidden()));
            teacher = OptionalDouble.of(mcc(pooled, FoldResult.TEACHER));
        }
        return new Judged(new SweepOutcome(cell, mcc, ""), teacher);
    }

    private static double mcc(Map<String, Predictions> pooled, String model) {
        return Scores.of(Objects.requireNonNull(pooled.get(model), model)).mcc();
    }

    private Map<String, Predictions> pooled(SweepCell cell, long seed, JobMonitor monitor) {
        var inputs = designs.of(cell.share()).stream()
                .map(design -> input(cell, seed, design))
                .toList();
        var results = runner.run(inputs, monitor);
        engine = results.getFirst().manifest().getOrDefault("engine", "");
        return FoldResult.pooled(results, inputs.stream().map(FoldInput::test).toList());
    }

    private FoldInput input(SweepCell cell, long seed, Design design) {
        Dataset training = design.training();
        var settings = new FoldSettings(
                design.fold().name(),
                step.width(),
                step.teacher().withSteps(step.teacherSteps(), training.size()),
                List.of(cell.hidden()),
                step.form(),
                step.student().withSteps(step.studentSteps(), training.size()).withSeed(seed),
                cell.distillation(),
                FineTuning.none(),
                cell.source().softLabels(step.ensemble()));
        var unlabelled = cell.source() == SweepSource.UNLABELLED ? design.unlabelled() : training.only(new int[0]);
        return new FoldInput(settings, training, design.test(), unlabelled);
    }
}
