package org.ethotag.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ethotag.problem.ProblemCode;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemReportTest {
    /** Private strings as they turn up in studies, each planted in several ways. */
    private static final List<String> PLANTED = List.of(
            "Anna M\u00fcller",
            "amueller",
            "Rosa \"the brown one\"",
            "cow-17",
            "DE 09 5123",
            "SN:4711-A",
            "Spring herd 2026",
            "gr\u00fcne Wiese");

    @TempDir
    Path folder;

    private ProgramLog log;
    private final Logger logger = Logger.getLogger("org.ethotag.test.ProblemReportTest");

    @BeforeEach
    void listen() {
        log = ProgramLog.listening();
        console(Level.OFF);
    }

    @AfterEach
    void stop() {
        console(Level.INFO);
        log.close();
    }

    /** Thousands of messages are for no reader. */
    private static void console(Level level) {
        for (var handler : Logger.getLogger("").getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                handler.setLevel(level);
            }
        }
    }

    private String report() {
        var secrets = PrivateData.ofThisUser().and("name", PLANTED);
        return ProblemReport.of(new LinkedHashMap<>(Map.of("Ethotag", "1.0")), log.entries(), secrets);
    }

    @Test
    void nothingThatIsPlantedIsInTheReport() {
        for (String secret : PLANTED) {
            logger.warning("cannot read " + secret + ", nor (" + secret.toUpperCase(Locale.ROOT) + ")");
            logger.warning("cannot write /home/amueller/Studies/" + secret + "/traces and more of " + secret);
            logger.warning("cannot write C:\\Users\\amueller\\" + secret + "\\x y.csv");
            logger.log(Level.SEVERE, "a mistake of ours", new IllegalArgumentException("no animal " + secret));
            logger.log(Level.SEVERE, "a mistake", new UncheckedIOException(new NoSuchFileException("/x/" + secret)));
            var refused = new ProblemException(someCode(), secret, secret);
            logger.log(Level.WARNING, "problem", refused);
        }
        logger.warning("at " + System.getProperty("user.home") + " of " + System.getProperty("user.name"));
        logger.warning("mail to anna@example.org");
        var report = report().toLowerCase(Locale.ROOT);
        var leaks = new ArrayList<String>();
        for (String secret : PLANTED) {
            if (report.contains(secret.toLowerCase(Locale.ROOT))) {
                leaks.add(secret);
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(report)
                .doesNotContain("studies", "x y.csv", "anna@example.org", System.getProperty("user.home") + " of")
                .contains("cannot write <path>", "<name>", "illegalargumentexception: (left out)");
    }

    private static ProblemCode someCode() {
        var failure = assertThrows(ProblemException.class, () -> Project.open(Path.of("there is none")));
        return failure.problem().code();
    }

    @Test
    void whereItHappenedAndWhatJavaSaysOfItStay() {
        var failure =
                assertThrows(NullPointerException.class, () -> Path.of("x").resolve((Path) null));
        logger.log(Level.SEVERE, "a mistake of ours", new IllegalStateException("private", failure));
        var report = report();
        assertThat(report)
                .contains("Ethotag: 1.0", "java.lang.IllegalStateException: (left out)")
                .contains("java.lang.NullPointerException")
                .contains("at org.ethotag.diagnosis.ProblemReportTest.");
        logger.log(Level.WARNING, "refused", new ProblemException(someCode(), "cow-17"));
        assertThat(report()).contains("ProjectProblem.NOT_A_STUDY");
    }

    @Test
    void memoryKeepsTheLastMessagesOnly() {
        for (int i = 0; i < 3000; i++) {
            logger.info("message " + i);
        }
        var kept = log.entries();
        assertEquals("message 2999", kept.getLast().text());
        assertEquals(500, kept.size());
    }

    @Test
    void filesStayWithinTheirBounds() throws IOException {
        log.writeTo(folder);
        var line = "x".repeat(2000);
        for (int i = 0; i < 3000; i++) {
            logger.info(line);
        }
        long bytes = 0;
        try (var files = Files.list(folder)) {
            var logs = files.filter(file -> file.toString().endsWith(".log")).toList();
            assertThat(logs).hasSize(3);
            for (Path file : logs) {
                bytes += Files.size(file);
            }
        } finally {
            for (var handler : Logger.getLogger("").getHandlers()) {
                if (handler instanceof FileHandler) {
                    handler.close();
                    Logger.getLogger("").removeHandler(handler);
                }
            }
        }
        assertThat(bytes).isLessThan(3_100_000);
    }
}
