package org.ethotag.ui;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.ethotag.testkit.HerdStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.flash.UserBench;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every page costs the FX thread on a large study: forty animals of four weeks each, two annotators and a run of three
 * models, when the page is first seen, when it is seen again, and while keys move through it. Prints, never judges: {@code mvn
 * test -Dtest=PageFramesBenchmark -Dframes=40}; the number is how many sessions. With {@code -Dlook=600} every page is looked at
 * so shortly (in ms) that no page is made before somebody wants to see it.
 */
@EnabledIfSystemProperty(named = "frames", matches = "\\d+")
class PageFramesBenchmark {
    private static final int SESSIONS = Integer.getInteger("frames", 40);
    private static final int DAYS = 28;
    private static final double MS = 1e-6;
    private static final long LOOK_MILLIS = Integer.getInteger("look", 2500);
    private static final int KEYS = 20;

    private record Cost(String what, double clock, double processor) {}

    @TempDir
    private Path folder;

    private final List<Cost> costs = new ArrayList<>();
    private String now = "";

    @Test
    void framesOfEveryPage() throws InterruptedException {
        Windows.start();
        HerdStudy.create(folder.resolve("Herd"), SESSIONS, DAYS, true, true);
        var settings = new UserSettings(folder.resolve("window.properties"));
        var jobs = new WindowJobs();
        var user = new UserFolder(folder.resolve("user"));
        Stage stage = Windows.onFx(Stage::new);
        var desktop = Windows.onFx(() -> {
            var sources = new Sources(PictureTour::open, StudySources::importFile, new UserBench(user), user);
            var window = new Desktop(stage, jobs, jobs.board(), settings, sources);
            window.show();
            return window;
        });
        now = "window";
        var timer = Windows.onFx(this::measure);
        Thread.sleep(LOOK_MILLIS);
        now = "opening";
        Windows.inFx(() -> desktop.open(folder.resolve("Herd")));
        Windows.until(60, () -> desktop.study().nameProperty().get().equals("Herd"));
        Thread.sleep(LOOK_MILLIS);
        for (String visit : List.of("first seen", "seen again")) {
            for (String page : List.of(
                    "label",
                    "results",
                    "train",
                    "compare",
                    "quantize",
                    "tag",
                    "ethogram",
                    "safety",
                    "history",
                    "sessions")) {
                now = page + ", " + visit;
                Windows.inFx(() -> desktop.go(page));
                Thread.sleep(LOOK_MILLIS);
                now = page + ", keys";
                for (int i = 0; i < KEYS; i++) {
                    KeyCode key = i % 5 == 0 ? KeyCode.TAB : i % 2 == 0 ? KeyCode.PAGE_DOWN : KeyCode.DOWN;
                    Windows.inFx(() -> new Robot().keyType(key));
                }
            }
        }
        Windows.inFx(timer::stop);
        costs.stream().map(Cost::what).distinct().forEach(this::print);
        Windows.inFx(() -> {
            stage.close();
            jobs.close();
        });
    }

    /** What the FX thread did from the beginning of a frame to the beginning of the next: events, layout, and handing over to the renderer. */
    private AnimationTimer measure() {
        var threads = ManagementFactory.getThreadMXBean();
        var timer = new AnimationTimer() {
            private long begun;
            private long processor;

            @Override
            public void handle(long pulse) {
                long clock = System.nanoTime();
                long spent = threads.getCurrentThreadCpuTime();
                if (begun > 0) {
                    costs.add(new Cost(now, (clock - begun) * MS, (spent - processor) * MS));
                }
                begun = clock;
                processor = spent;
            }
        };
        timer.start();
        return timer;
    }

    private void print(String what) {
        var here = costs.stream().filter(cost -> cost.what().equals(what)).toList();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %d |%n",
                what,
                here.size(),
                here.stream().mapToDouble(Cost::clock).max().orElse(0),
                here.stream().mapToDouble(Cost::processor).max().orElse(0),
                here.stream().filter(cost -> cost.clock() > 100).count());
    }
}
