package org.ethotag.ui.training;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.ethotag.dataset.DatasetProblem;
import org.ethotag.job.JobMonitor;
import org.ethotag.job.JobState;
import org.ethotag.model.NetworkSpec;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.RunManifest;
import org.ethotag.review.AsideRule;
import org.ethotag.training.Augmentation;
import org.ethotag.training.DistillationSettings;
import org.ethotag.training.EpochLine;
import org.ethotag.training.FineTuning;
import org.ethotag.training.FoldRunner;
import org.ethotag.training.InputPerceptron;
import org.ethotag.training.Optimiser;
import org.ethotag.training.SoftLabelSource;
import org.ethotag.training.StudentForm;
import org.ethotag.training.StudentShape;
import org.ethotag.training.TrainingSettings;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.CrossValidateStep;
import org.ethotag.workflow.CrossValidateStep.Students;
import org.ethotag.workflow.DistilStep;
import org.ethotag.workflow.LearningPlan;
import org.ethotag.workflow.TrainTeacherStep;
import org.ethotag.workflow.UnfinishedStep;
import org.ethotag.workflow.WindowSettings;
import org.ethotag.workflow.WorkflowProblem;
import org.ethotag.workflow.run.FoldPlan;

/** Settings of a training, its progress, and the runs there are. FX thread only. */
public final class TrainingViewModel {
    /** The paper's windows last so long (arXiv 2209.04130, section 4). */
    private static final double WINDOW_SECONDS = 5.12;
    /** As many parts as are usual for a random division. */
    private static final int LEAKY_PARTS = 10;

    private final Jobs jobs;
    private final StudyViewModel study;
    private final Consumer<Throwable> problems;
    private final IntegerProperty windowSamples = new SimpleIntegerProperty(WindowSettings.PAPER_LENGTH_SAMPLES);
    private final IntegerProperty overlapPercent = new SimpleIntegerProperty(0);
    private final StringProperty classes = new SimpleStringProperty("");
    private final StringProperty augmentation = new SimpleStringProperty("");
    private final BooleanProperty classWeights = new SimpleBooleanProperty();
    private final BooleanProperty leakyKnown = new SimpleBooleanProperty();
    private final ObjectProperty<Optimiser> optimiser =
            new SimpleObjectProperty<>(TrainingSettings.student().optimiser());
    private final DoubleProperty teacherRate =
            new SimpleDoubleProperty(TrainingSettings.teacher().learningRate());
    private final DoubleProperty studentRate =
            new SimpleDoubleProperty(TrainingSettings.student().learningRate());
    private final IntegerProperty patience = new SimpleIntegerProperty();
    private final IntegerProperty batch =
            new SimpleIntegerProperty(TrainingSettings.student().batch());
    private final ReadOnlyStringWrapper usualAugmentation =
            new ReadOnlyStringWrapper(Augmentation.standard(false).text());
    private final ObjectProperty<AsideRule> aside = new SimpleObjectProperty<>(AsideRule.none());
    private final IntegerProperty groups = new SimpleIntegerProperty(2);
    private final ObjectProperty<Protocol> protocol = new SimpleObjectProperty<>(Protocol.LEAVE_ONE_ANIMAL_OUT);
    private final ObservableSet<String> heldOut = FXCollections.observableSet(new TreeSet<>());
    private final ObjectProperty<TeacherSize> teacherSize = new SimpleObjectProperty<>(TeacherSize.HALF);
    private final ObjectProperty<Integer> hidden = new SimpleObjectProperty<>(32);
    private final IntegerProperty perceptron = new SimpleIntegerProperty(StudentShape.USUAL_PERCEPTRON);
    private final BooleanProperty inputPerceptron = new SimpleBooleanProperty();
    private final DoubleProperty temperature = new SimpleDoubleProperty();
    private final DoubleProperty alpha = new SimpleDoubleProperty();
    private final IntegerProperty teacherEpochs = new SimpleIntegerProperty();
    private final IntegerProperty studentEpochs = new SimpleIntegerProperty();
    private final IntegerProperty seed = new SimpleIntegerProperty(1);
    private final ReadOnlyObjectWrapper<JobState<RunManifest>> state =
            new ReadOnlyObjectWrapper<>(new JobState.Idle<>());
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final Curves curves = new Curves();
    private final ObservableList<RunRow> runs = FXCollections.observableArrayList();
    private final ObservableList<String> animals = FXCollections.observableArrayList();
    private final UnfinishedTrainings unfinished;
    private Steering steering = new Steering();

