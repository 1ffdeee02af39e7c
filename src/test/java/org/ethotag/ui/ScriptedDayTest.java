package org.ethotag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.ethotag.label.LabelEdit;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.QuickDemo;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.flash.UserBench;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hours of use in minutes. A round: two studies are opened and closed, every page and look is seen, every session labelled and
 * undone, and a third study goes from training to a verified virtual tag. After each round: what the program holds. More rounds,
 * and the figures of each: {@code -Dhealth.rounds=N}.
 */
class ScriptedDayTest {
    private static final int ROUNDS = Integer.getInteger("health.rounds", 3);
    /** Until every class, cache and pool has been met once. */
    private static final int WARM_UP = Math.max(1, ROUNDS / 4);

    private static final List<String> PAGES = List.of(
            "sessions", "label", "results", "train", "compare", "quantize", "tag", "ethogram", "safety", "history");
    /** What caches that are let go of late make of the heap, whichever round it is. */
    private static final double HEAP_NOISE_MB = 30;

    /** A pool of the toolkit or of the runtime may have one more at the moment. */
    private static final int THREADS_THAT_COME_AND_GO = 2;

    @TempDir
    private Path folder;

    private record Held(long handles, int threads, double heapMb, double residentMb) {}

    @Test
    void whatTheProgramHoldsStaysFlat() {
        Windows.start();
        SampleStudy.create(folder.resolve("Herd"), "Herd", 5);
        SampleStudy.create(folder.resolve("Other"), "Other", 3);
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
        var files = QuickDemo.files(folder.resolve("raw"));
        var rounds = new ArrayList<Held>();
        for (int i = 0; i < ROUNDS; i++) {
            round(desktop, stage, Look.values()[i % Look.values().length]);
            assertThat(QuickDemo.run(folder.resolve("third"), files, user)
                            .receipt()
                            .verified())
                    .isTrue();
            rounds.add(held());
            if (ROUNDS > 10) {
                System.out.printf("round %d: %s%n", i + 1, rounds.getLast());
            }
        }
        Windows.inFx(() -> {
            stage.close();
            jobs.close();
        });
        var early = rounds.get(WARM_UP - 1);
        var late = rounds.getLast();
        assertThat(late.handles()).as("open files: %s", rounds).isLessThanOrEqualTo(early.handles());
        assertThat(late.threads())
                .as("threads: %s", rounds)
                .isLessThanOrEqualTo(early.threads() + THREADS_THAT_COME_AND_GO);
        assertThat(late.heapMb()).as("heap: %s", rounds).isLessThan(early.heapMb() + HEAP_NOISE_MB);
    }

    private void round(Desktop desktop, Stage stage, Look look) {
        for (String name : List.of("Herd", "Other")) {
            Windows.inFx(() -> desktop.open(folder.resolve(name)));
            Windows.until(() -> desktop.study().nameProperty().get().equals(name));
            for (String page : PAGES) {
                Windows.inFx(() -> desktop.go(page));
                Windows.inFx(() -> look.applyTo(stage.getScene()));
            }
            work(desktop);
            Windows.inFx(() -> desktop.go("label"));
            for (String side : List.of("tracks", "comments", "checks", "keys", "behaviours")) {
                Windows.inFx(() -> ((ToggleButton) stage.getScene().lookup("#side-" + side)).setSelected(true));
            }
            Windows.inFx(() -> desktop.study().close());
            Windows.until(() -> desktop.study().projectProperty().get() == null);
        }
    }

    /** Labels and their undo, on the disk, and the next session. */
    private static void work(Desktop desktop) {
        Windows.inFx(() -> {
            var study = desktop.study();
            var project = study.project().orElseThrow();
            for (var session : project.sessions()) {
                project.edit(session.id(), "Label", new LabelEdit.Label(new SampleRange(100, 900), "walking"));
                project.undo(session.id());
            }
        });
    }

    private static Held held() {
        Windows.settle();
        for (int i = 0; i < 3; i++) {
            System.gc(); // soft and weak ends of a page take more than one
            Windows.settle();
        }
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        return new Held(handles(), ManagementFactory.getThreadMXBean().getThreadCount(), heap, residentMb());
    }

    private static long handles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    private static double residentMb() {
        var status = Path.of("/proc/self/status");
        try {
            return Files.isReadable(status)
                    ? Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1000)
                            .findFirst()
                            .orElse(0)
                    : 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
