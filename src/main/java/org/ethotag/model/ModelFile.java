package org.ethotag.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ethotag.file.SmallFile;
import org.ethotag.problem.ProblemException;

/**
 * Teachers and students as files; the same model gives the same bytes. The format is described in
 * {@code src/site/markdown/formats/model.md}.
 */
public final class ModelFile {
    /** More than a hundred times the published teacher; larger files are not read at all. */
    static final long MOST_BYTES = 256L << 20;

    /** How messages name a model that did not come from a file. */
    private static final String IN_MEMORY = "(in memory)";

    private ModelFile() {}

    /** A teacher as bytes. */
    public static byte[] bytes(TeacherModel model) {
        return new ModelWriter(ModelKind.TEACHER)
                .write(new ModelParts(
                        model.spec(),
                        model.weights(),
                        model.normalization(),
                        model.windows(),
                        model.rate(),
                        model.classes()));
    }

    /** A student as bytes. */
    public static byte[] bytes(StudentModel model) {
        return new ModelWriter(ModelKind.STUDENT)
                .write(new ModelParts(
                        model.spec(),
                        model.weights(),
                        model.normalization(),
                        model.windows(),
                        model.rate(),
                        model.classes()));
    }

    /** @throws ProblemException if the bytes are not a whole teacher */
    public static TeacherModel teacher(byte[] bytes) {
        return teacher(IN_MEMORY, bytes);
    }

    /** @throws ProblemException if the bytes are not a whole student */
    public static StudentModel student(byte[] bytes) {
        return student(IN_MEMORY, bytes);
    }

    /** @throws ProblemException if the file cannot be read or is not a whole teacher */
    public static TeacherModel readTeacher(Path file) {
        return teacher(file.toString(), read(file));
    }

    /** @throws ProblemException if the file cannot be read or is not a whole student */
    public static StudentModel readStudent(Path file) {
        return student(file.toString(), read(file));
    }

    /** Replaces the file in one move, so that it is never half written. */
    public static void write(TeacherModel model, Path file) {
        write(bytes(model), file);
    }

    /** Replaces the file in one move, so that it is never half written. */
    public static void write(StudentModel model, Path file) {
        write(bytes(model), file);
    }

    /** SHA-256 of the teacher's bytes, in lower-case hexadecimal: its name in manifests and results. */
    public static String modelHash(TeacherModel model) {
        return sha256(bytes(model));
    }

    /** SHA-256 of the student's bytes, in lower-case hexadecimal: its name in manifests and results. */
    public static String modelHash(StudentModel model) {
        return sha256(bytes(model));
    }

    private static TeacherModel teacher(String file, byte[] bytes) {
        var parts = new ModelReader(file, bytes).read(ModelKind.TEACHER);
        return new TeacherModel(
                parts.spec(), parts.weights(), parts.normalization(), parts.windows(), parts.rate(), parts.classes());
    }

    private static StudentModel student(String file, byte[] bytes) {
        var parts = new ModelReader(file, bytes).read(ModelKind.STUDENT);
        return new StudentModel(
                parts.spec(), parts.weights(), parts.normalization(), parts.windows(), parts.rate(), parts.classes());
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ProblemException(ModelProblem.NOT_A_MODEL, file);
            }
            return SmallFile.bytes(file, MOST_BYTES);
        } catch (IOException failure) {
            throw new ProblemException(ModelProblem.UNREADABLE, file, failure).causedBy(failure);
        }
    }

    private static void write(byte[] bytes, Path file) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new ProblemException(ModelProblem.UNWRITABLE, file, failure).causedBy(failure);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
