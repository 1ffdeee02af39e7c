package org.ethotag.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.DatasetFile;
import org.ethotag.problem.ProblemException;

/**
 * Everything that a fold needs, in memory or as one folder.
 *
 * @param settings what to train
 * @param training windows of the training animals; they may overlap each other
 * @param test windows of the held-out animals, which no model of this fold learns from
 */
public record FoldInput(FoldSettings settings, Dataset training, Dataset test) {
    private static final String SETTINGS = "settings.txt";
    private static final String TRAINING = "training.windows";
    private static final String TEST = "test.windows";

    public FoldInput {
        var _ = new TrainingData(training, test); // checks that both are cut alike
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
        KeyedLines.write(settings.values(), folder.resolve(SETTINGS));
    }

    /**
     * Reads such a folder.
     *
     * @throws ProblemException if something in it is missing or damaged
     */
    public static FoldInput read(Path folder) {
        return new FoldInput(
                FoldSettings.parse(KeyedLines.read(folder.resolve(SETTINGS))),
                DatasetFile.read(folder.resolve(TRAINING)),
                DatasetFile.read(folder.resolve(TEST)));
    }
}
