package org.ethotag.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.LabelEdit;
import org.ethotag.project.FlashRecord;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.project.Score;
import org.ethotag.project.TagSelfTest;
import org.ethotag.project.VideoLink;
import org.ethotag.recording.Recording;
import org.ethotag.recording.VideoAnchor;
import org.ethotag.recording.VideoClock;
import org.ethotag.recording.VideoFile;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.workflow.ImportStep;
import org.ethotag.workflow.Workflow;

/** A small study with something in every table, and a look at all of it. */
final class StrangeStudy {
    private static final int LENGTH = 400;

    private StrangeStudy() {}

    /** Makes the study in an empty folder. */
    static void create(Path folder) {
        try (var project = Project.create(folder, "From a stranger")) {
            project.setEthogram(SampleStudy.ethogram());
            var session = importOne(project, folder.resolveSibling(folder.getFileName() + "-raw.csv"));
            project.edit(session, "Label", new LabelEdit.Label(new SampleRange(0, 100), "grazing"));
            project.edit(session, "Label", new LabelEdit.Label(new SampleRange(100, 300), "resting"));
            project.undo(session);
            var run = new RunManifest(
                    "teacher-1",
                    "teacher",
                    Instant.parse("2026-11-22T12:00:00Z"),
                    Map.of("epochs", "3"),
                    Map.of("dataset.sha256", "00"),
                    7,
                    Map.of("ethotag", "0.1.0"));
            project.saveRun(
                    run, Map.of("teacher.model", new byte[] {1, 2, 3}), List.of(new Score("teacher", "mcc", 0.9)));
            project.addReceipt(receipt());
            var film = new VideoFile("cow.mp4", 3, "00".repeat(32));
            var clock = new VideoClock(
                    List.of(new VideoAnchor(Duration.ofSeconds(1), Instant.parse("2025-03-28T06:30:00Z"))));
            project.videos().put(session, "Video", new VideoLink(film, clock));
            project.putSetting("key", "value");
        }
    }

    private static FlashRecord receipt() {
        return new FlashRecord(
                "VT-0001",
                "7",
                "0123456789abcdef",
                "00".repeat(32),
                "flashed",
                true,
                new TagSelfTest("passed", 4, 4),
                4,
                Instant.parse("2026-11-22T12:00:00Z"),
                "2.1.0",
                "anna",
                80,
                "model.bin",
                "");
    }

    private static String importOne(Project project, Path file) {
        try {
            var rows = new ArrayList<String>();
            rows.add("time,x,y,z");
            for (int i = 0; i < LENGTH; i++) {
                rows.add(Instant.parse("2025-03-28T06:30:00Z").plusMillis(i * 40L) + ",0.0" + i % 10 + ",-0.1,0.99");
            }
            Files.write(file, rows);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var settings = ImportSettings.guessed().withAnimal("7").withTag("T1").withUnit("g");
        return new Workflow(project)
                .run(new ImportStep(List.of(file), settings), JobMonitor.unwatched())
                .getFirst()
                .session()
                .id();
    }

    /** The trace file of such a study. */
    static byte[] trace(Path scratch) {
        var folder = scratch.resolve("study-of-the-trace");
        create(folder);
        try (var files = Files.list(folder.resolve("traces"))) {
            return Files.readAllBytes(files.findFirst().orElseThrow());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Opens a study and asks for everything that is in it. */
    static void readAll(Path folder) {
        try (var project = Project.open(folder)) {
            project.name();
            project.animals();
            project.tags();
            project.deployments();
            project.mountings();
            project.behaviourUse();
            project.receipts();
            project.setting("key");
            for (var run : project.runs()) {
                project.scores(run.id());
                project.runFiles(run.id()).forEach(file -> project.runFile(run.id(), file));
            }
            for (var session : project.sessions()) {
                for (var track : project.trackInfos(session.id())) {
                    project.labels(session.id(), track.name());
                    project.undoName(session.id(), track.name());
                    project.redo(session.id(), track.name());
                    project.undo(session.id(), track.name());
                }
                project.edits(session.id());
                project.videos()
                        .video(session.id())
                        .ifPresent(link -> link.file().in(folder));
                project.reviews().answers(session.id(), Project.MAIN_TRACK);
                try (var recording = project.recordings().open(session.id())) {
                    look(recording);
                }
            }
            project.reviews().decisions();
        }
    }

    /** All samples of a trace, some at a time, and its picture from afar. */
    static void look(Recording recording) {
        long length = recording.lengthSamples();
        for (long from = 0; from < Math.min(length, 10_000); from += 1000) {
            recording.read(new SampleRange(from, Math.min(length, from + 1000)));
        }
        float[] low = new float[100];
        float[] high = new float[100];
        for (int axis = 0; axis < 3; axis++) {
            recording.extremes(axis, 0, Math.max(1, length / 100.0), low, high);
        }
        recording.clock().timeOf(0);
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) {
        try (var tree = Files.walk(folder)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Copies a study. */
    static void copy(Path from, Path to) {
        try (var tree = Files.walk(from)) {
            for (Path each : tree.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