    public TrainingViewModel(Jobs jobs, StudyViewModel study, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.problems = problems;
        unfinished = new UnfinishedTrainings(jobs, study, problems);
        var distillation = DistillationSettings.standard();
        temperature.set(distillation.temperature());
        alpha.set(distillation.alpha());
        teacherEpochs.set(TrainingSettings.teacher().epochs());
        studentEpochs.set(TrainingSettings.student().epochs());
        study.projectProperty().subscribe(this::fresh);
        study.sessions().subscribe(this::takeAnimals);
        study.runs().subscribe(this::readRuns);
    }

    private void fresh() {
        curves.clear();
        animals.clear();
        heldOut.clear();
        if (!running()) {
            state.set(new JobState.Idle<>());
        }
        takeAnimals();
        readFrames();
        if (!running()) {
            unfinished.read();
        }
    }

    /** Frames may have been found since: asked for whenever the page is shown and before a training. */
    public void readFrames() {
        study.project()
                .ifPresent(project -> usualAugmentation.set(
                        Augmentation.standard(!project.mountings().isEmpty()).text()));
    }

    private void takeAnimals() {
        var known = study.sessions().stream()
                .filter(row -> row.labelledSamples() > 0)
                .map(row -> row.session().animal())
                .distinct()
                .sorted()
                .toList();
        if (!animals.equals(known)) {
            heldOut.retainAll(known);
            if (heldOut.isEmpty() && known.size() > 1) {
                heldOut.add(known.getLast());
            }
            animals.setAll(known);
            study.sessions().stream()
                    .findFirst()
                    .ifPresent(row -> windowSamples.set((int)
                            Math.round(WINDOW_SECONDS * row.session().rate().hertz())));
        }
    }

    /** How large the teacher is. */
    public enum TeacherSize {
        /** As published. */
        FULL(1),
        /** Half the filters: a quarter of the work. */
        HALF(0.5),
        /** A quarter of the filters. */
        QUARTER(0.25);

        private final double width;

        TeacherSize(double width) {
            this.width = width;
        }
    }

    public IntegerProperty windowSamplesProperty() {
        return windowSamples;
    }

    /** How long a window lasts at the study's rate, in seconds. */
    public double windowSeconds() {
        return study.sessions().stream()
                .findFirst()
                .map(row -> windowSamples.get() / row.session().rate().hertz())
                .orElse(0.0);
    }

    /** How much of a training window the next one shows again, 0 to 90; judged windows never overlap. */
    public IntegerProperty overlapPercentProperty() {
        return overlapPercent;
    }

    /** How windows are turned at random, as {@link Augmentation#parse} reads it; empty for what is usual. */
    public StringProperty augmentationProperty() {
        return augmentation;
    }

    /** What an empty augmentation means for the open study. */
    public ReadOnlyStringProperty usualAugmentationProperty() {
        return usualAugmentation.getReadOnlyProperty();
    }

    /** Whether rare classes count more. */
    public BooleanProperty classWeightsProperty() {
        return classWeights;
    }

    /** Windows per step. */
    public IntegerProperty batchProperty() {
        return batch;
    }

    /** Which bouts are set aside. */
    public ObjectProperty<AsideRule> asideProperty() {
        return aside;
    }

    /** What the student of now will cost on a tag. */
    StudentCost studentCost() {
        return StudentCost.of(form().shape(hidden.get()), classCount(), windowSamples.get());
    }

    /** The teacher of now. */
    NetworkSpec teacherNetwork() {
        return NetworkSpec.resnet(classCount(), teacherSize.get().width);
    }

    private int classCount() {
        int count = classes.get().isBlank()
                ? study.project()
                        .map(project -> project.ethogram().behaviours().size())
                        .orElse(1)
                : classes.get().split(",").length;
        return Math.max(1, count);
    }

    private StudentForm form() {
        return new StudentForm(
                perceptron.get(), inputPerceptron.get() ? new InputPerceptron.AsHidden() : new InputPerceptron.None());
    }

    /** Units of the perceptron's hidden layer of a student. */
    public IntegerProperty perceptronProperty() {
        return perceptron;
    }

    /** Whether every sample passes a layer as wide as the recurrent one before it. */
    public BooleanProperty inputPerceptronProperty() {
        return inputPerceptron;
    }

    /** Classes as "grazing=Grazing,other=*", or empty for one class per behaviour. */
    public StringProperty classesProperty() {
        return classes;
    }

    public ObjectProperty<Protocol> protocolProperty() {
        return protocol;
    }

    /** How many groups the animals are divided into, 2 to as many as there are animals. */
    public IntegerProperty groupsProperty() {
        return groups;
    }

