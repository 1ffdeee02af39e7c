package org.ethotag.training;

import java.nio.file.Path;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.TeacherModel;
import org.ethotag.testkit.Learners;

/** A program that trains a small teacher and says every epoch, for a test that kills it. */
final class KilledTraining {
    static final TrainingSettings SETTINGS = TrainingSettings.teacher()
            .withEpochs(12)
            .withBatch(16)
            .withThreads(1)
            .withSeed(3)
            .withPatience(11)
            .withAugmentation(Augmentation.collar().with(0.02, 0.1));

    private KilledTraining() {}

    /** Argument: the folder in which the training is kept while it is unfinished. */
    public static void main(String[] arguments) {
        train(ModelShelf.at(Path.of(arguments[0])), new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                // epochs are told
            }

            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void tell(String line) {
                System.out.println(line);
            }
        });
    }

    static Trained<TeacherModel> train(ModelShelf shelf, JobMonitor monitor) {
        var data = new TrainingData(Learners.separable(180, 1), Learners.separable(30, 2));
        return TeacherTraining.train(data, 1.0 / 16, SETTINGS, shelf, _ -> {}, monitor);
    }
}
