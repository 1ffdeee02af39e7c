package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ethotag.job.JobMonitor;
import org.ethotag.language.Language;
import org.ethotag.language.Spoken;
import org.ethotag.project.Project;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.testkit.TrainedStudy;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.quantization.QuantizationFindings;
import org.ethotag.workflow.quantization.QuantizationTables;
import org.ethotag.workflow.quantization.QuantizationTrial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What is written and answered on a Spanish computer, where numbers have commas, is what is written on any other. */
@ResourceLock(Resources.LOCALE)
class LocaleFreeFilesTest {
    private static final Locale SPAIN = Locale.of("es", "ES");
    private static final List<String> FORMATS = List.of("csv", "json", "svg", "png");

    @TempDir
    private static Path folder;

    private static Path study;
    private static UserFolder user;

    @BeforeAll
    static void makeTheStudy() {
        study = folder.resolve("study");
        user = new UserFolder(folder.resolve("user"));
        TrainedStudy.create(study, folder.resolve("raw"));
        assertEquals(0, run("quantize", study, "--student", runOf("student")).exitCode());
    }

    private static String runOf(String kind) {
        try (var project = Project.open(study)) {
            return project.runs().stream()
                    .filter(run -> run.kind().equals(kind))
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
    }

    private static CommandRun run(Object... words) {
        return CommandRun.of(user, words);
    }

    @Test
    void tablesPicturesAndAnswersAreTheSameInSpanish() throws Exception {
        var english = Spoken.in(Locale.US, Language.ENGLISH, () -> written("english"));
        var spanish = Spoken.in(SPAIN, Language.SPANISH, () -> written("spanish"));
        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        assertThat(spanish)
                .allSatisfy((name, bytes) -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .as(name)
                        .isEqualTo(new String(english.get(name), StandardCharsets.ISO_8859_1)));
        assertThat(spanish).hasSizeGreaterThan(30);
    }

    @Test
    void theTablesOfTheQuantizePageAreTheSameInSpanish() throws Exception {
        assertThat(Spoken.in(SPAIN, Language.SPANISH, LocaleFreeFilesTest::quantizationTables))
                .isEqualTo(Spoken.in(Locale.US, Language.ENGLISH, LocaleFreeFilesTest::quantizationTables))
                .isNotEmpty();
    }

    /** All but what carries a signature, which is another one each time. */
    @Test
    void theBundleForATagIsTheSameInSpanish() throws Exception {
        var english = Spoken.in(Locale.US, Language.ENGLISH, () -> bundle("english-bundle"));
        assertThat(Spoken.in(SPAIN, Language.SPANISH, () -> bundle("spanish-bundle")))
                .isEqualTo(english)
                .hasSizeGreaterThan(10);
    }

    private static TreeMap<String, byte[]> written(String name) throws IOException {
        var out = Files.createDirectory(folder.resolve(name));
        var written = new TreeMap<String, byte[]>();
        var student = runOf("student");
        answers(written, "windows", study);
        answers(written, "evaluate", study, "--run", student);
        answers(written, "methods", study, "--run", student);
        answers(written, "frame", study);
        answers(written, "label-doctor", study);
        answers(
                written,
                "import",
                folder.resolve(name + "-import"),
                folder.resolve("raw").resolve("cow1.csv"));
        for (String what : List.of("budget", "actogram", "bouts", "transitions")) {
            for (String format : FORMATS) {
                results(written, out, what, format, "labels");
            }
        }
        for (String format : FORMATS) {
            results(written, out, "models", format, student);
        }
        for (String format : List.of("csv", "boris", "elan", "audacity")) {
            var file = out.resolve("labels." + format);
            var session = session();
            assertEquals(
                    0,
                    run("labels", "export", study, file, "--session", session, "--format", format)
                            .exitCode());
            written.put("labels." + format, Files.readAllBytes(file));
        }
        return written;
    }

    private static String session() {
        try (var project = Project.open(study)) {
            return project.sessions().getFirst().id();
        }
    }

    private static void results(Map<String, byte[]> written, Path out, String what, String format, String source)
            throws IOException {
        var file = out.resolve(what + "." + format);
        var done = run(
                "results",
                study,
                "--what",
                what,
                "--format",
                format,
                "--source",
                source,
                "--gap",
                "0.5",
                "--out",
                file);
        assertEquals(0, done.exitCode(), done.err());
        written.put(what + "." + format, Files.readAllBytes(file));
    }

    private static void answers(Map<String, byte[]> written, Object... words) {
        for (String json : List.of("", "--json")) {
            var asked = Arrays.copyOf(words, words.length + (json.isEmpty() ? 0 : 1));
            if (!json.isEmpty()) {
                asked[words.length] = json;
            }
            var done = run(asked);
            written.put(words[0] + json, (done.exitCode() + "\n" + done.out()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> quantizationTables() {
        try (var project = Project.open(study)) {
            var nobody = JobMonitor.unwatched();
            var bench = new Workflow(project).bench(runOf("student"), nobody);
            var trial = QuantizationTrial.of(bench, QuantizationSettings.defaults(), nobody);
            return QuantizationTables.of(bench, trial, QuantizationFindings.of(bench, trial, nobody));
        }
    }

    private static Map<String, String> bundle(String name) throws IOException {
        var out = folder.resolve(name);
        assertEquals(
                0,
                run("export", study, "--quantized", runOf("quantized"), "--out", out)
                        .exitCode());
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(out)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                var inside = out.relativize(file).toString();
                if (!inside.matches(".*\\.(img|bin|uf2|signed)")) {
                    files.put(inside, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }
}
