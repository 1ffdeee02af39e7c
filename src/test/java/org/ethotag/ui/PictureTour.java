package org.ethotag.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.flash.UserBench;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.ui.trace.OpenTrace;
import org.ethotag.ui.trace.TimeMap;
import org.ethotag.ui.trace.TraceSource;
import org.ethotag.ui.training.Protocol;
import org.ethotag.ui.training.TrainingViewModel;
import org.ethotag.workflow.UserFolder;
import org.testfx.util.WaitForAsyncUtils;

/** Walks through the window and takes a picture of every page, with no study, an empty one, a small and a large one. */
final class PictureTour {
    /** Small networks on a busy machine. */
    private static final long LEARNING_SECONDS = 400;

    private final Path folder;
    private final Path pictures;
    private final Look look;
    private final WindowJobs jobs = new WindowJobs();
    private final Desktop desktop;
    private final Stage stage;

    PictureTour(Path folder, Path pictures, Look look) throws IOException {
        this.folder = folder;
        this.pictures = pictures;
        this.look = look;
        Windows.start();
        SampleStudy.create(folder.resolve("Empty"), "Empty", 0);
        SampleStudy.create(folder.resolve("Spring herd"), "Spring herd", 6);
        SampleStudy.create(folder.resolve("Large herd"), "Large herd", 120);
        SampleStudy.createRecorded(folder.resolve("Two farms"), "Two farms", folder.resolve("raw"));
        var settings = new UserSettings(folder.resolve("window.properties"));
        settings.setLook(look);
        settings.opened(folder.resolve("Empty"));
        settings.opened(folder.resolve("Spring herd"));
        stage = Windows.onFx(Stage::new);
        var user = new UserFolder(folder.resolve("user"));
        desktop = Windows.onFx(() -> {
            var window = new Desktop(
                    stage,
                    jobs,
                    jobs.board(),
                    settings,
                    new Sources(PictureTour::open, StudySources::importFile, new UserBench(user), user));
            window.show();
            return window;
        });
    }

    static OpenTrace open(Project project, Session session) {
        if (project.recordings().ids().contains(session.id())) {
            return StudySources.open(project, session);
        }
        var source = new TraceSource(
                SampleStudy.trace(session),
                TimeMap.steady(session.start(), session.rate()),
                session.zone(),
                session.rate(),
                List.of(new SampleRange(0, 60_000), new SampleRange(60_000, session.lengthSamples())));
        return new OpenTrace(source, () -> {});
    }

    void run() {
        take("welcome");
        open("Empty");
        take("sessions-empty");
        go("label");
        take("label-empty");
        open("Spring herd");
        take("label");
        go("sessions");
        take("sessions");
        open("Large herd");
        take("sessions-large");
        go("results");
        take("results-large");
        for (String page : List.of("train", "compare", "quantize", "tag")) {
            go(page);
            take(page + "-empty");
        }
        open("Two farms");
        go("train");
        take("train-ready");
        learn();
        Windows.inFx(() -> {
            stage.close();
            jobs.close();
        });
    }

    /** Trains, compares, quantizes and flashes for real, with small networks. */
    private void learn() {
        Windows.inFx(() -> {
            desktop.training().protocolProperty().set(Protocol.HOLD_OUT);
            desktop.training().teacherSizeProperty().set(TrainingViewModel.TeacherSize.QUARTER);
            desktop.training().teacherEpochsProperty().set(6);
            desktop.training().studentEpochsProperty().set(12);
            desktop.training().hiddenProperty().set(16);
        });
        press("#train-start");
        Windows.until(LEARNING_SECONDS, () -> desktop.training().curve().size() > 2);
        take("train-running");
        Windows.until(LEARNING_SECONDS, () -> desktop.study().runs().size() == 2);
        take("train-done");
        go("compare");
        Windows.until(LEARNING_SECONDS, () -> stage.getScene().lookup("#cell-teacher-0-0") != null);
        press("#cell-teacher-0-0");
        take("compare");
        Windows.inFx(() -> ((CheckBox) stage.getScene().lookup("#baseline")).setSelected(true));
        take("compare-baseline");
        go("quantize");
        take("quantize-first");
        keep();
        Windows.until(LEARNING_SECONDS, () -> desktop.study().runs().size() == 3);
        for (String tab : List.of("answers", "graph", "time", "rows", "suspects", "advice")) {
            showTab(tab);
            take("quantize-" + tab);
        }
        go("compare");
        take("compare-fixed");
        go("tag");
        take("tag");
        press("#flash");
        Windows.until(LEARNING_SECONDS, () -> !desktop.flash().receipts().isEmpty());
        take("tag-verified");
        go("quantize");
        Windows.inFx(() -> ((ComboBox<?>) stage.getScene().lookup("#quantize-profile"))
                .getSelectionModel()
                .selectFirst());
        keep();
        Windows.until(LEARNING_SECONDS, () -> desktop.study().runs().size() == 4);
        take("quantize-other-tag");
        go("tag");
        press("#flash");
        Windows.until(LEARNING_SECONDS, () -> !desktop.flash().running());
        take("tag-refused");
        go("sessions");
        take("sessions-recorded");
        var file = folder.resolve("raw/cow1_morning.csv");
        var _ = WaitForAsyncUtils.asyncFx(() -> desktop.importFiles(List.of(file)));
        Windows.until(() -> dialogs().findFirst().isPresent());
        Windows.settle();
        var dialog = dialogs().findFirst().orElseThrow();
        Windows.picture(dialog.getScene(), pictures.resolve("import-" + look.settingName() + ".png"));
        Windows.inFx(() -> ((Button) dialog.getScene().lookup("#import-go")).fire());
        Windows.until(() -> !stage.getScene().getRoot().lookupAll(".finding").isEmpty());
        take("sessions-imported");
    }

    /** The button waits for the student and its windows. */
    private void keep() {
        Windows.until(
                LEARNING_SECONDS, () -> !stage.getScene().lookup("#quantize").isDisabled());
        press("#quantize");
    }

    private void showTab(String id) {
        Windows.inFx(() -> {
            var tabs = (TabPane) stage.getScene().lookup("#quantize-tabs");
            tabs.getTabs().stream()
                    .filter(tab -> tab.getId().equals("quantize-tab-" + id))
                    .forEach(tabs.getSelectionModel()::select);
        });
    }

    private static Stream<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(window -> window.getScene() != null && window.getScene().lookup("#import-go") != null);
    }

    private void press(String id) {
        Windows.inFx(() -> ((Button) stage.getScene().lookup(id)).fire());
    }

    private void open(String name) {
        Windows.inFx(() -> desktop.open(folder.resolve(name)));
        Windows.until(
                LEARNING_SECONDS,
                () -> name.equals(desktop.study().nameProperty().get()));
    }

    private void go(String page) {
        Windows.inFx(() -> desktop.see(page));
    }

    private void take(String name) {
        Windows.settle();
        Scene scene = stage.getScene();
        Windows.picture(scene, pictures.resolve(name + "-" + look.settingName() + ".png"));
    }
}
