package org.ethotag.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.file.SmallFile;
import org.ethotag.model.ModelFile;
import org.ethotag.problem.ProblemException;

/**
 * A fold's result as a folder: one file per model, {@code predictions.csv} with the logits of every model on every test
 * window, and {@code manifest.txt}, written last, so that a folder with a manifest is whole. Described in
 * {@code src/site/markdown/formats/fold.md}.
 */
final class FoldFiles {
    static final int VERSION = 2;
    private static final String MANIFEST = "manifest.txt";
    private static final String PREDICTIONS = "predictions.csv";
    /** Logits of a million windows by four models. */
    private static final long MOST_ANSWER_BYTES = 512L << 20;

    private static final String MODEL_KEY = "model.";

    private FoldFiles() {}

    static void write(FoldResult result, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(MANIFEST));
            ModelFile.write(result.teacher(), modelFile(folder, FoldResult.TEACHER));
            for (FoldStudent student : result.students()) {
                ModelFile.write(student.model(), modelFile(folder, student.name()));
            }
            Files.write(folder.resolve(PREDICTIONS), lines(result.logits()));
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.FOLD_UNWRITABLE, folder, failure).causedBy(failure);
        }
        KeyedLines.write(result.manifest(), folder.resolve(MANIFEST));
    }

    /** @throws ProblemException if something is missing, damaged, or does not fit the manifest's hashes */
    static FoldResult read(Path folder) {
        var manifest = KeyedLines.read(folder.resolve(MANIFEST));
        if (manifest.whole("format") != VERSION) {
            throw manifest.damaged("it is of another version");
        }
        var logits = logits(folder.resolve(PREDICTIONS));
        var teacher = ModelFile.readTeacher(modelFile(folder, FoldResult.TEACHER));
        checkHash(manifest, FoldResult.TEACHER, ModelFile.modelHash(teacher));
        var students = new ArrayList<FoldStudent>();
        for (String key : manifest.values().keySet()) {
            if (key.startsWith(MODEL_KEY) && !key.equals(MODEL_KEY + FoldResult.TEACHER)) {
                students.add(student(folder, manifest, plain(manifest, key.substring(MODEL_KEY.length())), logits));
            }
        }
        return new FoldResult(
                manifest.text("name"), teacher, of(manifest, logits, FoldResult.TEACHER), students, manifest.values());
    }

    private static FoldStudent student(
            Path folder, KeyedLines manifest, String name, Map<String, List<float[]>> logits) {
        var model = ModelFile.readStudent(modelFile(folder, name));
        checkHash(manifest, name, ModelFile.modelHash(model));
        try {
            return FoldStudent.named(name, model, of(manifest, logits, name));
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw manifest.damaged("there is no student named " + name).causedBy(notOurs);
        }
    }

    private static void checkHash(KeyedLines manifest, String name, String hash) {
        if (!manifest.text(MODEL_KEY + name).equals(hash)) {
            throw manifest.damaged("the model " + name + " is another one");
        }
    }

    private static float[][] of(KeyedLines manifest, Map<String, List<float[]>> logits, String name) {
        var rows = logits.get(name);
        if (rows == null) {
            if (!logits.isEmpty()) {
                throw manifest.damaged("the model " + name + " has no predictions");
            }
            return new float[0][]; // no test windows
        }
        return rows.toArray(float[][]::new);
    }

    /** @throws ProblemException if a name that a manifest gives is no name of a file beside it */
    private static String plain(KeyedLines manifest, String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw manifest.damaged("\"" + name + "\" is no name of a model");
        }
        return name;
    }

    private static Path modelFile(Path folder, String name) {
        return folder.resolve(name + ".model");
    }

    private static List<String> lines(Map<String, float[][]> logits) {
        var lines = new ArrayList<String>();
        lines.add("model,window,answer,logits");
        logits.forEach((model, rows) -> {
            int[] answers = Inference.answers(rows);
            for (int i = 0; i < rows.length; i++) {
                var line = new StringBuilder(model)
                        .append(',')
                        .append(i)
                        .append(',')
                        .append(answers[i]);
                for (float logit : rows[i]) {
                    line.append(',').append(logit);
                }
                lines.add(line.toString());
            }
        });
        return lines;
    }

    private static Map<String, List<float[]>> logits(Path file) {
        var logits = new LinkedHashMap<String, List<float[]>>();
        int number = 1;
        try (BufferedReader reader = new BufferedReader(new StringReader(SmallFile.text(file, MOST_ANSWER_BYTES)))) {
            reader.readLine(); // the header
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                var cells = line.split(",");
                var rows = logits.computeIfAbsent(cells[0], _ -> new ArrayList<>());
                if (cells.length < 4 || Integer.parseInt(cells[1]) != rows.size()) {
                    throw new ProblemException(TrainingProblem.FOLD_DAMAGED, file, number, "a window is missing");
                }
                float[] row = new float[cells.length - 3];
                for (int c = 0; c < row.length; c++) {
                    row[c] = Float.parseFloat(cells[c + 3]);
                }
                rows.add(row);
            }
            return logits;
        } catch (NumberFormatException notNumber) {
            throw new ProblemException(TrainingProblem.FOLD_DAMAGED, file, number, "a value is not a number")
                    .causedBy(notNumber);
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.FOLD_UNREADABLE, file, failure).causedBy(failure);
        }
    }
}