    /** Animals with labels, sorted. */
    public ObservableList<String> animals() {
        return animals;
    }

    /** Animals that are only judged. */
    public ObservableSet<String> heldOut() {
        return heldOut;
    }

    public ObjectProperty<TeacherSize> teacherSizeProperty() {
        return teacherSize;
    }

    public ObjectProperty<Integer> hiddenProperty() {
        return hidden;
    }

    public DoubleProperty temperatureProperty() {
        return temperature;
    }

    public DoubleProperty alphaProperty() {
        return alpha;
    }

    public IntegerProperty teacherEpochsProperty() {
        return teacherEpochs;
    }

    public IntegerProperty studentEpochsProperty() {
        return studentEpochs;
    }

    public IntegerProperty seedProperty() {
        return seed;
    }

    public ReadOnlyObjectProperty<JobState<RunManifest>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether a training is under way. */
    public boolean running() {
        return state.get() instanceof JobState.Running<RunManifest>;
    }

    /** The epochs of the training under way or of the last one. */
    public Curves curves() {
        return curves;
    }

    /** The epochs that are shown. */
    public ObservableList<CurvePoint> curve() {
        return curves.points();
    }

    /** Whether the training under way waits. */
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** Lets the training under way wait, or go on. */
    public void pause(boolean wanted) {
        paused.set(wanted && running());
        steering.pause(paused.get());
    }

    /** Whether somebody who divides windows at random said that they know what that is. */
    public BooleanProperty leakyKnownProperty() {
        return leakyKnown;
    }

    public ObjectProperty<Optimiser> optimiserProperty() {
        return optimiser;
    }

    public DoubleProperty teacherRateProperty() {
        return teacherRate;
    }

    public DoubleProperty studentRateProperty() {
        return studentRate;
    }

    /** Epochs without a lower loss on training animals kept aside, after which a network has learnt enough; 0 for never. */
    public IntegerProperty patienceProperty() {
        return patience;
    }

    /** Whether a start would be refused because windows divided at random leak and nobody said that they know. */
    public boolean leaksUnknown() {
        return protocol.get() == Protocol.LEAKY && !leakyKnown.get();
    }

    /** All runs with their scores, newest first. */
    public ObservableList<RunRow> runs() {
        return runs;
    }

    /**
     * Trains a teacher and both students. Without animals held out they learn from all, for the tag, and everything is
     * trained once more for each animal left out, for the judgement.
     */
    public void start() {
        if (running() || leaksUnknown()) {
            return;
        }
        readFrames();
        study.project().ifPresent(project -> {
            curves.clear();
            try {
                chosen(TrainingSettings.student());
                checkGroups();
            } catch (ProblemException problem) {
                problems.accept(problem);
                return;
            }
            var plan = plan();
            var name = plan.steps().judgement() == null ? Texts.of("train.job.one") : Texts.of("train.job.every");
            launch(name, (steered, monitor) -> plan.run(project, steered, monitor));
        });
    }

    /** Takes up a training that the program did not survive, and what was to follow it. */
    void resume(UnfinishedStep unfinished) {
        if (running()) {
            return;
        }
        study.project().ifPresent(project -> {
            curves.clear();
            launch(
                    Texts.of("train.job.resumed"),
                    (steered, monitor) -> TrainingPlan.resume(unfinished, project, steered, monitor));
        });
    }

    /** Something to learn, on a thread for it. */
    private interface Learning {
        RunManifest run(Steering steering, JobMonitor monitor);
    }

    private void launch(String name, Learning learning) {
        var epochs = jobs.<EpochLine>relay(curves::add);
        var steered = new Steering();
        steering = steered;
        paused.set(false);
        unfinished.hide();
        jobs.training()
                .<RunManifest>start(name, monitor -> learning.run(steered, steered.over(monitor, epochs)), this::told);
    }

    /** Trainings that the program did not survive. */
    UnfinishedTrainings unfinished() {
        return unfinished;
    }

    private TrainingPlan plan() {
        boolean heldOutFromStart = protocol.get() == Protocol.HOLD_OUT;
        return new TrainingPlan(
                new LearningPlan(
                        teacherStep(heldOutFromStart ? Set.copyOf(heldOut) : Set.of()),
                        studentStep(),
                        heldOutFromStart ? null : crossValidation()),
                heldOutFromStart ? 1 : 1.0 / (folds() + 1));
    }

    private int folds() {
        return switch (foldPlan()) {
            case FoldPlan.Leaky(int count) -> count;
            case FoldPlan.Groups(int count) -> count;
            case FoldPlan.EachAnimal _, FoldPlan.HeldOut _ -> animals.size();
        };
    }

