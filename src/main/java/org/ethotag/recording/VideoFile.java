package org.ethotag.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ethotag.problem.ProblemException;

/**
 * A video that lies where it was found. It is not copied; size and the hash of its beginning tell whether it is still the
 * same, without reading hours of film.
 *
 * @param path relative to the study's folder with {@code /} between names if the file lies inside, else absolute
 * @param bytes its size
 * @param headSha256 of its first megabyte or of all if it is shorter, 64 hexadecimal digits
 */
public record VideoFile(String path, long bytes, String headSha256) {
    private static final int HEAD_BYTES = 1 << 20;

    /** @throws IllegalArgumentException if the path is none on any system */
    public VideoFile {
        if (path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the path of a video holds a character that no path has");
        }
    }

    /**
     * Looks at a file.
     *
     * @param study folder of the study
     * @throws ProblemException if it cannot be read
     */
    public static VideoFile of(Path study, Path file) {
        var inside = study.toAbsolutePath().normalize();
        var whole = file.toAbsolutePath().normalize();
        var path =
                whole.startsWith(inside) ? inside.relativize(whole).toString().replace('\\', '/') : whole.toString();
        try (var stream = Files.newInputStream(whole)) {
            return new VideoFile(path, Files.size(whole), sha256(stream));
        } catch (IOException failure) {
            throw new ProblemException(RecordingProblem.VIDEO_UNREADABLE, whole, String.valueOf(failure.getMessage()))
                    .causedBy(failure);
        }
    }

    /** Whether another file has the same size and beginning. */
    public boolean isSameFilm(VideoFile other) {
        return bytes == other.bytes && headSha256.equals(other.headSha256);
    }

    /** Where it is now. */
    public Path in(Path study) {
        return study.resolve(path);
    }

    /**
     * Finds the file again.
     *
     * @return where it is
     * @throws ProblemException if it is gone, or another one lies in its place
     */
    public Path require(Path study) {
        var file = in(study);
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(RecordingProblem.VIDEO_GONE, file);
        }
        var now = of(study, file);
        if (!isSameFilm(now)) {
            throw new ProblemException(RecordingProblem.VIDEO_CHANGED, file, bytes, now.bytes);
        }
        return file;
    }

    private static String sha256(InputStream stream) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(stream.readNBytes(HEAD_BYTES)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
