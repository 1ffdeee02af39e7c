package org.ethotag.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.ethotag.testkit.ReadableTexts;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.flash.UserBench;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text of every page can be read, in every look: colours as they are on the screen. */
class PagesContrastTest {
    private static final List<String> PAGES = List.of(
            "sessions", "label", "results", "train", "compare", "quantize", "tag", "ethogram", "safety", "history");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyTextOnEveryPageHasTheContrastThatTheGuidelinesAskFor(Look look) {
        Windows.start();
        SampleStudy.create(folder.resolve("Herd"), "Herd", 4);
        var settings = new UserSettings(folder.resolve("window.properties"));
        settings.setLook(look);
        var jobs = new WindowJobs();
        var user = new UserFolder(folder.resolve("user"));
        Stage stage = Windows.onFx(Stage::new);
        var desktop = Windows.onFx(() -> {
            var sources = new Sources(PictureTour::open, StudySources::importFile, new UserBench(user), user);
            var window = new Desktop(stage, jobs, jobs.board(), settings, sources);
            window.show();
            return window;
        });
        var hard = new ArrayList<String>();
        read("welcome", stage, hard);
        Windows.inFx(() -> desktop.open(folder.resolve("Herd")));
        Windows.until(() -> desktop.study().nameProperty().get().equals("Herd"));
        for (String page : PAGES) {
            Windows.inFx(() -> desktop.see(page));
            read(page, stage, hard);
        }
        Windows.inFx(() -> {
            stage.close();
            jobs.close();
        });
        assertEquals(List.of(), hard);
    }

    private static void read(String page, Stage stage, List<String> hard) {
        Windows.settle();
        Windows.onFx(() -> ReadableTexts.hardToRead(stage.getScene())).forEach(text -> hard.add(page + ": " + text));
    }
}
