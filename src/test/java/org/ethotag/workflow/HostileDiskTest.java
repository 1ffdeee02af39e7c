package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Tracks.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.Recovery;
import org.ethotag.recording.Session;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.signal.SampleRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Disks that refuse, as the system itself makes them: a file system of a few megabytes, and one mounted for reading only,
 * in a mount namespace of a process of our own. That needs Linux and the right to make such a namespace; the limits that
 * SQLite and the shell can set are tested everywhere, elsewhere.
 */
class HostileDiskTest {
    private static final String SMALL = "mount -t tmpfs -o size=4m none \"$DISK\"";
    private static final String PROTECTED = "mount --bind \"$DISK\" \"$DISK\" && mount -o remount,ro,bind \"$DISK\"";

    @TempDir
    Path folder;

    @Test
    void aDiskThatIsFullRefusesLabelsImportsAndBackupsInWordsAndLosesNothing() throws Exception {
        assertEquals("nothing lost", last(run(SMALL, Full.class)));
    }

    @Test
    void aDiskForReadingOnlyShowsEverythingAndRefusesEveryChangeInWords() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        Disk.create(disk.resolve("clean"));
        Disk.create(disk.resolve("crashed"));
        try (var project = Project.open(disk.resolve("crashed"))) {
            project.edit(Disk.SESSION, "Walk", label("5-9 walk"));
            copyLog(disk.resolve("crashed"));
        }
        restoreLog(disk.resolve("crashed"));
        assertEquals("everything shown", last(run(PROTECTED, ReadOnly.class)));
    }

    /** As a program that was killed leaves a study: the last edit in the log only. */
    private void copyLog(Path study) throws IOException {
        for (String name : List.of("study.ethotag", "study.ethotag-wal")) {
            Files.copy(study.resolve(name), folder.resolve(name));
        }
    }

    private void restoreLog(Path study) throws IOException {
        for (String name : List.of("study.ethotag", "study.ethotag-wal")) {
            Files.deleteIfExists(study.resolve(name));
            Files.copy(folder.resolve(name), study.resolve(name));
        }
    }

    private String run(String mount, Class<?> main) throws IOException, InterruptedException {
        var disk = folder.resolve("disk");
        Files.createDirectories(disk);
        assumeTrue(
                shell("mount -t tmpfs none \"$DISK\" && echo yes", disk).equals("yes"),
                "this system lets nobody mount a small disk of their own: unshare -rm");
        return shell(
                mount + " && exec \"$JAVA\" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -cp \"$CLASSES\" "
                        + "-Dorg.sqlite.tmpdir=\"$SCRATCH\" '" + main.getName() + "' \"$DISK\"",
                disk);
    }

    private String shell(String script, Path disk) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("unshare", "-rm", "sh", "-c", script).redirectErrorStream(true);
        builder.environment().put("DISK", disk.toString());
        builder.environment().put("SCRATCH", folder.toString());
        builder.environment().put("CLASSES", System.getProperty("java.class.path"));
        builder.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        try {
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return said.strip();
        } catch (IOException _) {
            return "there is no unshare here";
        }
    }

    private static String last(String said) {
        var lines = said.lines().toList();
        var end = lines.isEmpty() ? "" : lines.getLast();
        assertThat(end).as(said).isNotEmpty();
        return end;
    }

    /** A study of one session, and the problems that a refusing disk gives. */
    static final class Disk {
        static final String SESSION = "s1";

        private Disk() {}

        static void create(Path study) {
            try (var project = Project.create(study, "Hostile")) {
                project.addSession(
                        new Session(
                                SESSION,
                                "raw",
                                "101",
                                "",
                                Instant.parse("2025-06-01T12:00:00Z"),
                                ZoneId.of("UTC"),
                                new SampleRate(10),
                                100_000,
                                ""),
                        bouts("0-100 graze"));
            }
        }

        static String problem(Runnable work) {
            var problem = assertThrows(ProblemException.class, work::run).problem();
            assertThat(problem.lines().lines().count()).isEqualTo(3);
            return ((Enum<?>) problem.code()).name();
        }

        static void importFile(Project project, Path file) {
            new Workflow(project)
                    .run(
                            new ImportStep(
                                    List.of(file),
                                    ImportSettings.guessed()
                                            .withAnimal("7")
                                            .withRate(10)
                                            .withUnit("g")),
                            JobMonitor.unwatched());
        }

        static Path recording(Path folder) throws IOException {
            var text = new StringBuilder("x,y,z\n");
            var random = new Random(1);
            for (int i = 0; i < 200_000; i++) {
                text.append(random.nextFloat()).append(",0.3,0.9\n");
            }
            return Files.writeString(folder.resolve("ethotag-hostile.csv"), text);
        }
    }

    /** What runs on the small disk. */
    static final class Full {
        private Full() {}

        public static void main(String[] arguments) throws IOException {
            var disk = Path.of(arguments[0]);
            var study = disk.resolve("study");
            Disk.create(study);
            var csv = Disk.recording(Path.of(System.getProperty("org.sqlite.tmpdir")));
            var ballast = disk.resolve("ballast");
            try (var project = Project.open(study)) {
                fill(ballast, 200_000);
                assertEquals("CANNOT_WRITE_TRACE", Disk.problem(() -> Disk.importFile(project, csv)));
                assertEquals(1, project.sessions().size());
                try (var left = Files.list(study.resolve("traces"))) {
                    assertEquals(0, left.filter(Files::isRegularFile).count());
                }
                var confirmed = project.labels(Disk.SESSION);
                var said = "";
                for (int i = 0; i < 20_000 && said.isEmpty(); i++) {
                    try {
                        confirmed = project.edit(Disk.SESSION, "Edit", label(5 * i + "-" + (5 * i + 4) + " b" + i % 9));
                    } catch (ProblemException full) {
                        said = ((Enum<?>) full.problem().code()).name();
                    }
                }
                assertEquals("DISK_FULL", said);
                assertEquals(confirmed, project.labels(Disk.SESSION));
                assertEquals("BACKUP_FAILED", Disk.problem(project::backUp));
                assertThat(study.resolve("backups").resolve("unfinished.tmp")).doesNotExist();
                Files.delete(ballast);
                confirmed = project.edit(Disk.SESSION, "Edit", label("0-50 rest"));
                project.backUp();
                try (var reader = Project.open(study)) {
                    assertEquals(confirmed, reader.labels(Disk.SESSION));
                }
            }
            try (var project = Project.open(study)) {
                assertEquals(false, project.readOnly());
                assertThat(project.labels(Disk.SESSION).boutAt(20).orElseThrow().behaviour())
                        .isEqualTo("rest");
            }
            assertThat(new Recovery(study).now().whole()).isTrue();
            System.out.println("nothing lost");
        }

        /** Takes all but some bytes of a disk. */
        private static void fill(Path ballast, long leave) throws IOException {
            long free = Files.getFileStore(ballast.getParent()).getUsableSpace() - leave;
            Files.write(ballast, new byte[(int) Math.max(0, free)]);
        }
    }

    /** What runs on the protected disk. */
    static final class ReadOnly {
        private ReadOnly() {}

        public static void main(String[] arguments) throws IOException {
            var disk = Path.of(arguments[0]);
            var csv = Disk.recording(Path.of(System.getProperty("org.sqlite.tmpdir")));
            for (String name : List.of("clean", "crashed")) {
                var study = disk.resolve(name);
                try (var project = Project.open(study)) {
                    assertEquals(true, project.readOnly(), name);
                    var expected =
                            name.equals("clean") ? bouts("0-100 graze") : bouts("0-5 graze", "5-9 walk", "9-100 graze");
                    assertEquals(expected, project.labels(Disk.SESSION).bouts(), name);
                    for (Runnable change : List.<Runnable>of(
                            () -> project.edit(Disk.SESSION, "Edit", label("0-9 rest")),
                            () -> project.undo(Disk.SESSION),
                            () -> project.deleteBehaviour("graze"),
                            () -> project.rename("Other"),
                            project::backUp)) {
                        assertEquals("FOLDER_READ_ONLY", Disk.problem(change), name);
                    }
                    assertThat(Disk.problem(() -> Disk.importFile(project, csv)))
                            .isIn("FOLDER_READ_ONLY", "CANNOT_WRITE_TRACE");
                }
                var recovery = new Recovery(study);
                assertThat(recovery.now().whole()).as(name).isTrue();
                for (Path backup : Project.backups(study)) {
                    assertEquals("FOLDER_READ_ONLY", Disk.problem(() -> recovery.restore(backup)), name);
                }
            }
            assertEquals("CANNOT_CREATE", Disk.problem(() -> Disk.create(disk.resolve("new"))));
            System.out.println("everything shown");
        }
    }
}
