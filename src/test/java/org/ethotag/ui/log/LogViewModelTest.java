package org.ethotag.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ethotag.diagnosis.ProgramLog;
import org.ethotag.label.TrackKind;
import org.ethotag.project.Project;
import org.ethotag.study.Tag;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewModelTest {
    @TempDir
    Path folder;

    private final Logger logger = Logger.getLogger("org.ethotag.test.LogViewModelTest");
    private final List<Throwable> problems = new ArrayList<>();
    private final ProgramLog log = ProgramLog.listening();
    private StudyViewModel study;
    private LogViewModel model;

    @BeforeEach
    void open() {
        SampleStudy.create(folder.resolve("Gut Lindenhof"), "Lindenhof herd", 2);
        try (var project = Project.open(folder.resolve("Gut Lindenhof"))) {
            project.put(new Tag("SN-00815", "ear"));
            project.addTrack("s1", "bertha", TrackKind.EXCLUSIVE);
        }
        study = new StudyViewModel(Jobs.immediate(), problems::add);
        study.open(folder.resolve("Gut Lindenhof"));
        model = new LogViewModel(Jobs.immediate(), study, log, () -> Map.of("look", "dark"), problems::add);
    }

    @AfterEach
    void close() {
        log.close();
        study.close();
        assertThat(problems).isEmpty();
    }

    @Test
    void theReportOfAStudyHasItsSizeAndNoneOfItsNames() {
        for (String name :
                List.of("Lindenhof herd", "Gut Lindenhof", "cow-01", "collar_cow-01_1", "SN-00815", "bertha")) {
            logger.warning("something about " + name + " and \"" + name + "\"");
        }
        logger.log(Level.SEVERE, "broken in " + folder.resolve("Gut Lindenhof"), new IllegalStateException("cow-02"));
        var reports = new ArrayList<String>();
        model.report(reports::add);
        var report = reports.getFirst();
        assertThat(report)
                .contains("2 sessions, 2 animals, 0 runs", "look: dark", "add-track done", "IllegalStateException")
                .contains("at org.ethotag.ui.log.LogViewModelTest");
        assertThat(report.toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "lindenhof",
                        "cow-0",
                        "sn-00815",
                        "bertha",
                        folder.toString().toLowerCase(Locale.ROOT));
    }

    /** With {@code -Dpictures=FOLDER} it leaves pictures to look at. */
    @Test
    void theNewestMessageIsFirstAndItsTracesAreShown() {
        logger.info("first");
        logger.log(Level.SEVERE, "a mistake of ours", new IllegalStateException("second"));
        model.refresh();
        assertEquals("a mistake of ours", model.entries().getFirst().text());
        assertThat(LogViewModel.details(model.entries())).contains("second", "at org.ethotag.ui.log");
        Windows.start();
        for (Look look : Look.values()) {
            var stage = Windows.show(Windows.onFx(() -> new LogView(model)), look, 1000, 680);
            Windows.inFx(
                    () -> ((javafx.scene.control.TableView<?>) stage.getScene().lookup("#log-entries"))
                            .getSelectionModel()
                            .selectFirst());
            var pictures = System.getProperty("pictures", "");
            if (!pictures.isEmpty()) {
                Windows.settle();
                Windows.picture(stage.getScene(), Path.of(pictures, "log-" + look.settingName() + ".png"));
            }
        }
        Windows.inFx(study::close);
    }
}
