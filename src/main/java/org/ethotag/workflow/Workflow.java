package org.ethotag.workflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.Problem;
import org.ethotag.project.FlashRecord;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.project.StepKind;
import org.ethotag.project.TagSelfTest;
import org.ethotag.recording.reading.ImportedSession;
import org.ethotag.review.AsideRule;
import org.ethotag.signal.Rotation;
import org.ethotag.training.ModelShelf;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunDraft;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;
import org.ethotag.workflow.run.SeedGroup;
import org.ethotag.workflow.sweep.SweepResult;
import org.ethotag.workflow.sweep.SweepTable;

/**
 * Carries out steps on a study: the same for the window and the command line. Each call does its work on the calling
 * thread and keeps its result in the study before it returns; a step that fails or is cancelled leaves nothing behind, and
 * one that would change a study that cannot be changed is refused before its work begins.
 */
public final class Workflow {
    private final Project project;

    /** Works on a study. */
    public Workflow(Project project) {
        this.project = project;
    }

    /** Brings raw files into the study. The files before one that cannot be read stay. */
    public List<ImportedSession> run(ImportStep step, JobMonitor monitor) {
        project.checkWritable();
        return new ImportWork(project).run(step, monitor);
    }

    /** Finds the frame of every tag whose frame nobody set, from all recordings together and without labels. */
    public StudyMountings estimateFrames(JobMonitor monitor) {
        project.checkWritable();
        project.log()
                .step(
                        StepKind.FRAMES,
                        Map.of(),
                        () -> StudyHashes.of(project),
                        () -> {
                            new FrameWork(project).estimate(monitor.part(0, 0.5));
                            return project.mountings();
                        },
                        StepResults::of);
        return mountings(monitor.part(0.5, 1));
    }

    /**
     * Sets the frame of one tag by hand.
     *
     * @param on as {@link org.ethotag.study.MountedTag#name} says it
     */
    public void setFrame(String on, Rotation frame) {
        project.checkWritable();
        new FrameWork(project).set(on, frame);
    }

    /** Forgets the frame of one tag, so that it counts as worn or is estimated again. */
    public void forgetFrame(String on) {
        project.checkWritable();
        new FrameWork(project).forget(on);
    }

    /** Tags on some animals that sit unlike anything that a run learnt from. */
    public List<StudyMountings.Sitting> unlikeTraining(String run, Set<String> animals, JobMonitor monitor) {
        return new FrameWork(project).unlike(new RunArchive(project).run(run), animals, monitor);
    }

    /** How every tag of the study sits, and which sit unlike the others. */
    public StudyMountings mountings(JobMonitor monitor) {
        return new FrameWork(project).standing(monitor);
    }

    /** Where trainings are kept while they are unfinished. */
    private ModelShelf shelf() {
        return ModelShelf.at(project.folder().resolve(StudyShelf.FOLDER));
    }

    /** Trains a teacher and keeps it as a run. A training that was killed goes on after its last whole epoch. */
    public RunManifest run(TrainTeacherStep step, LearningWatcher watcher, JobMonitor monitor) {
        project.checkWritable();
        return kept(
                StepKind.TRAIN,
                StepSettings.of(step),
                () -> new TeacherWork(project, shelf()).make(step, watcher, monitor));
    }

    /** Trains students with and without a teacher and keeps them as a run. */
    public RunManifest run(DistilStep step, LearningWatcher watcher, JobMonitor monitor) {
        project.checkWritable();
        return kept(
                StepKind.DISTIL,
                StepSettings.of(step),
                () -> new StudentWork(project, shelf()).make(step, watcher, monitor));
    }

    /** Turns a student into integers and keeps it as a run. */
    public QuantizedRun run(QuantizeStep step, JobMonitor monitor) {
        project.checkWritable();
        return project.log()
                .step(
                        StepKind.QUANTIZE,
                        StepSettings.of(step),
                        () -> StudyHashes.of(project),
                        () -> {
                            var made = new QuantizeWork(project).make(step, monitor);
                            return new QuantizedRun(keep(made.draft()), made.graph(), made.layers());
                        },
                        made -> project.runResults(made.manifest()));
    }

    /** Writes what leaves for the tag. */
    public Exported run(ExportStep step, JobMonitor monitor) {
        return project.log()
                .step(
                        StepKind.EXPORT,
                        StepSettings.of(step),
                        Map::of,
                        () -> new ExportWork(project).run(step, monitor),
                        StepResults::of);
    }

