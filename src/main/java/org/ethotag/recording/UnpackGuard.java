package org.ethotag.recording;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.ethotag.problem.ProblemException;

/**
 * Stops a packed file that unpacks to absurdly more than itself. Deflate can make a thousand bytes of one; a recording with
 * noise in it does not reach twenty. Small files may do as they like. One thread.
 */
public final class UnpackGuard {
    /** Unpacked bytes at any ratio: hours of a sensor that lay still. */
    static final long FREE_BYTES = 256L << 20;

    static final int MOST_RATIO = 100;

    private final Path file;
    private long packed;
    private long unpacked;

    public UnpackGuard(Path file) {
        this.file = file;
    }

    /** The packed side, before the decompressor. */
    public InputStream packed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                packed += next < 0 ? 0 : 1;
                return next;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int got = super.read(into, offset, length);
                packed += Math.max(0, got);
                return got;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    /** Notes what the decompressor gave. @throws ProblemException if it was too much */
    public int unpacked(int got) {
        unpacked += Math.max(0, got);
        if (unpacked > FREE_BYTES && unpacked / MOST_RATIO > packed) {
            throw new ProblemException(RecordingProblem.UNPACKS_TOO_MUCH, file, MOST_RATIO);
        }
        return got;
    }
}
