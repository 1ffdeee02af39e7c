package org.ethotag.testkit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelEdit;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;

/** Days of made-up labels: grazing by day, resting by night, a second annotator who errs a little, a run with three models. */
public final class HerdStudy {
    public static final SampleRate RATE = new SampleRate(10);
    private static final long HOUR = 36_000;

    private HerdStudy() {}

    /** @param days of each session; all begin at six in the morning on the day before clocks go forward */
    public static void create(Path folder, int sessions, int days, boolean second, boolean run) {
        try (var project = Project.create(folder, "Herd")) {
            project.setEthogram(SampleStudy.ethogram());
            for (int i = 0; i < sessions; i++) {
                var session = session(i, days * 24 * HOUR);
                project.addSession(session, bouts(i, session.lengthSamples()));
            }
            if (second) {
                secondAnnotator(project);
            }
            if (run) {
                keepRun(project);
            }
        }
    }

    private static Session session(int number, long length) {
        String animal = String.format("cow-%02d", number + 1);
        return new Session(
                "s" + (number + 1),
                "collar " + animal,
                animal,
                "",
                Instant.parse("2025-03-29T05:00:00Z"),
                ZoneId.of("Europe/Berlin"),
                RATE,
                length,
                String.format("%064x", number + 1));
    }

    private static List<Bout> bouts(int seed, long length) {
        var random = new Random(seed);
        var bouts = new ArrayList<Bout>();
        long at = random.nextInt((int) HOUR);
        while (at < length - HOUR) {
            long hour = (at / HOUR + 6) % 24;
            boolean day = hour > 5 && hour < 20;
            int dice = random.nextInt(10);
            var code = dice < 1 ? "walking" : dice < (day ? 6 : 2) ? "grazing" : dice < 9 ? "resting" : "ruminating";
            long end = at + 3000 + random.nextInt(dice < 1 ? 3000 : 30_000);
            bouts.add(new Bout(new SampleRange(at, Math.min(end, length)), code));
            at = end + (random.nextInt(12) == 0 ? HOUR : 0);
        }
        return bouts;
    }

    private static void secondAnnotator(Project project) {
        for (Session session : project.sessions()) {
            var random = new Random(session.id().hashCode());
            var labels = project.labels(session.id()).bouts();
            var other = new ArrayList<Bout>();
            long free = 0;
            for (Bout bout : labels) {
                long from = Math.max(free, bout.range().from() + random.nextInt(600) - 300);
                long to = bout.range().to() + random.nextInt(600) - 300;
                if (to > from && to <= session.lengthSamples()) {
                    other.add(
                            new Bout(new SampleRange(from, to), random.nextInt(9) == 0 ? "resting" : bout.behaviour()));
                    free = to;
                }
            }
            project.edit(
                    session.id(),
                    "ben",
                    "label",
                    new LabelEdit.Restore(new SampleRange(0, session.lengthSamples()), other));
        }
    }

    private static void keepRun(Project project) {
        var text = new StringBuilder("session,from,to,animal,truth,teacher,distilled H=32,fixed H=32\n");
        var classes = List.of("grazing", "walking", "resting", "ruminating");
        classes.forEach(name -> text.append(",,,,").append(name).append(",,,\n"));
        var random = new Random(1);
        for (Session session : project.sessions()) {
            for (Bout bout : project.labels(session.id()).bouts()) {
                for (long from = bout.range().from();
                        from + 2048 <= bout.range().to();
                        from += 2048) {
                    text.append(session.id())
                            .append(',')
                            .append(from)
                            .append(',')
                            .append(from + 2048)
                            .append(',')
                            .append(session.animal())
                            .append(',')
                            .append(bout.behaviour());
                    for (int model = 0; model < 3; model++) {
                        boolean right = random.nextInt(20) > model;
                        text.append(',').append(right ? bout.behaviour() : classes.get(random.nextInt(4)));
                    }
                    text.append('\n');
                }
            }
        }
        project.saveRun(
                new RunManifest(
                        "crossvalidation-1",
                        "crossvalidation",
                        Instant.parse("2025-05-01T00:00:00Z"),
                        Map.of("protocol", "leave one animal out, predictions pooled"),
                        Map.of(),
                        1,
                        Map.of()),
                Map.of("predictions.csv", text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
