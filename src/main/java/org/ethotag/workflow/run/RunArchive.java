package org.ethotag.workflow.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ethotag.evaluation.Baselines;
import org.ethotag.evaluation.Probabilities;
import org.ethotag.evaluation.Scores;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.project.Score;
import org.ethotag.recording.CsvTable;
import org.ethotag.review.AsideRule;
import org.ethotag.workflow.run.Comparison.ModelAnswers;

/** How runs of the workflow lie in a study: ids by kind and number, predictions as a table, scores as rows. */
public final class RunArchive {
    public static final String DATASET = "dataset.sha256";
    public static final String WINDOWS = "windows";
    /** Samples per second of the windows. */
    public static final String RATE = "windows.rateHz";

    public static final String TEACHER_RUN = "teacher.run";
    public static final String MODEL_ID = "model.id";
    public static final String PROFILE = "tag.profile";
    public static final String COMPARED = "windows compared with float";
    public static final String STUDENT_RUN = "student.run";
    /** Why a quantized run has no blob, in sentences. */
    public static final String STUDY_ONLY = "quantization.studyOnly";

    public static final String PROTOCOL = "protocol";
    /** What a division that is known to be leaky puts on both sides, in sentences. */
    public static final String LEAKS = "leaks";

    /** The rule by which bouts were set aside, as {@link AsideRule#parse} reads it. */
    public static final String ASIDE = "windows.aside";

    /** Classes that were judged by models that had no window of them to learn from, in sentences. */
    public static final String NOT_LEARNT = "classes.notLearnt";

    public static final String TRAINED_ON = "animals.learnt";
    public static final String HELD_OUT = "animals.heldOut";
    /** Name of the score without the windows that are set aside. */
    public static final String MCC_KEPT = "mcc set aside";

    private static final String BYTES = "bytes";
    private static final String MULTIPLICATIONS = "multiplications";
    private static final String HIDDEN = "hidden";
    /** What a network has and a baseline has not. */
    private static final List<String> COSTS = List.of(BYTES, MULTIPLICATIONS, HIDDEN);

    private final Project project;

    public RunArchive(Project project) {
        this.project = project;
    }

    /** The next free id of a kind: teacher-1, teacher-2, ... */
    private String nextId(RunKind kind) {
        var taken = project.runs().stream().map(RunManifest::id).toList();
        int number = 1;
        while (taken.contains(kind.id() + "-" + number)) {
            number++;
        }
        return kind.id() + "-" + number;
    }

