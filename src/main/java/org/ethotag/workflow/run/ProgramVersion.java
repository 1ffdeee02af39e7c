package org.ethotag.workflow.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;

/** Which program made a result. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** The version as the build wrote it into the program's archive. */
    public static String text() {
        var version = ProgramVersion.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "not packaged");
    }

    /**
     * SHA-256 of the program's own code: of its archive, or of every class by path and content where it is not packaged. Two
     * programs with the same hash do the same.
     */
    public static String codeSha256() {
        try {
            var source = ProgramVersion.class.getProtectionDomain().getCodeSource();
            return sha256(Path.of(source.getLocation().toURI()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("the program does not know where it lies", impossible);
        }
    }

    /** Of a file, or of all files in a folder with their paths, in order. */
    static String sha256(Path code) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        if (Files.isRegularFile(code)) {
            digest.update(Files.readAllBytes(code));
        } else {
            try (Stream<Path> files = Files.walk(code)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(
                            code.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
