package org.ethotag.flash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;

/** Copies of the images of jobs under way, so that a job can be finished after its file is gone. One per content. */
record JournalImages(Path folder) {
    private static final String SUFFIX = ".image";

    /** Whether there is a copy. */
    boolean has(String sha256) {
        return Files.exists(file(sha256));
    }

    /** Keeps a copy, whole or not at all. */
    void keep(String sha256, byte[] image) throws IOException {
        Path file = file(sha256);
        if (Files.exists(file)) {
            return;
        }
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, "image", ".part");
        try {
            write(half, image);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    /** The copy, or empty if it is not here or was changed. */
    Optional<byte[]> read(String sha256) {
        try {
            byte[] image = Files.readAllBytes(file(sha256));
            String sha = HexFormat.of().formatHex(ImageUpload.sha256(image));
            return sha.equals(sha256) ? Optional.of(image) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Throws away all others. */
    void retain(Collection<String> needed) throws IOException {
        try (var images = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path image : images) {
                String name = image.getFileName().toString();
                if (!needed.contains(name.substring(0, name.length() - SUFFIX.length()))) {
                    Files.deleteIfExists(image);
                }
            }
        }
    }

    private Path file(String sha256) {
        return folder.resolve(Journal.safe(sha256) + SUFFIX);
    }
}