    /** The signed image alone, as flashing needs it; the step's folder is not touched. */
    public byte[] image(ExportStep step) {
        return new ExportWork(project).image(step);
    }

    /**
     * Keeps the receipt of a flash job in the study.
     *
     * @param animal id of the animal that wears the tag, or empty
     */
    public void keep(FlashReceipt receipt, String animal) {
        project.addReceipt(new FlashRecord(
                receipt.serial(),
                animal,
                receipt.modelAfter(),
                receipt.imageSha256(),
                receipt.outcome().name().toLowerCase(Locale.ROOT),
                receipt.verified(),
                selfTest(receipt),
                receipt.goldenWindows(),
                receipt.ended(),
                receipt.firmware(),
                System.getProperty("user.name", ""),
                receipt.batteryPercent(),
                receipt.image(),
                receipt.problems().stream().findFirst().map(Problem::what).orElse("")));
    }

    /** A tag may say anything: more passed than there are windows is no result. */
    private static TagSelfTest selfTest(FlashReceipt receipt) {
        var told = receipt.selfTest();
        String state = told.state().name().toLowerCase(Locale.ROOT);
        return new TagSelfTest(state, Math.min(told.passed(), told.windows()), told.windows());
    }

    /** Judges everything on animals left out, and keeps predictions and scores as a run. */
    public RunManifest run(CrossValidateStep step, JobMonitor monitor) {
        project.checkWritable();
        return kept(
                StepKind.CROSSVALIDATE, StepSettings.of(step), () -> new CrossValidation(project).make(step, monitor));
    }

    /** Tries a grid of students and keeps their scores as a run; what was trained stays on the study's shelf. */
    public RunManifest run(SweepStep step, JobMonitor monitor) {
        project.checkWritable();
        return kept(StepKind.SWEEP, StepSettings.of(step), () -> new SweepWork(project).make(step, monitor));
    }

    /**
     * Trainings that did not come to their end because the program was ended, the newest first. In a study that is open
     * elsewhere one of them may be under way there.
     */
    public List<UnfinishedStep> unfinished() {
        return new UnfinishedWork(project, shelf()).all();
    }

    /** One of them, by its number in the log. @throws org.ethotag.problem.ProblemException if it is none of them */
    public UnfinishedStep unfinished(long number) {
        return new UnfinishedWork(project, shelf()).of(number);
    }

    /** Takes one of them up after its last whole epoch; the result is what it would have been. */
    public RunManifest resume(UnfinishedStep unfinished, LearningWatcher watcher, JobMonitor monitor) {
        return new UnfinishedWork(project, shelf()).resume(unfinished, watcher, monitor);
    }

    /** Forgets one of them and the epochs that are kept of it. */
    public void discard(UnfinishedStep unfinished) {
        new UnfinishedWork(project, shelf()).discard(unfinished);
    }

    /** What came out of a sweep. */
    public SweepResult sweep(String id) {
        var run = new RunArchive(project).run(id, RunKind.SWEEP);
        return SweepTable.read(
                id,
                run.settings().getOrDefault(RunArchive.PROTOCOL, ""),
                new String(project.runFile(run.id(), RunFiles.SWEEP), StandardCharsets.UTF_8));
    }

    /**
     * Tests the models of a run on animals that they never saw.
     *
     * @throws org.ethotag.problem.ProblemException if one of them was learnt from, or has no windows
     */
    public Comparison evaluate(String run, Set<String> animals, JobMonitor monitor) {
        return new Evaluation(project).run(run, animals, monitor);
    }

    /**
     * What the models of a run say about all windows of the study, those included that they learnt from: no score comes of
     * it, and whoever shows it says so. The protocol names the animals that were learnt from.
     */
    public Comparison inSample(String run, JobMonitor monitor) {
        return new Evaluation(project).inSample(run, monitor);
    }

    /**
     * The same answers, judged without the bouts that a rule sets aside beside what they are worth over all windows. Nothing is
     * learnt anew: a run that was made with that very rule stays as it is.
     */
    public Comparison judgedWithout(Comparison comparison, AsideRule rule, JobMonitor monitor) {
        return comparison.aside().rule().equals(rule)
                ? comparison
                : comparison.with(SettingAside.afterwards(project, rule, monitor));
    }

