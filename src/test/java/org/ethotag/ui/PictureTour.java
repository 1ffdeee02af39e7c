package org.ethotag.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.ethotag.recording.Finding;
import org.ethotag.recording.FindingKind;
import org.ethotag.recording.ImportReport;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.ui.trace.OpenTrace;
import org.ethotag.ui.trace.TimeMap;
import org.ethotag.ui.trace.TraceSource;

/** Walks through the window and takes a picture of every page, with no study, an empty one, a small and a large one. */
final class PictureTour {
    private final Path folder;
    private final Path pictures;
    private final Look look;
    private final WindowJobs jobs = new WindowJobs();
    private final Desktop desktop;
    private final Stage stage;

    PictureTour(Path folder, Path pictures, Look look) {
        this.folder = folder;
        this.pictures = pictures;
        this.look = look;
        Windows.start();
        SampleStudy.create(folder.resolve("Empty"), "Empty", 0);
        SampleStudy.create(folder.resolve("Spring herd"), "Spring herd", 6);
        SampleStudy.create(folder.resolve("Large herd"), "Large herd", 120);
        var settings = new UserSettings(folder.resolve("window.properties"));
        settings.setLook(look);
        settings.opened(folder.resolve("Empty"));
        settings.opened(folder.resolve("Spring herd"));
        stage = Windows.onFx(Stage::new);
        desktop = Windows.onFx(() -> {
            var window = new Desktop(
                    stage, jobs, jobs.board(), settings, new Sources(PictureTour::open, PictureTour::report));
            window.show();
            return window;
        });
    }

    static OpenTrace open(org.ethotag.project.Project project, org.ethotag.recording.Session session) {
        var source = new TraceSource(
                SampleStudy.trace(session),
                TimeMap.steady(session.start(), session.rate()),
                session.zone(),
                session.rate(),
                List.of(new SampleRange(0, 60_000), new SampleRange(60_000, session.lengthSamples())));
        return new OpenTrace(source, () -> {});
    }

    static ImportReport report(
            org.ethotag.project.Project project,
            Path file,
            org.ethotag.recording.ImportSettings settings,
            org.ethotag.job.JobMonitor monitor) {
        return new ImportReport(
                file.getFileName().toString(),
                "00",
                180_000,
                180_000,
                25,
                25.01,
                "g",
                List.of(new Finding(FindingKind.GAPS, 1, "1 gap, together 33 min, the first at 2025-03-28 07:10:00.")));
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
        Windows.inFx(() -> {
            stage.close();
            jobs.close();
        });
    }

    private void open(String name) {
        Windows.inFx(() -> desktop.open(folder.resolve(name)));
        Windows.until(() -> name.equals(desktop.study().nameProperty().get()));
    }

    private void go(String page) {
        Windows.inFx(() -> desktop.go(page));
    }

    private void take(String name) {
        Windows.settle();
        Scene scene = stage.getScene();
        Windows.picture(scene, pictures.resolve(name + "-" + look.settingName() + ".png"));
    }
}
