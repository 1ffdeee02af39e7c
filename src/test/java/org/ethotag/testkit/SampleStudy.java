package org.ethotag.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.label.Ethogram;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.workflow.ImportStep;
import org.ethotag.workflow.Workflow;

/** A small study for tests of the window: labelled sessions whose traces are made up when they are asked for. */
public final class SampleStudy {
    /** Samples per second of all sessions. */
    public static final SampleRate RATE = new SampleRate(25);

    private static final int LENGTH = 25 * 3600 * 2;
    private static final List<String> CODES = List.of("resting", "walking", "grazing");

    private static final int RECORDED_ANIMALS = 3;
    private static final int RECORDED_SECONDS = 1800;

    private SampleStudy() {}

    /** Cattle's behaviours. */
    public static Ethogram ethogram() {
        return new Ethogram(List.of(
                new Behaviour("grazing", "Grazing", "#009e73", "g", "Head down, biting and chewing", true),
                new Behaviour("walking", "Walking", "#e69f00", "w", "Two steps or more", true),
                new Behaviour("resting", "Resting", "#0072b2", "r", "Standing or lying still", true),
                new Behaviour("ruminating", "Ruminating", "#cc79a7", "u", "Chewing with the head up", true),
                new Behaviour("drinking", "Drinking", "#56b4e9", "d", "Muzzle in water", true)));
    }

    /** Makes a study with as many sessions, each labelled a little less than the one before. */
    public static void create(Path folder, String name, int sessions) {
        try (var project = Project.create(folder, name)) {
            project.setEthogram(ethogram());
            for (int i = 0; i < sessions; i++) {
                project.addSession(session(i), bouts(i, LENGTH - (long) LENGTH * i / Math.max(4, sessions)));
            }
        }
    }

    /** Makes a study with one session, {@code s1}, and no labels. */
    public static void createUnlabelled(Path folder, String name) {
        try (var project = Project.create(folder, name)) {
            project.setEthogram(ethogram());
            project.addSession(session(0), List.of());
        }
    }

    /** Makes a study of three animals with recordings that were imported from files: enough to learn from. */
    public static void createRecorded(Path folder, String name, Path rawFiles) throws IOException {
        var files = new ArrayList<Path>();
        for (int i = 0; i < RECORDED_ANIMALS; i++) {
            files.add(rawFile(rawFiles, i));
        }
        try (var project = Project.create(folder, name)) {
            project.setEthogram(ethogram());
            var settings = ImportSettings.guessed()
                    .withNamePattern("(?<animal>[^_]+)_.*")
                    .withZone("Europe/Berlin")
                    .withUnit("g");
            new Workflow(project).run(new ImportStep(files, settings), JobMonitor.unwatched());
        }
    }

    /** Writes half an hour of an animal with labels, 25 samples a second in g, and gives the file. */
    public static Path rawFile(Path folder, int animal) throws IOException {
        Files.createDirectories(folder);
        return Files.write(folder.resolve("cow" + (animal + 1) + "_morning.csv"), csv(animal));
    }

    private static List<String> csv(int animal) {
        int length = (int) (RECORDED_SECONDS * RATE.hertz());
        var samples = ArrayTrace.cow(length, RATE.hertz(), animal).read(new SampleRange(0, length));
        var start = Instant.parse("2025-03-28T06:30:00Z").plusSeconds(86_400L * animal);
        var rows = new ArrayList<String>(length + 1);
        rows.add("time,x,y,z,label");
        for (int i = 0; i < length; i++) {
            rows.add(start.plusMillis(i * 40L) + "," + samples.at(0, i) + "," + samples.at(1, i) + ","
                    + samples.at(2, i) + "," + CODES.get((int) (i / RATE.hertz() / 300) % CODES.size()));
        }
        return rows;
    }

    private static Session session(int number) {
        String animal = String.format("cow-%02d", number % 12 + 1);
        return new Session(
                "s" + (number + 1),
                "collar_" + animal + "_" + (number + 1),
                animal,
                "T" + (100 + number),
                Instant.parse("2025-03-28T06:30:00Z").plusSeconds(86_400L * number),
                ZoneId.of("Europe/Berlin"),
                RATE,
                LENGTH,
                String.format("%064x", number + 1));
    }

    private static List<Bout> bouts(int seed, long until) {
        var random = new Random(seed);
        var bouts = new ArrayList<Bout>();
        long at = 0;
        for (int i = 0; at < until; i++) {
            long end = Math.min(until, at + 7500);
            String code = random.nextInt(7) == 0 ? "ruminating" : CODES.get(i % CODES.size());
            bouts.add(new Bout(new SampleRange(at, end), code));
            at = end;
        }
        return bouts;
    }

    /** The trace that belongs to every session. */
    public static ArrayTrace trace(Session session) {
        return ArrayTrace.cow(
                (int) session.lengthSamples(),
                session.rate().hertz(),
                session.id().hashCode());
    }
}
