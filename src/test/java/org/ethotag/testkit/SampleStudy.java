package org.ethotag.testkit;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.label.Ethogram;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;

/** A small study for tests of the window: labelled sessions whose traces are made up when they are asked for. */
public final class SampleStudy {
    /** Samples per second of all sessions. */
    public static final SampleRate RATE = new SampleRate(25);

    private static final int LENGTH = 25 * 3600 * 2;
    private static final List<String> CODES = List.of("resting", "walking", "grazing");

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
