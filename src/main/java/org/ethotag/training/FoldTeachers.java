package org.ethotag.training;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.TeacherModel;
import org.ethotag.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The teachers of one fold and what they say. Teachers are found on the shelf by what they learnt from, so the teacher that
 * labels an animal out of fold is the same as that of a design in which the animal has no labels.
 */
final class FoldTeachers {
    private static final int FEWEST_ANIMALS = 2;

    private final FoldInput input;
    private final FoldRecipes recipes;
    private final ModelShelf shelf;
    /** Seeds of the teachers that say the soft labels. */
    private final List<Long> seeds;

    /** The fold's own teacher, if it was trained elsewhere. */
    private final @Nullable TeacherModel own;

    FoldTeachers(FoldInput input, FoldRecipes recipes, ModelShelf shelf) {
        this(input, recipes, shelf, null);
    }

    FoldTeachers(FoldInput input, FoldRecipes recipes, ModelShelf shelf, @Nullable TeacherModel own) {
        this.own = own;
        this.input = input;
        this.recipes = recipes;
        this.shelf = shelf;
        var settings = input.settings();
        var asked = settings.softLabels().teacherSeeds();
        seeds = asked.isEmpty() ? List.of(settings.teacher().seed()) : asked;
    }

    /** The teacher that the fold's result shows. */
    TeacherModel own(JobMonitor monitor) {
        return teacher(input.training(), input.settings().teacher().seed(), monitor);
    }

    /**
     * What the student learns from: rows of the windows with labels, then rows of those without.
     *
     * @throws ProblemException if they are wanted out of fold and there is one animal only
     */
    float[][] softLabels(JobMonitor monitor) {
        var settings = input.settings();
        boolean inFold = settings.softLabels().way() == SoftLabelSource.Way.IN_FOLD;
        double labelledShare = inFold && input.unlabelled().size() > 0 ? 0.5 : 1;
        float[][] labelled = inFold
                ? said(input.training(), input.training(), monitor.part(0, labelledShare))
                : outOfFold(monitor.part(0, labelledShare));
        if (input.unlabelled().size() == 0) {
            return labelled;
        }
        float[][] unlabelled = said(input.training(), input.unlabelled(), monitor.part(labelledShare, 1));
        var all = new ArrayList<>(List.of(labelled));
        all.addAll(List.of(unlabelled));
        return all.toArray(float[][]::new);
    }

    private float[][] outOfFold(JobMonitor monitor) {
        var training = input.training();
        var animals = training.animals();
        if (animals.size() < FEWEST_ANIMALS) {
            throw new ProblemException(
                    TrainingProblem.OUT_OF_FOLD_ONE_ANIMAL, input.settings().name(), String.join(", ", animals));
        }
        float[][] all = new float[training.size()][];
        for (int i = 0; i < animals.size(); i++) {
            var part = monitor.part((double) i / animals.size(), (i + 1.0) / animals.size());
            int[] asked = SoftLabels.windowsOf(training, animals.get(i), false);
            int[] learnt = SoftLabels.windowsOf(training, animals.get(i), true);
            SoftLabels.place(said(training.only(learnt), training.only(asked), part), asked, all);
        }
        return all;
    }

    /** What the teachers who learnt from one dataset say, together, about another. */
    private float[][] said(Dataset learnt, Dataset asked, JobMonitor monitor) {
        var each = new ArrayList<float[][]>();
        for (int i = 0; i < seeds.size(); i++) {
            monitor.checkCancelled();
            var part = monitor.part((double) i / seeds.size(), (i + 1.0) / seeds.size());
            var teacher = teacher(learnt, seeds.get(i), part);
            each.add(shelf.logits(
                    recipes.softLabels(asked, teacher),
                    () -> Inference.logits(teacher, asked, asked.allIndices(), part.part(1, 1))));
        }
        return SoftLabels.mean(each, input.settings().distillation().temperature());
    }

    private TeacherModel teacher(Dataset learnt, long seed, JobMonitor monitor) {
        boolean ofAll = learnt.size() == input.training().size();
        if (own != null && ofAll && seed == input.settings().teacher().seed()) {
            return own;
        }
        var settings = input.settings();
        var training = asLong(settings.teacher(), learnt).withSeed(seed);
        return shelf.teacher(recipes.teacher(learnt, training), () -> {
            var trained = TeacherTraining.train(
                    input.watched(learnt, training),
                    settings.teacherWidth(),
                    training,
                    shelf,
                    FoldJob::nobodyWatches,
                    monitor);
            monitor.checkCancelled(); // a teacher that was stopped is no teacher of this fold
            return trained.model();
        });
    }

    /** A teacher of fewer animals learns for as many steps as that of all: how long it learns is not what is compared. */
    private TrainingSettings asLong(TrainingSettings own, Dataset learnt) {
        int windows = input.training().size();
        return learnt.size() == windows
                ? own
                : own.withSteps(Math.ceilDiv(windows, own.batch()) * own.epochs(), learnt.size());
    }
}
