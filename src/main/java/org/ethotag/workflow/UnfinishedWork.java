package org.ethotag.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.LoggedStep;
import org.ethotag.project.LoggedStep.Outcome;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.project.StepKind;
import org.ethotag.training.Checkpoint;
import org.ethotag.training.FoldRunner;
import org.ethotag.training.ModelShelf;

/**
 * Learning that did not come to its end. Which steps they are says the study's log; how far they came say the checkpoints on
 * its shelf that were written while they were the last to learn, because steps of one study learn one after the other.
 */
final class UnfinishedWork {
    private static final Set<StepKind> LEARNING =
            EnumSet.of(StepKind.TRAIN, StepKind.DISTIL, StepKind.CROSSVALIDATE, StepKind.SWEEP);

    private final Project project;
    private final ModelShelf shelf;

    UnfinishedWork(Project project, ModelShelf shelf) {
        this.project = project;
        this.shelf = shelf;
    }

    /** The newest first; nothing may be learning. One that was begun again with the same settings is that one. */
    List<UnfinishedStep> all() {
        var learning = project.log().steps().stream()
                .filter(step -> LEARNING.contains(step.kind()))
                .toList();
        var checkpoints = shelf.checkpoints();
        var found = new ArrayList<UnfinishedStep>();
        for (int i = learning.size() - 1; i >= 0; i--) {
            var step = learning.get(i);
            var later = learning.subList(i + 1, learning.size());
            var until = later.isEmpty() ? Instant.MAX : later.getFirst().began();
            var left = checkpoints.stream()
                    .filter(kept ->
                            !kept.kept().isBefore(step.began()) && kept.kept().isBefore(until))
                    .sorted(Comparator.comparing(Checkpoint::kept).reversed())
                    .toList();
            boolean broken = step.outcome() == Outcome.BEGUN || (step.outcome() == Outcome.STOPPED && !left.isEmpty());
            if (broken && later.stream().noneMatch(other -> sameAs(step, other))) {
                found.add(new UnfinishedStep(step, left));
            }
        }
        return found;
    }

    /** @throws ProblemException if that step is not unfinished */
    UnfinishedStep of(long number) {
        return all().stream()
                .filter(unfinished -> unfinished.step().number() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(WorkflowProblem.NOT_UNFINISHED, number));
    }

    /** Forgets it, with what is kept of it; finished parts stay on the shelf as long as any. */
    void discard(UnfinishedStep unfinished) {
        project.checkWritable();
        unfinished.checkpoints().forEach(shelf::discard);
        project.log().abandon(unfinished.step().number());
    }

    /** The same step once more, which takes up what is kept. */
    RunManifest resume(UnfinishedStep unfinished, LearningWatcher watcher, JobMonitor monitor) {
        var step = unfinished.step();
        var recipe = new RunRecipe("step " + step.number(), step.settings(), step.settings());
        var workflow = new Workflow(project);
        return switch (step.kind()) {
            case TRAIN -> workflow.run(recipe.teacher(), watcher, monitor);
            case DISTIL -> workflow.run(recipe.student(), watcher, monitor);
            case CROSSVALIDATE -> workflow.run(recipe.crossValidation(FoldRunner.spareProcesses()), monitor);
            case SWEEP -> workflow.run(recipe.sweep(), monitor);
            default -> throw new IllegalArgumentException("nothing is learnt by " + step.kind());
        };
    }

    private static boolean sameAs(LoggedStep one, LoggedStep other) {
        return one.kind() == other.kind() && one.settings().equals(other.settings());
    }
}