    /** Keeps a run under the next free id, with the time and the versions of program and Java. */
    public RunManifest keep(RunDraft draft) {
        var manifest = new RunManifest(
                nextId(draft.kind()),
                draft.kind().id(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                draft.settings(),
                draft.inputs(),
                draft.seed(),
                versions(draft));
        project.saveRun(manifest, draft.files(), scores(draft));
        return manifest;
    }

    /** Everything a result may depend on besides its settings and inputs. */
    public static Map<String, String> versions(RunDraft draft) {
        var all = new LinkedHashMap<>(draft.versions());
        all.put("ethotag", ProgramVersion.text());
        all.put("code.sha256", ProgramVersion.codeSha256());
        all.put("java", System.getProperty("java.version", ""));
        all.put("system", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        return all;
    }

    /** All scores of a run, its models' first. */
    public static List<Score> scores(RunDraft draft) {
        var scores = new ArrayList<>(draft.furtherScores());
        var comparison = draft.comparison();
        comparison.models().forEach(model -> scores.addAll(scoresOf(comparison, model)));
        if (!comparison.aside().isNone()) {
            var kept = comparison.kept();
            kept.models()
                    .forEach(model -> scores.add(new Score(
                            model.title(),
                            MCC_KEPT,
                            Scores.of(kept.predictions(model)).mcc())));
        }
        comparison.baselines().stream()
                .flatMap(model -> scoresOf(comparison, model).stream())
                .filter(score -> !COSTS.contains(score.metric()))
                .forEach(scores::add);
        return scores;
    }

    /** A run of the given kind. */
    public RunManifest run(String id, RunKind kind) {
        var manifest = run(id);
        if (!manifest.kind().equals(kind.id())) {
            throw new ProblemException(RunProblem.WRONG_KIND_OF_RUN, id, manifest.kind(), kind.id());
        }
        return manifest;
    }

    public RunManifest run(String id) {
        return project.run(id).orElseThrow(() -> new ProblemException(RunProblem.UNKNOWN_RUN, id, runsThereAre()));
    }

    private String runsThereAre() {
        var ids = project.runs().stream().map(RunManifest::id).toList();
        return ids.isEmpty() ? "none yet" : String.join(", ", ids);
    }

    /** What a run's models said, or an empty list of models if it judged nothing. */
    public Comparison comparison(RunManifest run) {
        var protocol = run.settings().getOrDefault(PROTOCOL, "");
        if (!project.runFiles(run.id()).contains(RunFiles.PREDICTIONS)) {
            return new Comparison(protocol, run.seed(), List.of(), List.of(), List.of()).with(aside(run));
        }
        var table = PredictionsCsv.read(run.id(), project.runFile(run.id(), RunFiles.PREDICTIONS));
        var sure = probabilities(run, table);
        var scores = project.scores(run.id());
        var models = new ArrayList<ModelAnswers>();
        var baselines = new ArrayList<ModelAnswers>();
        table.answers().forEach((title, answers) -> {
            int hidden = (int) value(scores, title, HIDDEN);
            (Baselines.NAMES.contains(title) ? baselines : models)
                    .add(new ModelAnswers(
                            hidden == 0 ? title : title.substring(0, title.indexOf(' ')),
                            hidden,
                            answers,
                            (long) value(scores, title, BYTES),
                            (long) value(scores, title, MULTIPLICATIONS),
                            sure.models().getOrDefault(title, Probabilities.none())));
        });
        return new Comparison(
                protocol, run.seed(), table.classes(), table.windows(), models, baselines, sure.folds(), aside(run));
    }

    /** What was set aside when a run was made. */
    public SetAside aside(RunManifest run) {
        return project.runFiles(run.id()).contains(RunFiles.SET_ASIDE)
                ? SetAside.read(run, project.runFile(run.id(), RunFiles.SET_ASIDE))
                : SetAside.none();
    }

    /** None for runs that were kept before probabilities were. */
    private ProbabilitiesFile probabilities(RunManifest run, PredictionsCsv.Table table) {
        int windows = table.windows().size();
        if (!project.runFiles(run.id()).contains(RunFiles.PROBABILITIES)) {
            return new ProbabilitiesFile(Collections.nCopies(windows, 0), Map.of());
        }
        byte[] file = project.runFile(run.id(), RunFiles.PROBABILITIES);
        return ProbabilitiesFile.read(run.id(), file, windows, table.classes().size());
    }

    private static double value(Collection<Score> scores, String model, String metric) {
        return scores.stream()
                .filter(score -> score.model().equals(model) && score.metric().equals(metric))
                .mapToDouble(Score::value)
                .findFirst()
                .orElse(0);
    }

    private static List<Score> scoresOf(Comparison comparison, ModelAnswers model) {
        var scores = Scores.of(comparison.predictions(model));
        var title = model.title();
        var rows = new ArrayList<>(List.of(
                new Score(title, "mcc", scores.mcc()),
                new Score(title, "accuracy", scores.accuracy()),
                new Score(title, "macro F1", scores.macroF1()),
                new Score(title, BYTES, model.bytes()),
                new Score(title, MULTIPLICATIONS, model.multiplications()),
                new Score(title, HIDDEN, model.hidden())));
        scores.perClass().forEach((name, one) -> rows.add(new Score(title, "f1 " + name, one.f1())));
        scores.perAnimal().forEach((animal, mcc) -> rows.add(new Score(title, "mcc of animal " + animal, mcc)));
        return rows;
    }

    /** Ids of animals as a manifest holds them: one line of comma-separated text with quotes where an id needs them. */
    public static String animals(Collection<String> ids) {
        var row = ids.isEmpty() ? "" : CsvTable.write(List.of(List.copyOf(ids)));
        return row.substring(0, Math.max(0, row.length() - 1)); // without the end of the line
    }

    /** What {@link #animals(Collection)} wrote under that name; none if nothing was. */
    public static List<String> animals(RunManifest run, String name) {
        return animals(run.settings().getOrDefault(name, ""));
    }

    /** What {@link #animals(Collection)} wrote. */
    public static List<String> animals(String text) {
        var lines = CsvTable.read(text);
        return lines.isEmpty() ? List.of() : lines.getFirst();
    }

    /** A text that a manifest holds. */
    public static String input(RunManifest run, String name) {
        return Objects.requireNonNull(run.inputs().get(name), () -> run.id() + " has no input " + name);
    }
}
