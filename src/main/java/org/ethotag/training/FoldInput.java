package org.ethotag.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.DatasetFile;
import org.ethotag.dataset.Window;
import org.ethotag.problem.ProblemException;

/**
 * Everything that a fold needs, in memory or as one folder.
 *
 * @param settings what to train
 * @param training windows of the training animals; they may overlap each other
 * @param test windows of the held-out animals, which no model of this fold learns from
 * @param unlabelled windows of other animals without labels, which only distilled students learn from; may be empty
 */
public record FoldInput(FoldSettings settings, Dataset training, Dataset test, Dataset unlabelled) {
    private static final String SETTINGS = "settings.txt";
    private static final String TRAINING = "training.windows";
    private static final String TEST = "test.windows";

    private static final String UNLABELLED = "unlabelled.windows";

    public FoldInput {
        var _ = new TrainingData(training, test); // checks that both are cut alike
        var _ = new TrainingData(training, unlabelled);
        if (unlabelled.windows().stream().anyMatch(Window::isLabelled)) {
            throw new IllegalArgumentException("unlabelled windows have labels");
        }
        var judged = Set.copyOf(test.animals());
        if (unlabelled.animals().stream().anyMatch(judged::contains)) {
            throw new IllegalArgumentException("unlabelled windows of animals that are judged: " + judged);
        }
    }

    /** Without unlabelled windows. */
    public FoldInput(FoldSettings settings, Dataset training, Dataset test) {
        this(settings, training, test, training.only(new int[0]));
    }

    /** More windows are no longer learning: a student beside unlabelled windows makes as many steps as one without. */
    public TrainingSettings asLong(TrainingSettings student) {
        int windows = training.size();
        return unlabelled.size() == 0
                ? student
                : student.withSteps(
                        Math.ceilDiv(windows, student.batch()) * student.epochs(), windows + unlabelled.size());
    }

    /** Learns from some windows, watched on the test windows unless those would choose the weights. */
    TrainingData watched(Dataset learnt, TrainingSettings settings) {
        return settings.keep() == TrainingSettings.Keep.BEST
                ? TrainingData.all(learnt)
                : new TrainingData(learnt, test);
    }

    /**
     * Writes the folder.
     *
     * @throws ProblemException if the disk is in the way
     */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.FOLD_UNWRITABLE, folder, failure).causedBy(failure);
        }
        DatasetFile.write(training, folder.resolve(TRAINING));
        DatasetFile.write(test, folder.resolve(TEST));
        if (unlabelled.size() > 0) {
            DatasetFile.write(unlabelled, folder.resolve(UNLABELLED));
        }
        KeyedLines.write(settings.values(), folder.resolve(SETTINGS));
    }

    /**
     * Reads such a folder.
     *
     * @throws ProblemException if something in it is missing or damaged
     */
    public static FoldInput read(Path folder) {
        var settings = FoldSettings.parse(KeyedLines.read(folder.resolve(SETTINGS)));
        var training = DatasetFile.read(folder.resolve(TRAINING));
        var unlabelled = folder.resolve(UNLABELLED);
        return new FoldInput(
                settings,
                training,
                DatasetFile.read(folder.resolve(TEST)),
                Files.exists(unlabelled) ? DatasetFile.read(unlabelled) : training.only(new int[0]));
    }
}
