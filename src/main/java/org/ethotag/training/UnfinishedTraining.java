package org.ethotag.training;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.ethotag.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where a training stood after its last whole epoch, in one file that appears whole or not at all. What is random needs no
 * place in it: whoever goes on draws again, from the seed, what had been drawn. A file that is damaged, of another version, or
 * of another network counts as none: then it is learnt from the first epoch.
 */
final class UnfinishedTraining {
    /** "ETUT" and the version of what follows. */
    private static final long HEAD = 0x45545554_00000001L;

    private static final int HEAD_BYTES = 2 * Long.BYTES;
    /** Two counters and six numbers. */
    private static final int REPORT_BYTES = 2 * Integer.BYTES + 6 * Double.BYTES;

    /** What is no array: counters, and eight numbers of each epoch. */
    private static final int MOST_OTHER_BYTES = 1 << 20;

    private final @Nullable Path file;

    private UnfinishedTraining(@Nullable Path file) {
        this.file = file;
    }

    /** Keeps nothing. */
    static UnfinishedTraining nowhere() {
        return new UnfinishedTraining(null);
    }

    static UnfinishedTraining in(Path file) {
        return new UnfinishedTraining(file);
    }

    /**
     * A training between two epochs.
     *
     * @param seconds that it has taken so far
     * @param reports of all its epochs
     * @param state of the learner
     * @param memory of the optimiser
     * @param best epoch with the best state so far, 0 for none
     * @param bestScore of that epoch
     * @param bestState of that epoch; empty for none
     */
    record Standing(
            double seconds,
            List<EpochReport> reports,
            float[][] state,
            double[][] memory,
            int best,
            double bestScore,
            float[][] bestState) {}

    /** @throws ProblemException if the disk is in the way; the standing before this one is still there then */
    void keep(Standing standing) {
        if (file == null) {
            return;
        }
        try {
            var body = new ByteArrayOutputStream();
            write(standing, new DataOutputStream(body));
            var whole = new ByteArrayOutputStream();
            var head = new DataOutputStream(whole);
            head.writeLong(HEAD);
            head.writeLong(checksum(body.toByteArray()));
            body.writeTo(whole);
            Files.createDirectories(file.getParent());
            var fresh = Files.createTempFile(file.getParent(), "fresh", "");
            Files.write(fresh, whole.toByteArray());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.FOLD_UNWRITABLE, file, failure).causedBy(failure);
        }
    }

    /**
     * What was kept last.
     *
     * @param state one like it: arrays of the same lengths
     * @param memory one like it
     */
    Optional<Standing> last(float[][] state, double[][] memory) {
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            long most = HEAD_BYTES + MOST_OTHER_BYTES + 2 * bytes(state) + bytes(memory);
            if (Files.size(file) > most) {
                return Optional.empty();
            }
            byte[] whole = Files.readAllBytes(file);
            var in = new DataInputStream(new ByteArrayInputStream(whole));
            if (whole.length < HEAD_BYTES
                    || in.readLong() != HEAD
                    || in.readLong() != checksum(Arrays.copyOfRange(whole, HEAD_BYTES, whole.length))) {
                return Optional.empty();
            }
            return Optional.of(read(in, state, memory));
        } catch (IOException damaged) {
            return Optional.empty(); // said above: it is learnt from the first epoch
        }
    }

    /**
     * How far some training came, whatever its network.
     *
     * @param file that one of these wrote
     */
    static Optional<Checkpoint> look(Path file) {
        try (var bytes = new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32());
                var in = new DataInputStream(bytes)) {
            if (in.readLong() != HEAD) {
                return Optional.empty();
            }
            long expected = in.readLong();
            bytes.getChecksum().reset();
            in.readDouble();
            int count = in.readInt();
            if (count < 1 || count > MOST_OTHER_BYTES / REPORT_BYTES) {
                return Optional.empty();
            }
            in.skipNBytes((long) (count - 1) * REPORT_BYTES);
            int epoch = in.readInt();
            int epochs = in.readInt();
            in.transferTo(OutputStream.nullOutputStream());
            return bytes.getChecksum().getValue() == expected
                    ? Optional.of(
                            new Checkpoint(file, Files.getLastModifiedTime(file).toInstant(), epoch, epochs))
                    : Optional.empty();
        } catch (IOException damagedOrGone) {
            return Optional.empty(); // as above: it will be learnt from the first epoch
        }
    }

    /** The training has come to its end. */
    void forget() {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new ProblemException(TrainingProblem.FOLD_UNWRITABLE, file, failure).causedBy(failure);
        }
    }

    private static void write(Standing standing, DataOutputStream out) throws IOException {
        out.writeDouble(standing.seconds());
        out.writeInt(standing.reports().size());
        for (EpochReport report : standing.reports()) {
            out.writeInt(report.epoch());
            out.writeInt(report.epochs());
            out.writeDouble(report.trainingLoss());
            out.writeDouble(report.trainingMcc());
            out.writeDouble(report.heldOutLoss());
            out.writeDouble(report.heldOutMcc());
            out.writeDouble(report.stoppingLoss());
            out.writeDouble(report.learningRate());
        }
        write(standing.state(), out);
        out.writeInt(standing.memory().length);
        for (double[] part : standing.memory()) {
            out.writeInt(part.length);
            for (double value : part) {
                out.writeDouble(value);
            }
        }
        out.writeInt(standing.best());
        out.writeDouble(standing.bestScore());
        write(standing.bestState(), out);
    }

    private static void write(float[][] state, DataOutputStream out) throws IOException {
        out.writeInt(state.length);
        for (float[] part : state) {
            out.writeInt(part.length);
            for (float value : part) {
                out.writeFloat(value);
            }
        }
    }

    private static Standing read(DataInputStream in, float[][] likeState, double[][] likeMemory) throws IOException {
        double seconds = in.readDouble();
        int epochs = in.readInt();
        var reports = new ArrayList<EpochReport>();
        for (int i = 0; i < epochs; i++) {
            reports.add(new EpochReport(
                    in.readInt(),
                    in.readInt(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble()));
        }
        float[][] state = floats(in, likeState);
        double[][] memory = new double[same(in.readInt(), likeMemory.length)][];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = new double[same(in.readInt(), likeMemory[i].length)];
            for (int k = 0; k < memory[i].length; k++) {
                memory[i][k] = in.readDouble();
            }
        }
        int best = in.readInt();
        return new Standing(
                seconds,
                reports,
                state,
                memory,
                best,
                in.readDouble(),
                floats(in, best == 0 ? new float[0][] : likeState));
    }

    private static float[][] floats(DataInputStream in, float[][] like) throws IOException {
        float[][] parts = new float[same(in.readInt(), like.length)][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new float[same(in.readInt(), like[i].length)];
            for (int k = 0; k < parts[i].length; k++) {
                parts[i][k] = in.readFloat();
            }
        }
        return parts;
    }

    private static int same(int length, int expected) throws IOException {
        if (length != expected) {
            throw new IOException("an array of " + length + " values instead of " + expected);
        }
        return expected;
    }

    private static long bytes(float[][] arrays) {
        return Arrays.stream(arrays)
                .mapToLong(part -> Integer.BYTES + (long) Float.BYTES * part.length)
                .sum();
    }

    private static long bytes(double[][] arrays) {
        return Arrays.stream(arrays)
                .mapToLong(part -> Integer.BYTES + (long) Double.BYTES * part.length)
                .sum();
    }

    private static long checksum(byte[] bytes) {
        var checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }
}
