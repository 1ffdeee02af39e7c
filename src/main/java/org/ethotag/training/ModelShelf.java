package org.ethotag.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentModel;
import org.ethotag.model.TeacherModel;
import org.ethotag.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Finished parts of folds in a folder, so that a cross-validation that was killed goes on with what it had, and one with
 * more seeds or widths uses the same teachers. A part is found by the SHA-256 of its recipe: everything that decides its
 * bits. The recipe lies beside it as text. A part that is damaged is learnt anew. Files appear whole or not at all, so
 * several processes may share a shelf; the folder may be deleted at any time.
 */
public final class ModelShelf {
    /** Raised when the same recipe no longer leads to the same weights. */
    private static final int REVISION = 1;

    private static final String RECIPE = ".txt";
    private static final String UNFINISHED = ".unfinished";
    private static final int HEADER_BYTES = 3 * Integer.BYTES;

    private final @Nullable Path folder;

    private ModelShelf(@Nullable Path folder) {
        this.folder = folder;
    }

    /** A shelf on disk; the folder need not exist yet. */
    public static ModelShelf at(Path folder) {
        return new ModelShelf(folder);
    }

    /** Nothing is kept. */
    public static ModelShelf none() {
        return new ModelShelf(null);
    }

    /** Where it is, or empty text: how a worker process is told. */
    String place() {
        return folder == null ? "" : folder.toAbsolutePath().toString();
    }

    /** What {@link #place} said. */
    static ModelShelf of(String place) {
        return place.isEmpty() ? none() : at(Path.of(place));
    }

    TeacherModel teacher(Map<String, String> recipe, Supplier<TeacherModel> learn) {
        return part(recipe, ModelFile::teacher, ModelFile::bytes, learn);
    }

    StudentModel student(Map<String, String> recipe, Supplier<StudentModel> learn) {
        return part(recipe, ModelFile::student, ModelFile::bytes, learn);
    }

    /** Logits, [window][class], all rows of one length. */
    float[][] logits(Map<String, String> recipe, Supplier<float[][]> ask) {
        return part(recipe, ModelShelf::unpacked, ModelShelf::packed, ask);
    }

    /** Where an unfinished training with that recipe is kept; nowhere without a folder. */
    UnfinishedTraining unfinished(Map<String, String> recipe) {
        return folder == null
                ? UnfinishedTraining.nowhere()
                : UnfinishedTraining.in(
                        folder.resolve(sha256(text(recipe).getBytes(StandardCharsets.UTF_8)) + UNFINISHED));
    }

    /** What is kept of trainings that did not come to their end, in no order; damaged files are none. */
    public List<Checkpoint> checkpoints() {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(UNFINISHED))
                    .flatMap(file -> UnfinishedTraining.look(file).stream())
                    .toList();
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.FOLD_UNREADABLE, folder, failure).causedBy(failure);
        }
    }

    /** Forgets a training that did not come to its end. @throws ProblemException if the file cannot be deleted */
    public void discard(Checkpoint checkpoint) {
        UnfinishedTraining.in(checkpoint.file()).forget();
    }

    /**
     * Forgets what nobody has used for a while.
     *
     * @param now the time of day
     * @param kept parts used within this time stay
     * @throws ProblemException if a file cannot be deleted
     */
    public void tidy(Instant now, Duration kept) {
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(kept))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            throw unwritable(failure);
        }
    }

    private <P> P part(
            Map<String, String> recipe, Function<byte[], P> read, Function<P, byte[]> write, Supplier<P> make) {
        if (folder == null) {
            return make.get();
        }
        var text = text(recipe);
        var file = folder.resolve(sha256(text.getBytes(StandardCharsets.UTF_8)));
        try {
            if (Files.exists(file)) {
                byte[] bytes = Files.readAllBytes(file);
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                return read.apply(bytes);
            }
        } catch (IOException | ProblemException damaged) {
            // it is made again and replaced below
        }
        P made = make.get();
        try {
            Files.createDirectories(folder);
            put(text.getBytes(StandardCharsets.UTF_8), folder.resolve(file.getFileName() + RECIPE));
            put(write.apply(made), file);
        } catch (IOException failure) {
            throw unwritable(failure);
        }
        return made;
    }

    private static void put(byte[] bytes, Path file) throws IOException {
        var fresh = Files.createTempFile(file.getParent(), "fresh", "");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String text(Map<String, String> recipe) {
        var all = new LinkedHashMap<String, String>();
        all.put("revision", String.valueOf(REVISION));
        all.putAll(recipe);
        return KeyedLines.text(all);
    }

    /** 64 hexadecimal digits. */
    static String sha256(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Rows, columns, CRC-32 of the values, values; all big-endian. */
    private static byte[] packed(float[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        var values = ByteBuffer.allocate(Float.BYTES * rows.length * columns);
        for (float[] row : rows) {
            for (float value : row) {
                values.putFloat(value);
            }
        }
        return ByteBuffer.allocate(HEADER_BYTES + values.capacity())
                .putInt(rows.length)
                .putInt(columns)
                .putInt(checksum(values.array(), 0))
                .put(values.array())
                .array();
    }

    private static float[][] unpacked(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER_BYTES) {
            throw damaged();
        }
        int rows = buffer.getInt();
        int columns = buffer.getInt();
        int checksum = buffer.getInt();
        if (rows < 0
                || columns < 0
                || (long) rows * columns * Float.BYTES != bytes.length - HEADER_BYTES
                || checksum != checksum(bytes, HEADER_BYTES)) {
            throw damaged();
        }
        float[][] values = new float[rows][columns];
        for (float[] row : values) {
            buffer.asFloatBuffer().get(row);
            buffer.position(buffer.position() + Float.BYTES * columns);
        }
        return values;
    }

    private static ProblemException damaged() {
        return new ProblemException(TrainingProblem.FOLD_DAMAGED, "logits", 1, "it is not whole");
    }

    private static int checksum(byte[] bytes, int from) {
        var checksum = new CRC32();
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }

    private ProblemException unwritable(IOException failure) {
        return new ProblemException(TrainingProblem.FOLD_UNWRITABLE, place(), failure).causedBy(failure);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelShelf shelf && place().equals(shelf.place());
    }

    @Override
    public int hashCode() {
        return place().hashCode();
    }
}
