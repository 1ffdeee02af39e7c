package org.ethotag.dataset;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ethotag.problem.ProblemException;

/**
 * A dataset as one bounded binary file, the input of a fold that runs somewhere else. The layout is on the page
 * {@code formats/dataset-file.md}. Sizes are checked against the length of the file before memory is taken, and a
 * SHA-256 over all that stands before it ends the file.
 */
public final class DatasetFile {
    /** Newest version, of files that hold windows without a label; others are written as version 1. */
    public static final int VERSION = 2;

    static final int HASH_BYTES = 32;

    private DatasetFile() {}

    /**
     * Writes a dataset beside its place and moves it there when it is whole.
     *
     * @throws ProblemException if the disk is in the way; no half-written file stays
     */
    public static void write(Dataset dataset, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
                out.write(content(dataset, out));
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            deleteQuietly(part, failure);
            throw new ProblemException(DatasetProblem.FILE_UNWRITABLE, file, reason(failure)).causedBy(failure);
        }
    }

    /**
     * Reads a dataset.
     *
     * @throws ProblemException if the file is missing, damaged, or newer than this program
     */
    public static Dataset read(Path file) {
        try (var raw = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), sha256())) {
            var layout = new DatasetLayout(file, new DataInputStream(raw), Files.size(file));
            var dataset = layout.read();
            byte[] computed = raw.getMessageDigest().digest();
            raw.on(false);
            if (!MessageDigest.isEqual(computed, raw.readNBytes(HASH_BYTES))) {
                throw layout.damaged("the checksum does not fit");
            }
            if (raw.read() >= 0) {
                throw layout.damaged("there is more behind the checksum");
            }
            return dataset;
        } catch (EOFException failure) {
            throw new ProblemException(DatasetProblem.BAD_FILE, file, "the file ends too early", size(file))
                    .causedBy(failure);
        } catch (IOException failure) {
            throw new ProblemException(DatasetProblem.FILE_UNREADABLE, file, reason(failure)).causedBy(failure);
        }
    }

    /** SHA-256 of the content, 64 hexadecimal digits: what ends the file. */
    static String sha256(Dataset dataset) {
        try {
            return HexFormat.of().formatHex(content(dataset, OutputStream.nullOutputStream()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure); // a null stream does not fail
        }
    }

    /** Writes all but the hash and returns the hash. */
    private static byte[] content(Dataset dataset, OutputStream out) throws IOException {
        var hashed = new DigestOutputStream(out, sha256());
        var data = new DataOutputStream(new BufferedOutputStream(hashed));
        DatasetLayout.write(dataset, data);
        data.flush();
        return hashed.getMessageDigest().digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void deleteQuietly(Path part, IOException failure) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0; // it was there a moment ago; the place of the damage is then its start
        }
    }

    private static String reason(IOException failure) {
        var message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ", " + message);
    }
}
