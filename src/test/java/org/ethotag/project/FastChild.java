package org.ethotag.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Starts programs from the test's own class path several times faster than the plain command would, so that a thousand of
 * them can be killed: the classes are loaded and linked from an ahead-of-time cache (JEP 483, 514) which one run writes at
 * its end. What runs is the same code; where the virtual machine refuses the cache it goes on without.
 */
final class FastChild {
    private final Path scratch;
    private final String classPath;
    private final Path cache;

    private FastChild(Path scratch, String classPath, Path cache) {
        this.scratch = scratch;
        this.classPath = classPath;
        this.cache = cache;
    }

    /** Writes the cache by a run of {@code main} that ends by itself. */
    static FastChild trained(Path scratch, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        var child = new FastChild(scratch, classPath(scratch), scratch.resolve("children.aot"));
        var command = child.command(main, arguments);
        command.add(1, "-XX:AOTCacheOutput=" + child.cache);
        var run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("training.txt").toFile())
                .start();
        assertEquals(0, run.waitFor(), () -> said(scratch.resolve("training.txt")));
        return child;
    }

    Process start(Class<?> main, String... arguments) throws IOException {
        var command = command(main, arguments);
        if (Files.exists(cache)) {
            command.add(1, "-XX:AOTCache=" + cache);
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD) // a killed program's last words are not asked for
                .start();
    }

    private List<String> command(Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + scratch,
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The class path of this test with its folders packed, as only classes in archives can come from a cache. */
    private static String classPath(Path scratch) throws IOException {
        var packed = scratch.resolve("classes.jar");
        var entries = new LinkedHashSet<String>();
        entries.add(packed.toString());
        Set<String> names = new LinkedHashSet<>();
        try (var zip = new ZipOutputStream(Files.newOutputStream(packed))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                var path = Path.of(entry);
                if (Files.isDirectory(path)) {
                    pack(path, zip, names);
                } else {
                    entries.add(entry);
                }
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void pack(Path folder, ZipOutputStream zip, Set<String> names) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                if (names.add(name)) {
                    var bytes = Files.readAllBytes(file);
                    var crc = new CRC32();
                    crc.update(bytes);
                    var entry = new ZipEntry(name);
                    entry.setSize(bytes.length);
                    entry.setCrc(crc.getValue());
                    zip.putNextEntry(entry);
                    zip.write(bytes);
                }
            }
        }
    }

    private static String said(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            return failure.toString();
        }
    }
}
