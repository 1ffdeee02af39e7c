package org.ethotag.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that is read whole into memory: plain, and no longer than its kind can be. What a file says of its own length is
 * not believed: a pipe or a device has none, and a file may grow while it is read.
 */
public final class SmallFile {
    private SmallFile() {}

    /**
     * The content of a file.
     *
     * @param mostBytes of a file of this kind, at most 2^31 - 9
     * @throws IOException with a sentence for the user, if it is longer, no plain file, not there, or cannot be read
     */
    public static byte[] bytes(Path file, long mostBytes) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is no plain file");
        }
        if (Files.size(file) > mostBytes) {
            throw tooLong(mostBytes);
        }
        try (var in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(Math.toIntExact(mostBytes + 1));
            if (content.length > mostBytes) {
                throw tooLong(mostBytes);
            }
            return content;
        }
    }

    /**
     * The content of a UTF-8 text file; as {@link #bytes}.
     *
     * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
     */
    public static String text(Path file, long mostBytes) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(file, mostBytes)))
                .toString();
    }

    private static IOException tooLong(long mostBytes) {
        return new IOException("it is longer than any file of its kind, which has at most " + mostBytes + " bytes");
    }
}
