package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Tracks.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.LabelEdit;
import org.ethotag.project.LoggedStep;
import org.ethotag.project.Project;
import org.ethotag.sample.HerdGenerator;
import org.ethotag.sample.HerdSettings;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.log.CommandSheet;
import org.ethotag.workflow.log.LogFile;
import org.ethotag.workflow.log.Shell;
import org.ethotag.workflow.log.StepCommand.Use;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A study made in steps, by commands and by hand, and made again from its log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {

    @TempDir
    private static Path folder;

    private UserFolder user;
    private Path study;
    private Path saved;
    private Path again;
    private CommandRun replayed;

    @BeforeAll
    void makeAStudyAndReplayIt() throws IOException {
        user = new UserFolder(folder.resolve("user"));
        var raw = folder.resolve("K\u00fche, \"alte\" $HOME 'Wiese'");
        var files = new HerdGenerator(HerdSettings.sampleData().lasting(Duration.ofMinutes(4)))
                .writeAll(raw, JobMonitor.unwatched())
                .subList(0, 4);
        files = new ArrayList<>(files);
        files.set(3, Files.move(files.get(3), raw.resolve("-cow04.csv.gz")));
        study = folder.resolve("it's a study");
        saved = folder.resolve("saved log");
        again = folder.resolve("again");
        done("ethogram", study, "--template", "cattle");
        done("import", study, files.get(0), files.get(1), files.get(2), "--name-pattern", "(?<animal>\\w+)");
        done("import", study, files.get(3), "--animal", "-4", "--tag", "T 'x' \"y\" \u00fc");
        labelByHand();
        done(QuickTeacher.words(study));
        done("distil", study, "--teacher", "teacher-1", "--hidden", 6, "--epochs", 2, "--seed", 3);
        done("quantize", study, "--student", "student-1", "--weights", 8);
        done("export", study, "--quantized", "quantized-1", "--out", folder.resolve("out \u00e4"));
        done(
                "flash",
                folder.resolve("out \u00e4").resolve("model-image.bin"),
                "--serial",
                "VIRTUAL-0001",
                "--study",
                study,
                "--animal",
                "cow01");
        assertEquals(1, run("train", study, "--samples", 100_000).exitCode());
        done("prelabel", study, "--run", "quantized-1", "--session", "cow01", "--track", "by 'model'");
        done("log", study, "--save", saved);
        replayed = run("replay", saved, "--to", again);
    }

    private void labelByHand() {
        try (var project = Project.open(study)) {
            var session = project.sessions().getFirst().id();
            project.edit(session, "Label", label("100-300 walking"));
            project.edit(session, "Label", label("200-500 resting"));
            project.undo(session);
            project.edit(session, "\u00c4ndern", new LabelEdit.Erase(new SampleRange(900, 1200)));
            project.undo(session);
            project.redo(session);
            project.edit(
                    session, "anna's", "Label", new LabelEdit.Label(new SampleRange(0, 50), "\"quoted\"\\back slash"));
            project.undo(session, "anna's");
        }
    }

    private CommandRun run(Object... words) {
        return CommandRun.of(user, words);
    }

    private CommandRun done(Object... words) {
        var run = run(words);
        assertEquals(0, run.exitCode(), run.err());
        return run;
    }

    @Test
    void tracesModelsAndBlobsAreTheSameByteForByte() {
        assertEquals(0, replayed.exitCode(), replayed.err());
        assertEquals(content(study.resolve("traces")), content(again.resolve("traces")));
        assertEquals(content(study.resolve("runs")), content(again.resolve("runs")));
        var exported = content(folder.resolve("out \u00e4"));
        var exportedAgain = content(again.resolve("exports").resolve("step-" + exportStep()));
        assertEquals(exported.keySet(), exportedAgain.keySet());
        exported.keySet().removeIf(name -> name.equals("model-image.bin")); // its signature is drawn at random
        exportedAgain.keySet().removeIf(name -> name.equals("model-image.bin"));
        assertEquals(exported, exportedAgain);
        assertThat(exported).containsKeys("model.gruq", "golden-windows.bin", "c/Makefile");
    }

    private long exportStep() {
        return LogFile.read(saved).steps().stream()
                .filter(step -> step.kind().word().equals("export"))
                .mapToLong(LoggedStep::number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tracksAndTheirHistoryAreTheSame() {
        try (var first = Project.open(study);
                var second = Project.open(again)) {
            assertEquals(first.sessions(), second.sessions());
            assertEquals(first.ethogram(), second.ethogram());
            assertEquals(first.animals(), second.animals());
            assertEquals(first.tags(), second.tags());
            for (var session : first.sessions()) {
                assertEquals(first.trackInfos(session.id()), second.trackInfos(session.id()));
                for (var track : first.trackInfos(session.id())) {
                    assertEquals(first.labels(session.id(), track.name()), second.labels(session.id(), track.name()));
                    assertEquals(
                            first.undoName(session.id(), track.name()), second.undoName(session.id(), track.name()));
                    assertEquals(
                            first.redoName(session.id(), track.name()), second.redoName(session.id(), track.name()));
                }
            }
            assertThat(first.tracks(first.sessions().getFirst().id()))
                    .containsExactly("labels", "anna's", "by 'model'");
        }
    }

    @Test
    void aSecondReplayFindsNothingLeftToDo() {
        var second = run("replay", saved, "--to", again, "--json");
        assertEquals(0, second.exitCode(), second.err());
        assertEquals(0, second.json().get("repeated").asInt());
        assertThat(second.json().get("before").asInt()).isGreaterThan(12);
    }

    @Test
    void aFlashIsInTheLogAndDoneAgainOnlyWhenItIsAskedFor() throws IOException {
        assertThat(replayed.out()).contains("1 that flash tags left out");
        var target = folder.resolve("flashed");
        var other = new UserFolder(folder.resolve("another user"));
        var run = CommandRun.of(other, "replay", saved, "--to", target, "--yes", "--json");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(0, run.json().get("leftOut").asInt());
        try (var first = Project.open(study);
                var second = Project.open(target)) {
            var before = first.receipts().getFirst();
            var after = second.receipts().getFirst();
            assertEquals(
                    List.of("VIRTUAL-0001", "cow01", before.modelId(), "verified", true, before.goldenWindows()),
                    List.of(
                            after.tag(),
                            after.animal(),
                            after.modelId(),
                            after.outcome(),
                            after.verified(),
                            after.goldenWindows()));
            assertEquals(1, second.receipts().size());
        }
        var more = CommandRun.of(other, "replay", saved, "--to", target, "--json");
        assertEquals(0, more.exitCode(), more.err());
        assertEquals(0, more.json().get("repeated").asInt());
    }

    @Test
    void theFirstDifferenceStopsItAndIsNamed() throws IOException {
        var changed = folder.resolve("changed log");
        var text = Files.readString(saved);
        var hash = text.replaceAll("(?s).*\"file teacher.model\":\"([0-9a-f]{64})\".*", "$1");
        Files.writeString(changed, text.replace(hash, "0".repeat(64)));
        var run = run("replay", changed, "--to", again);
        assertEquals(1, run.exitCode());
        assertThat(run.err()).contains("is not the beginning of this log");
    }

    @Test
    void anEditThatIsNotInTheLogIsNamedAtTheFirstStepThatSeesIt() throws IOException {
        var fewer = folder.resolve("fewer edits");
        var lines = Files.readAllLines(saved);
        lines.removeIf(line -> line.contains("\"edit\":\"erase\""));
        var last = lines.removeLast();
        lines.add(last.replaceAll("\"end\":\"\\d+\"", "\"end\":\"" + (lines.size() - 1) + "\""));
        Files.write(fewer, lines);
        var run = run("replay", fewer, "--to", folder.resolve("fewer"));
        assertEquals(1, run.exitCode());
        assertThat(run.err()).contains("(train) came out differently: labels.sha256");
    }

    @Test
    void aRawFileThatIsAnotherOneIsRefusedBeforeItIsRead() throws IOException {
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        for (String name : List.of("cow01.csv", "cow01.csv.gz")) {
            Files.writeString(elsewhere.resolve(name), "time,x,y,z\n0,0,0,1\n");
        }
        var target = folder.resolve("other raw");
        var run = run("replay", saved, "--to", target, "--raw", elsewhere);
        assertEquals(1, run.exitCode());
        assertThat(run.err()).contains("is not the one of the log");
        try (var project = Project.open(target)) {
            assertThat(project.sessions()).isEmpty();
        }
    }

    @Test
    void everyShellWordArrivesAsItIs() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no sh");
        var log = LogFile.read(saved);
        var seen = folder.resolve("seen");
        var spy = Files.writeString(folder.resolve("spy"), """
                #!/bin/sh
                for word in "$@"; do printf '%%s\\0' "$word" >> '%1$s'; done
                printf '\\n\\0' >> '%1$s'
                if [ "$1" = change ]; then cat >> '%1$s'; printf '\\0' >> '%1$s'; fi
                """.formatted(seen), StandardCharsets.UTF_8);
        assertThat(spy.toFile().setExecutable(true)).isTrue();
        var target = Path.of("/tmp/-new 'study' \u00fc\"");
        var commands = CommandSheet.of(log.steps());
        var script = Shell.SH.script("title\nrm -rf /", target.toString(), "/tmp/out", "never", commands);
        var file = Files.writeString(folder.resolve("script.sh"), script);
        var process = new ProcessBuilder("/bin/sh", file.toString());
        process.environment().put("ETHOTAG", spy.toString());
        process.environment().put("LC_ALL", "C.UTF-8");
        var running = process.redirectErrorStream(true).start();
        assertEquals("", new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertEquals(0, running.exitValue());
        var expected = new StringBuilder();
        commands.stream().filter(command -> command.use() == Use.FREE).forEach(command -> {
            command.words(target, Path.of("/tmp/out"))
                    .forEach(word -> expected.append(word).append('\0'));
            expected.append("\n\0");
            command.input().forEach(line -> expected.append(line).append('\n'));
            expected.append(command.input().isEmpty() ? "" : "\0");
        });
        assertEquals(expected.toString(), Files.readString(seen));
        assertThat(script).contains("\n# \"$ethotag\" flash ").contains("--serial=VIRTUAL-0001");
    }

    @Test
    void theCommandsThemselvesMakeTheSameLabels() throws IOException {
        var target = folder.resolve("by commands");
        for (var command : CommandSheet.of(LogFile.read(saved).steps())) {
            var words = new ArrayList<Object>(command.words(target, target.resolve("exports")));
            if (words.getFirst().equals("train")) {
                break;
            }
            if (!command.input().isEmpty()) {
                words.set(2, Files.write(folder.resolve("lines"), command.input()));
            }
            done(words.toArray());
        }
        assertEquals(content(study.resolve("traces")), content(target.resolve("traces")));
        try (var first = Project.open(study);
                var second = Project.open(target)) {
            var session = first.sessions().getFirst().id();
            assertEquals(first.labels(session), second.labels(session));
            assertEquals(first.redoName(session, "anna's"), second.redoName(session, "anna's"));
            assertEquals(first.animals(), second.animals());
        }
    }

    private static Map<String, String> content(Path root) {
        var content = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var name = root.relativize(file).toString().replace('\\', '/');
                if (!name.endsWith("manifest.json")) { // it says when the run was made
                    content.put(name, HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return content;
    }
}
