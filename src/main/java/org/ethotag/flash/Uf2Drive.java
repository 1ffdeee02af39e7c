package org.ethotag.flash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The drive that a tag's loader shows while it waits for a UF2 file (microsoft/uf2, README.md): a folder with
 * INFO_UF2.TXT, and often CURRENT.UF2 with what the flash holds now.
 *
 * @param folder where the system shows it
 */
public record Uf2Drive(Path folder) {
    private static final String INFO = "INFO_UF2.TXT";
    private static final String CURRENT = "CURRENT.UF2";
    private static final String NEW = "MODEL.UF2";
    private static final int LARGEST_INFO = 1 << 16;
    /** Four times the bytes of the largest flash, which is what UF2 makes of it at the most. */
    private static final long LARGEST_FILE = 64L << 20;

    /** The drives that are there now, where this system usually shows them. */
    public static List<Uf2Drive> all() {
        var places = new ArrayList<Path>();
        String user = System.getProperty("user.name", "");
        for (Path parent : List.of(
                Path.of("/media"),
                Path.of("/media", user),
                Path.of("/run/media", user),
                Path.of("/mnt"),
                Path.of("/Volumes"))) {
            places.addAll(folders(parent));
        }
        FileSystems.getDefault().getRootDirectories().forEach(places::add); // letters of Windows
        return places.stream().map(Uf2Drive::new).filter(Uf2Drive::present).toList();
    }

    private static List<Path> folders(Path parent) {
        var found = new ArrayList<Path>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(parent, Files::isDirectory)) {
            files.forEach(found::add);
        } catch (IOException _) {
            return List.of(); // not a place of this system
        }
        return found;
    }

    /** Whether the loader shows it now. */
    public boolean present() {
        return Files.isRegularFile(folder.resolve(INFO));
    }

    /** What the loader calls the board, or empty if it does not say. */
    public Optional<String> boardId() {
        return line("board-id");
    }

    private Optional<String> line(String name) {
        return read(INFO, LARGEST_INFO)
                .flatMap(bytes -> new String(bytes, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                        .map(line -> line.substring(name.length() + 1).strip())
                        .findFirst());
    }

    /** What the flash holds, as a UF2 file, or empty if the loader does not tell. */
    Optional<byte[]> current() {
        return read(CURRENT, LARGEST_FILE);
    }

    private Optional<byte[]> read(String name, long largest) {
        Path file = folder.resolve(name);
        try {
            return Files.size(file) > largest ? Optional.empty() : Optional.of(Files.readAllBytes(file));
        } catch (IOException _) {
            return Optional.empty(); // the drive goes away whenever it likes
        }
    }

    /** Copies a file to it. A drive that is gone before the copy has ended may have taken all of it. */
    void write(byte[] file) throws IOException {
        Files.write(
                folder.resolve(NEW),
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.DSYNC);
    }
}
