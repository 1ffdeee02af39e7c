package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentForward;
import org.ethotag.model.StudentModel;
import org.ethotag.problem.ProblemException;
import org.ethotag.testkit.Learners;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final double SMALL = 1.0 / 16;
    private static final TrainingSettings TEACHER = TrainingSettings.teacher()
            .withEpochs(6)
            .withBatch(16)
            .withThreads(1)
            .withAugmentation(Augmentation.none());
    private static final TrainingSettings STUDENT = TrainingSettings.student()
            .withEpochs(12)
            .withBatch(16)
            .withLearningRate(0.02)
            .withAugmentation(Augmentation.none());
    private static final TrainingData DATA = new TrainingData(Learners.separable(180, 1), Learners.separable(90, 2));

    @Test
    void aSmallTeacherLearnsWhatIsEasy() {
        var trained = TeacherTraining.train(DATA, 0.25, TEACHER, report -> {}, JobMonitor.unwatched());
        assertThat(trained.record().epochs().getLast().heldOutMcc()).isGreaterThan(0.95);
    }

    @Test
    void aSmallStudentLearnsWhatIsEasy() {
        var trained = student(STUDENT);
        assertThat(trained.record().epochs().getLast().heldOutMcc()).isGreaterThan(0.95);
    }

    @Test
    void aStudentLearnsFromSoftLabelsAlone() {
        var training = DATA.training();
        float[][] soft = new float[training.size()][3];
        for (int i = 0; i < soft.length; i++) {
            soft[i][training.windows().get(i).label()] = 6;
        }
        var trained = Distillation.distil(
                DATA,
                new StudentShape(4, 8),
                STUDENT,
                new DistillationSettings(2, 0),
                soft,
                report -> {},
                JobMonitor.unwatched());
        assertThat(trained.record().epochs().getLast().heldOutMcc()).isGreaterThan(0.95);
    }

    @Test
    void alphaOneIsTheStudentWithoutTeacher() {
        var settings = STUDENT.withEpochs(2);
        float[][] soft = new float[DATA.training().size()][3];
        var distilled = Distillation.distil(
                DATA,
                new StudentShape(4, 8),
                settings,
                new DistillationSettings(3, 1),
                soft,
                report -> {},
                JobMonitor.unwatched());
        assertEquals(student(settings).model(), distilled.model());
    }

    @Test
    void theSameSeedGivesTheSameTeacherByteForByte() {
        var settings = TEACHER.withEpochs(2).withAugmentation(Augmentation.collar());
        assertArrayEquals(teacherBytes(settings.withSeed(7)), teacherBytes(settings.withSeed(7)));
        assertFalse(Arrays.equals(teacherBytes(settings.withSeed(7)), teacherBytes(settings.withSeed(8))));
    }

    @Test
    void theSameSeedGivesTheSameStudentByteForByte() {
        var settings = STUDENT.withEpochs(2).withAugmentation(Augmentation.collar());
        assertArrayEquals(
                ModelFile.bytes(student(settings.withSeed(7)).model()),
                ModelFile.bytes(student(settings.withSeed(7)).model()));
        assertNotEquals(
                student(settings.withSeed(7)).model(),
                student(settings.withSeed(8)).model());
    }

    @Test
    void twoRunsAtOnceGiveWhatTheyGiveOneByOne() {
        var settings = STUDENT.withEpochs(2);
        var atOnce = IntStream.range(0, 2)
                .parallel()
                .mapToObj(seed -> student(settings.withSeed(seed)).model())
                .toList();
        assertEquals(
                List.of(
                        student(settings.withSeed(0)).model(),
                        student(settings.withSeed(1)).model()),
                atOnce);
    }

    @Test
    void heldOutWindowsDoNotChangeTheModel() {
        var settings = STUDENT.withEpochs(2);
        var unwatched = Distillation.withoutTeacher(
                TrainingData.all(DATA.training()),
                new StudentShape(4, 8),
                settings,
                report -> {},
                JobMonitor.unwatched());
        assertEquals(student(settings).model(), unwatched.model());
        assertThat(unwatched.record().epochs().getLast().heldOutMcc()).isNaN();
    }

    @Test
    void theEngineAgreesWithPlainJavaOnEveryLogit() {
        var random = new Random(5);
        var data = Learners.separable(40, 3);
        for (int hidden : List.of(4, 7, 32)) {
            var student = Learners.student(hidden, 16, random);
            assertThat(farthest(student, data)).isLessThan(1e-4);
        }
    }

    @Test
    void aTrainedStudentAgreesWithPlainJava() {
        assertThat(farthest(student(STUDENT.withEpochs(3)).model(), DATA.heldOut()))
                .isLessThan(1e-4);
    }

    @Test
    void classWeightsTrainToo() {
        var trained = student(STUDENT.withClassWeights(true).withSchedule(Schedule.COSINE));
        assertThat(trained.record().epochs().getLast().heldOutMcc()).isGreaterThan(0.95);
    }

    @Test
    void theWatcherHearsOfEveryEpoch() {
        var heard = new ArrayList<EpochReport>();
        var trained = Distillation.withoutTeacher(
                DATA, new StudentShape(4, 8), STUDENT.withEpochs(3), heard::add, JobMonitor.unwatched());
        assertEquals(trained.record().epochs(), heard);
        assertEquals(List.of(1, 2, 3), heard.stream().map(EpochReport::epoch).toList());
    }

    @Test
    void stoppingLeavesWhatWasLearntSoFar() {
        var monitor = new StopsAfter(30);
        var trained = Distillation.withoutTeacher(DATA, new StudentShape(4, 8), STUDENT, report -> {}, monitor);
        assertTrue(trained.record().stopped());
        assertEquals(30, trained.record().steps());
        assertEquals(2, trained.record().epochs().size());
        assertThat(farthest(trained.model(), DATA.heldOut())).isLessThan(1e-4);
    }

    @Test
    void stoppingBeforeTheFirstStepGivesNothing() {
        var monitor = new StopsAfter(0);
        assertThatThrownBy(
                        () -> Distillation.withoutTeacher(DATA, new StudentShape(4, 8), STUDENT, report -> {}, monitor))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void theBestEpochIsKeptIfThatIsWanted() {
        var settings = STUDENT.withKeep(TrainingSettings.Keep.BEST);
        var record = student(settings).record();
        double best = record.epochs().stream()
                .mapToDouble(EpochReport::heldOutMcc)
                .max()
                .orElseThrow();
        assertEquals(best, record.epochs().get(record.modelEpoch() - 1).heldOutMcc());
    }

    @Test
    void stepsDecideHowManyEpochsFewWindowsNeed() {
        assertEquals(100, STUDENT.withBatch(64).withSteps(1000, 640).epochs());
        assertEquals(1, STUDENT.withBatch(64).withSteps(1000, 1_000_000).epochs());
    }

    @Test
    void aLossThatIsNoNumberIsAProblem() {
        var settings = STUDENT.withLearningRate(1e30).withSchedule(Schedule.CONSTANT);
        assertProblem(TrainingProblem.LOSS_NOT_FINITE, DATA.training(), settings);
    }

    @Test
    void oneClassIsTooLittle() {
        var all = DATA.training();
        int[] first = IntStream.of(all.allIndices())
                .filter(i -> all.windows().get(i).label() == 0)
                .toArray();
        assertProblem(TrainingProblem.TOO_LITTLE_DATA, all.only(first), STUDENT);
    }

    @Test
    void noWindowsAreTooLittle() {
        assertProblem(TrainingProblem.TOO_LITTLE_DATA, DATA.training().only(new int[0]), STUDENT);
    }

    private static void assertProblem(TrainingProblem expected, Dataset training, TrainingSettings settings) {
        assertThatThrownBy(() -> Distillation.withoutTeacher(
                        TrainingData.all(training),
                        new StudentShape(4, 8),
                        settings,
                        report -> {},
                        JobMonitor.unwatched()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertEquals(expected, failure.problem().code()));
    }

    private static Trained<StudentModel> student(TrainingSettings settings) {
        return Distillation.withoutTeacher(
                DATA, new StudentShape(4, 8), settings, report -> {}, JobMonitor.unwatched());
    }

    private static byte[] teacherBytes(TrainingSettings settings) {
        return ModelFile.bytes(TeacherTraining.train(DATA, SMALL, settings, report -> {}, JobMonitor.unwatched())
                .model());
    }

    private static double farthest(StudentModel model, Dataset data) {
        var forward = new StudentForward(model);
        float[][] onEngine = Inference.logits(model, data, data.allIndices(), JobMonitor.unwatched());
        double farthest = 0;
        for (int i = 0; i < data.size(); i++) {
            float[] plain = forward.logits(data.valuesG(i));
            for (int c = 0; c < plain.length; c++) {
                farthest = Math.max(farthest, Math.abs(plain[c] - onEngine[i][c]));
            }
        }
        return farthest;
    }

    /** Cancels once so many steps have been announced. */
    private static final class StopsAfter implements JobMonitor {
        private final int steps;
        private int announced;

        StopsAfter(int steps) {
            this.steps = steps;
        }

        @Override
        public void progress(double fraction, String doing) {
            announced++;
        }

        @Override
        public boolean cancelled() {
            return announced >= steps;
        }
    }
}