    /** The windows of a cross-validation whose class changed in fixed point, as comma-separated text. */
    public String flips(String crossValidation) {
        var run = new RunArchive(project).run(crossValidation, RunKind.CROSSVALIDATION);
        return new String(project.runFile(run.id(), RunFiles.FLIPS), StandardCharsets.UTF_8);
    }

    /**
     * Lets a model label sessions, each on a track of its own. If it fails or is cancelled the sessions that were done before
     * keep their labels.
     */
    public List<Prelabelled> run(PrelabelStep step, JobMonitor monitor) {
        project.checkWritable();
        return new PrelabelWork(project).run(step, monitor);
    }

    /**
     * The labels that a model of a cross-validation contradicts on animals that it never saw, the most doubtful first.
     *
     * @param model title of the model, or empty for the best one
     * @throws org.ethotag.problem.ProblemException if the run is no cross-validation or kept no probabilities
     */
    public ReviewList doubts(String crossValidation, String model) {
        return new DoubtWork(project).run(crossValidation, model);
    }

    /**
     * What speaks against the labels of the study, bout by bout.
     *
     * @param crossValidation id of a run whose models may contradict, or empty to do without
     */
    public LabelExamination examineLabels(String crossValidation, JobMonitor monitor) {
        return new LabelDoctorWork(project).run(crossValidation, monitor);
    }

    /** The bouts that something speaks against without any model, as a list to go through. */
    public ReviewList implausible(JobMonitor monitor) {
        return new LabelDoctorWork(project).list(monitor);
    }

    /**
     * The pre-labels on tracks of that name of which the model was least sure, over all sessions.
     *
     * @throws org.ethotag.problem.ProblemException if there is no such track
     */
    public ReviewList unsure(String track) {
        return new UnsureWork(project).run(track);
    }

    /** What trying out integers on the distilled student of a run needs. */
    public QuantizationBench bench(String studentRun, JobMonitor monitor) {
        return QuantizationBench.of(project, studentRun, monitor);
    }

    /**
     * Makes a run again, keeps nothing of it, and compares weights, predictions and scores byte for byte.
     *
     * @throws org.ethotag.problem.ProblemException if the study changed since, or the run cannot be made again
     */
    public RunVerification verify(String run, JobMonitor monitor) {
        return new RunRepeat(project).run(run, monitor);
    }

    /**
     * One window as the run's student saw it.
     *
     * @param row of the run's comparison
     * @param hidden units of the student, if the run has several sizes
     */
    public WindowLook look(RunManifest run, Comparison comparison, int row, int hidden) {
        var window = comparison.windows().get(row);
        return WindowLook.of(
                project, run, comparison.classes(), window, comparison.folds().get(row), hidden);
    }

    /** The judged windows of a run on a plane. */
    public WindowMap map(RunManifest run, Comparison comparison, JobMonitor monitor) {
        return WindowMap.of(project, run, comparison, monitor);
    }

    /** The methods paragraph of a run, with every number that a paper needs. */
    public String methods(String run) {
        return new MethodsText(project, run).text();
    }

    /** What the runs said that differ from this one in nothing but the seed, itself among them. */
    public SeedGroup seedsLike(String run) {
        var archive = new RunArchive(project);
        return new SeedGroup(SeedGroup.like(archive.run(run), project.runs()).stream()
                .map(archive::comparison)
                .toList());
    }

    /** Whether labels, or which recordings are labelled, changed since a run learnt from them. */
    public boolean isOutdated(RunManifest run) {
        return StudyHashes.of(project).entrySet().stream()
                .anyMatch(now ->
                        !run.inputs().getOrDefault(now.getKey(), now.getValue()).equals(now.getValue()));
    }

    private RunManifest kept(StepKind kind, Map<String, String> settings, Supplier<RunDraft> work) {
        return project.log()
                .step(kind, settings, () -> StudyHashes.of(project), () -> keep(work.get()), project::runResults);
    }

    private RunManifest keep(RunDraft draft) {
        return new RunArchive(project).keep(draft);
    }

    /** What the models of a run said about animals that they never saw; without models if it judged nothing. */
    public Comparison comparison(String run) {
        var archive = new RunArchive(project);
        return archive.comparison(archive.run(run));
    }
}
