package org.ethotag.project;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelTrack;
import org.ethotag.testkit.Tracks;

/**
 * A program that labels until it is killed. It prints a line for each change after the change is confirmed: {@code edit},
 * or {@code run} and the run's id. What it does depends on its seed and on what is in the study only. Arguments: the
 * study, the seed, and, where it shall end by itself, the number of changes.
 */
final class LabellingChild {
    static final String SESSION = "s1";
    static final int LENGTH = 1000;
    static final List<String> BEHAVIOURS = List.of("graze", "walk", "rest");

    /** Every so many changes a run is saved. */
    private static final int RUN_EVERY = 9;

    private LabellingChild() {}

    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[1]);
        int most = arguments.length > 2 ? Integer.parseInt(arguments[2]) : Integer.MAX_VALUE;
        say("starting");
        try (var project = Project.open(Path.of(arguments[0]))) {
            say("ready");
            var random = new Random(seed);
            var track = project.labels(SESSION);
            for (int i = 1; i <= most; i++) {
                switch (Change.next(random, track)) {
                    case Change.Edit(LabelEdit edit) -> project.edit(SESSION, "Edit " + i, edit);
                    case Change.Undo _ -> project.undo(SESSION);
                    case Change.Redo _ -> project.redo(SESSION);
                }
                track = project.labels(SESSION);
                say("edit");
                if (i % RUN_EVERY == 0) {
                    var run = new RunManifest(
                            "run-" + seed + "-" + i, "t", Instant.EPOCH, Map.of(), Map.of(), i, Map.of());
                    project.saveRun(run, Map.of("weights", new byte[1000]), List.of(new Score("student", "mcc", 0.5)));
                    say("run " + run.id());
                }
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** What the program does next. */
    sealed interface Change {
        record Edit(LabelEdit edit) implements Change {}

        record Undo() implements Change {}

        record Redo() implements Change {}

        static Change next(Random random, LabelTrack track) {
            return switch (random.nextInt(8)) {
                case 0 -> new Undo();
                case 1 -> new Redo();
                default -> new Edit(Tracks.randomEdit(random, track, LENGTH, BEHAVIOURS));
            };
        }
    }
}
