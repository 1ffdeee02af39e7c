package org.ethotag.recording.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;
import org.ethotag.recording.UnpackGuard;

/** A raw file, hashed while it is read; gzip is unpacked, known by its first two bytes. One thread. */
final class RawFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Path file;
    private final long size;
    private final MessageDigest digest;
    private final Counting raw;
    private final InputStream bytes;
    private final Reader text;

    /** @throws ProblemException if there is no such file or nothing in it */
    RawFile(Path file) {
        this.file = file;
        check(file);
        try {
            size = Files.size(file);
            if (size == 0) {
                throw new ProblemException(RecordingProblem.EMPTY_FILE, file);
            }
            digest = MessageDigest.getInstance("SHA-256");
            raw = new Counting(Files.newInputStream(file), digest);
            bytes = unpacked(new BufferedInputStream(raw, BUFFER_BYTES), file);
            text = new Utf8Reader(file, bytes);
        } catch (IOException failure) {
            throw unreadable(file, failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The file as text; either this or {@link #bytes} is read. */
    Reader text() {
        return text;
    }

    /** The file as bytes, unpacked. */
    InputStream bytes() {
        return bytes;
    }

    /** How much of the file was read, 0 to 1. */
    double fraction() {
        return Math.min(1, (double) raw.count / size);
    }

    /** Reads what is left and gives the hash of the whole file. */
    String sha256() {
        try {
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
    }

    static ProblemException unreadable(Path file, IOException failure) {
        var reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new ProblemException(RecordingProblem.CANNOT_READ_FILE, file, reason).causedBy(failure);
    }

    /** @throws ProblemException if there is no such file */
    static void check(Path file) {
        if (Files.isDirectory(file)) {
            throw new ProblemException(RecordingProblem.IS_A_FOLDER, file);
        }
        if (!Files.exists(file)) {
            throw new ProblemException(RecordingProblem.NO_SUCH_FILE, file);
        }
    }

    private static InputStream unpacked(BufferedInputStream in, Path file) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return gzip ? gunzipped(in, file) : in;
    }

    private static InputStream gunzipped(InputStream in, Path file) throws IOException {
        var guard = new UnpackGuard(file);
        return new GZIPInputStream(guard.packed(in), BUFFER_BYTES) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return guard.unpacked(super.read(into, offset, length));
            }
        };
    }

    private static final class Counting extends DigestInputStream {
        private long count;

        Counting(InputStream in, MessageDigest digest) {
            super(in, digest);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            count += Math.max(0, got);
            return got;
        }
    }
}
