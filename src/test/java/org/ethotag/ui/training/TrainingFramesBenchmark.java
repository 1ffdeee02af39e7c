package org.ethotag.ui.training;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What frames of the page cost while networks learn, in this process and in workers, with curves that grow. Prints, never
 * judges: {@code mvn test -Dtest=TrainingFramesBenchmark -Dframes=1}; with {@code -Dpictures=FOLDER} also what the page looks
 * like, {@code -Dlook=dark} in the dark.
 */
@EnabledIfSystemProperty(named = "frames", matches = "\\d+")
class TrainingFramesBenchmark {
    private static final double MS = 1e-6;
    /** A minute at sixty a second. */
    private static final int ENOUGH = 3600;

    private static final double WIDTH = 1216; // a window of 1280 less the bar of pages
    private static final double HEIGHT = 752;
    private static final Look LOOK = System.getProperty("look", "light").equals("dark") ? Look.DARK : Look.LIGHT;

    @TempDir
    private Path folder;

    private record Frame(double clock, double processor, double apart) {}

    private final List<Frame> frames = new ArrayList<>();

    @Test
    void framesWhileNetworksLearn() throws IOException {
        Windows.start();
        var jobs = new WindowJobs();
        var failures = new ArrayList<Throwable>();
        var study = new StudyViewModel(jobs, failures::add);
        var model = new TrainingViewModel(jobs, study, failures::add);
        var view = Windows.onFx(() -> new TrainingView(model, () -> {}, Pieces.atOnce()));
        Stage stage = Windows.show(new StackPane(view), LOOK, WIDTH, HEIGHT);
        picture(stage, "empty");
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
        Windows.inFx(() -> study.open(folder.resolve("study")));
        Windows.until(() -> !model.animals().isEmpty());
        Windows.inFx(() -> {
            model.teacherSizeProperty().set(TrainingViewModel.TeacherSize.QUARTER);
            model.windowSamplesProperty().set(256);
            model.teacherEpochsProperty().set(3);
            model.studentEpochsProperty().set(12);
        });
        picture(stage, "ready");
        var timer = Windows.onFx(() -> measure(stage.getScene()));
        Windows.inFx(model::start);
        Windows.until(600, () -> model.curve().size() > 4);
        picture(stage, "running");
        Windows.inFx(() -> model.pause(true));
        picture(stage, "paused");
        Windows.inFx(() -> model.pause(false));
        Windows.until(600, () -> model.curves().parts().size() > 1 || frames.size() > ENOUGH);
        picture(stage, "folds");
        Windows.inFx(model::stop);
        Windows.until(600, () -> !model.running());
        Windows.inFx(timer::stop);
        picture(stage, "finished");
        print("by the clock", frames.stream().mapToDouble(Frame::clock).sorted().toArray());
        print(
                "processor time",
                frames.stream().mapToDouble(Frame::processor).sorted().toArray());
        print(
                "from pulse to pulse",
                frames.stream().skip(1).mapToDouble(Frame::apart).sorted().toArray());
        System.out.println("failures: " + failures);
        Windows.inFx(study::close);
        Platform.runLater(jobs::close);
    }

    private AnimationTimer measure(Scene scene) {
        var threads = ManagementFactory.getThreadMXBean();
        long[] begun = {0, 0, 0};
        scene.addPostLayoutPulseListener(() -> {
            if (begun[0] > 0) {
                frames.add(new Frame(
                        (System.nanoTime() - begun[0]) * MS,
                        (threads.getCurrentThreadCpuTime() - begun[1]) * MS,
                        begun[2] * MS));
            }
        });
        var timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                long start = System.nanoTime();
                begun[2] = begun[0] == 0 ? 0 : start - begun[0];
                begun[0] = start;
                begun[1] = threads.getCurrentThreadCpuTime();
            }
        };
        timer.start();
        return timer;
    }

    private static void print(String what, double[] sorted) {
        long over = Arrays.stream(sorted).filter(ms -> ms > 50).count();
        System.out.printf(
                Locale.ROOT,
                "FX thread, step and layout, %s: median %.1f, 95 %% %.1f, largest %.1f ms; %d of %d over 50 ms%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length - 1],
                over,
                sorted.length);
    }

    private static void picture(Stage stage, String name) {
        var pictures = System.getProperty("pictures");
        if (pictures != null) {
            Windows.settle();
            Windows.picture(stage.getScene(), Path.of(pictures, "train-" + name + ".png"));
        }
    }
}
