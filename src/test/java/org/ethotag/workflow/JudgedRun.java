package org.ethotag.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.ethotag.dataset.Window;
import org.ethotag.evaluation.Probabilities;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentModel;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.Learners;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.Comparison.ModelAnswers;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunDraft;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;

/** A made-up cross-validation in a study: four models of known quality on as many windows, animals and classes as asked. */
public final class JudgedRun {
    /** Samples of every window. */
    public static final int LENGTH = 64;

    private static final int HIDDEN = 16;
    private static final List<String> NAMES = List.of(
            "grazing",
            "walking",
            "resting",
            "ruminating",
            "drinking",
            "licking",
            "running",
            "grooming",
            "scratching",
            "suckling",
            "mounting",
            "other");
    private static final Map<String, Double> SURE = new LinkedHashMap<>();

    static {
        SURE.put(ModelNames.TEACHER, 3.2);
        SURE.put(ModelNames.STUDENT, 1.7);
        SURE.put(ModelNames.DISTILLED, 2.4);
        SURE.put(ModelNames.FIXED, 2.35);
    }

    private JudgedRun() {}

    /** Keeps it as the newest run and gives its id. */
    public static String keep(Project project, int windows, int animals, int classes, long seed) {
        var comparison = comparison(project.sessions(), windows, animals, classes, seed);
        StudentModel student = Learners.student(HIDDEN, LENGTH, new Random(seed));
        var files = new LinkedHashMap<String, byte[]>();
        for (int fold = 0; fold < animals; fold++) {
            files.put(RunFiles.ofFold(fold, "distilled-" + HIDDEN), ModelFile.bytes(student));
        }
        var settings = Map.of(RunArchive.PROTOCOL, comparison.protocol());
        return new RunArchive(project)
                .keep(new RunDraft(
                        RunKind.CROSSVALIDATION,
                        settings,
                        StudyHashes.of(project),
                        seed,
                        Map.of("engine", "none"),
                        files,
                        comparison,
                        List.of()))
                .id();
    }

    private static Comparison comparison(List<Session> sessions, int windows, int animals, int classes, long seed) {
        var random = new Random(seed);
        var list = new ArrayList<Window>();
        for (int i = 0; i < windows; i++) {
            var session = sessions.get(i % sessions.size());
            long places = session.lengthSamples() / LENGTH;
            long from = i / sessions.size() % places * LENGTH;
            int label = Math.min(classes - 1, (int) (Math.abs(random.nextGaussian()) * classes / 2.5));
            list.add(new Window(
                    session.id(), "cow" + (i * animals / windows + 1), new SampleRange(from, from + LENGTH), label));
        }
        var models = new ArrayList<ModelAnswers>();
        double[][] shared = noise(windows, classes, random);
        SURE.forEach((name, sure) -> models.add(model(name, sure, list, classes, shared, random)));
        var majority = IntStream.range(0, windows).mapToObj(_ -> 0).toList();
        var tree = list.stream()
                .map(window -> random.nextInt(3) == 0 ? random.nextInt(classes) : window.label())
                .toList();
        return new Comparison(
                "leave one animal out, predictions pooled",
                seed,
                NAMES.subList(0, classes),
                list,
                models,
                List.of(new ModelAnswers("majority", 0, majority, 0, 0), new ModelAnswers("tree", 0, tree, 0, 0)),
                list.stream()
                        .map(window -> Integer.parseInt(window.animal().substring(3)) - 1)
                        .toList());
    }

    private static double[][] noise(int windows, int classes, Random random) {
        return IntStream.range(0, windows)
                .mapToObj(_ -> random.doubles(classes, -1.5, 1.5).toArray())
                .toArray(double[][]::new);
    }

    private static ModelAnswers model(
            String name, double sure, List<Window> windows, int classes, double[][] shared, Random random) {
        double[][] logits = new double[windows.size()][classes];
        var answers = new ArrayList<Integer>();
        for (int i = 0; i < logits.length; i++) {
            int best = 0;
            for (int c = 0; c < classes; c++) {
                double truth = c == windows.get(i).label() ? sure : 0;
                logits[i][c] = truth + shared[i][c] + 0.5 * random.nextGaussian();
                best = logits[i][c] > logits[i][best] ? c : best;
            }
            answers.add(best);
        }
        boolean teacher = name.equals(ModelNames.TEACHER);
        return new ModelAnswers(
                name,
                teacher ? 0 : HIDDEN,
                answers,
                teacher ? 2_003_456 : 5_432,
                teacher ? 133_000_000 : 412_160,
                Probabilities.softmax(logits));
    }
}