    /** Before the models for the tag are trained, not after. */
    private void checkGroups() {
        if (foldPlan() instanceof FoldPlan.Groups(int count) && count > animals.size()) {
            throw new ProblemException(DatasetProblem.TOO_MANY_FOLDS, count, animals.size());
        }
    }

    private FoldPlan foldPlan() {
        return switch (protocol.get()) {
            case LEAKY -> new FoldPlan.Leaky(LEAKY_PARTS);
            case GROUPS_OF_ANIMALS -> new FoldPlan.Groups(groups.get());
            case LEAVE_ONE_ANIMAL_OUT, HOLD_OUT -> FoldPlan.standard();
        };
    }

    private WindowSettings windows() {
        int stride = Math.max(1, Math.round(windowSamples.get() * (100 - overlapPercent.get()) / 100f));
        return new WindowSettings(windowSamples.get(), stride, 1, classes.get().strip(), aside.get());
    }

    private TrainingSettings teacherTraining() {
        return chosen(TrainingSettings.teacher())
                .withLearningRate(teacherRate.get())
                .withEpochs(teacherEpochs.get())
                .withSeed(seed.get());
    }

    private TrainingSettings studentTraining() {
        return chosen(TrainingSettings.student())
                .withLearningRate(studentRate.get())
                .withEpochs(studentEpochs.get())
                .withSeed(seed.get());
    }

    /** @throws ProblemException if the text of the augmentation is none */
    private TrainingSettings chosen(TrainingSettings standard) {
        var text = augmentation.get().isBlank()
                ? usualAugmentation.get()
                : augmentation.get().strip();
        try {
            return standard.withAugmentation(Augmentation.parse(text))
                    .withClassWeights(classWeights.get())
                    .withOptimiser(optimiser.get())
                    .withPatience(patience.get())
                    .withBatch(batch.get());
        } catch (IllegalArgumentException outOfRange) {
            throw new ProblemException(WorkflowProblem.BAD_AUGMENTATION, text, String.valueOf(outOfRange.getMessage()))
                    .causedBy(outOfRange);
        }
    }

    private DistillationSettings distillation() {
        return new DistillationSettings(temperature.get(), alpha.get());
    }

    private TrainTeacherStep teacherStep(Set<String> notLearntFrom) {
        return new TrainTeacherStep(windows(), notLearntFrom, teacherSize.get().width, teacherTraining());
    }

    /** Of no teacher's run yet. */
    private DistilStep studentStep() {
        return new DistilStep("", form().shape(hidden.get()), distillation(), studentTraining());
    }

    private CrossValidateStep crossValidation() {
        return new CrossValidateStep(
                windows(),
                List.of(hidden.get()),
                form(),
                Students.WITHOUT_AND_WITH_DISTILLATION,
                foldPlan(),
                teacherSize.get().width,
                teacherTraining(),
                studentTraining(),
                distillation(),
                List.of(Short.SIZE),
                FineTuning.none(),
                SoftLabelSource.standard(),
                FoldRunner.spareProcesses());
    }

    private void told(JobState<RunManifest> next) {
        state.set(next);
        if (next instanceof JobState.Failed<RunManifest>(Throwable cause)) {
            problems.accept(cause);
        }
        if (!(next instanceof JobState.Running<RunManifest>)) {
            paused.set(false);
            curves.end();
            study.refresh();
            unfinished.read();
        }
    }

    /** Stops the training under way: what has been learnt so far is kept as a run that says so, and finished runs stay. */
    public void stop() {
        steering.stop();
    }

    /** Whether the training under way was asked to stop, or the last one was. */
    public boolean stopped() {
        return steering.stopped();
    }

    private void readRuns() {
        var manifests = List.copyOf(study.runs());
        study.project()
                .ifPresentOrElse(
                        project -> jobs.quiet()
                                .<List<RunRow>>start(
                                        "runs",
                                        _ -> manifests.reversed().stream()
                                                .map(run -> new RunRow(run, project.scores(run.id())))
                                                .collect(Collectors.toList()),
                                        this::takeRuns),
                        runs::clear);
    }

    private void takeRuns(JobState<List<RunRow>> read) {
        switch (read) {
            case JobState.Succeeded<List<RunRow>>(List<RunRow> rows) -> runs.setAll(rows);
            case JobState.Failed<List<RunRow>>(Throwable cause) -> problems.accept(cause);
            case JobState.Idle<List<RunRow>> _,
                    JobState.Running<List<RunRow>> _,
                    JobState.Cancelled<List<RunRow>> _ -> {}
        }
    }
}
