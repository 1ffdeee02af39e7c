package org.ethotag.workflow.run;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.evaluation.Probabilities;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.run.Comparison.ModelAnswers;

/**
 * The probabilities of a run beside its table of predictions, in the order of its rows: formats/study.md describes the
 * bytes. They are kept in binary because they are many; every one of them can be exported as text.
 *
 * @param folds number of the fold of each window
 * @param models probabilities by the model's title
 */
record ProbabilitiesFile(List<Integer> folds, Map<String, Probabilities> models) {
    /** "ETPR" in ASCII. */
    private static final int MAGIC = 0x45545052;

    private static final int VERSION = 1;

    static byte[] write(Comparison comparison) {
        var known = comparison.models().stream()
                .filter(model -> !model.probabilities().isEmpty())
                .toList();
        int windows = comparison.windows().size();
        int classes = comparison.classes().size();
        int size = 5 * Integer.BYTES + windows * Integer.BYTES;
        for (ModelAnswers model : known) {
            size += Short.BYTES + utf8(model.title()).length + windows * classes * Float.BYTES;
        }
        var bytes = ByteBuffer.allocate(size)
                .putInt(MAGIC)
                .putInt(VERSION)
                .putInt(windows)
                .putInt(classes)
                .putInt(known.size());
        comparison.folds().forEach(bytes::putInt);
        for (ModelAnswers model : known) {
            byte[] title = utf8(model.title());
            bytes.putShort((short) title.length).put(title);
            for (float value : model.probabilities().toArray()) {
                bytes.putFloat(value);
            }
        }
        return bytes.array();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param windows rows of the table of predictions
     * @param classes of that table
     * @throws ProblemException if the file was damaged, or belongs to another table
     */
    static ProbabilitiesFile read(String run, byte[] file, int windows, int classes) {
        try {
            return parse(ByteBuffer.wrap(file), windows, classes);
        } catch (IllegalArgumentException | BufferUnderflowException damage) {
            throw new ProblemException(RunProblem.DAMAGED_RUN, run, damage, RunFiles.PROBABILITIES).causedBy(damage);
        }
    }

    private static ProbabilitiesFile parse(ByteBuffer bytes, int windows, int classes) {
        expect(bytes.getInt(), MAGIC, "mark");
        expect(bytes.getInt(), VERSION, "version");
        expect(bytes.getInt(), windows, "windows");
        expect(bytes.getInt(), classes, "classes");
        int count = bytes.getInt();
        var folds = new ArrayList<Integer>();
        for (int i = 0; i < windows; i++) {
            folds.add(bytes.getInt());
        }
        var models = new LinkedHashMap<String, Probabilities>();
        for (int i = 0; i < count; i++) {
            byte[] title = new byte[Math.min(bytes.getShort() & 0xffff, bytes.remaining())];
            bytes.get(title);
            models.put(new String(title, StandardCharsets.UTF_8), probabilities(bytes, windows, classes));
        }
        expect(bytes.remaining(), 0, "bytes left");
        return new ProbabilitiesFile(List.copyOf(folds), Collections.unmodifiableMap(models));
    }

    private static Probabilities probabilities(ByteBuffer bytes, int windows, int classes) {
        FloatBuffer all = bytes.asFloatBuffer();
        if (all.remaining() < (long) windows * classes) {
            throw new IllegalArgumentException("it ends too early");
        }
        float[] values = new float[windows * classes];
        all.get(values);
        bytes.position(bytes.position() + Float.BYTES * values.length);
        return Probabilities.of(classes, values);
    }

    private static void expect(int found, int wanted, String what) {
        if (found != wanted) {
            throw new IllegalArgumentException(what + " " + found + ", not " + wanted);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
