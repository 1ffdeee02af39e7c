package org.ethotag.ui.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Tracks.label;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethotag.project.Project;
import org.ethotag.project.StepKind;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.workflow.log.LogFile;
import org.ethotag.workflow.log.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryViewModelTest {
    @TempDir
    Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private StudyViewModel study;
    private HistoryViewModel model;

    @BeforeEach
    void open() throws IOException {
        SampleStudy.createRecorded(folder.resolve("herd"), "Herd", folder.resolve("raw"));
        study = new StudyViewModel(Jobs.immediate(), problems::add);
        model = new HistoryViewModel(Jobs.immediate(), study, problems::add);
        study.open(folder.resolve("herd"));
        var session = project().sessions().getFirst().id();
        project().edit(session, "Label", label("0-100 walking"));
        project().edit(session, "Label", label("100-200 grazing"));
        project().undo(session);
        assertThrows(
                IllegalStateException.class,
                () -> project()
                        .log()
                        .step(
                                StepKind.TRAIN,
                                Map.of("teacher.epochs", "3"),
                                Map::of,
                                HistoryViewModelTest::broken,
                                _ -> Map.of()));
        model.refresh();
    }

    private static String broken() {
        throw new IllegalStateException("no engine");
    }

    private Project project() {
        return study.project().orElseThrow();
    }

    @AfterEach
    void close() {
        study.close();
        assertThat(problems).isEmpty();
    }

    @Test
    void stepsAreListedNewestFirstAndEditsOfATrackAreOneLine() {
        assertEquals(
                List.of(
                        Texts.of("history.kind.train"),
                        Texts.of("history.labelling", 3),
                        Texts.of("history.kind.import"),
                        Texts.of("history.kind.import"),
                        Texts.of("history.kind.import"),
                        Texts.of("history.kind.ethogram"),
                        Texts.of("history.kind.create")),
                model.rows().stream().map(HistoryRow::what).toList());
        assertThat(model.rows().getFirst().result()).isEqualTo(Texts.of("history.outcome.failed"));
        assertThat(model.rows().get(2).settings())
                .startsWith("cow3_morning.csv")
                .contains("unit g", "zone Europe/Berlin");
        assertThat(model.rows().get(2).details()).contains("raw.sha256 = ");
    }

    @Test
    void aFilterLeavesTheLinesThatHaveAllItsWords() {
        model.filterProperty().set("COW2 unit");
        assertEquals(1, model.rows().size());
        model.filterProperty().set("");
        assertEquals(7, model.rows().size());
    }

    @Test
    void whatIsCopiedIsTheScriptOfTheStudy() {
        var scripts = new ArrayList<String>();
        model.script(Shell.SH, scripts::add);
        assertEquals(List.of(Shell.SH.script(project())), scripts);
        assertThat(scripts.getFirst())
                .contains("import \"$study\"", "\"change\":\"undo\"")
                .doesNotContain("train");
    }

    @Test
    void aSavedLogHasEveryStepAndTheHashesOfTheStudy() throws IOException {
        var saved = new ArrayList<Path>();
        model.onSaved(saved::add);
        var file = folder.resolve("log");
        model.save(file);
        assertEquals(List.of(file), saved);
        var log = LogFile.read(file);
        assertEquals(
                project().log().steps().stream().map(step -> step.settings()).toList(),
                log.steps().stream().map(step -> step.settings()).toList());
        assertThat(log.state()).containsKey("ethogram");
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).doesNotContain(".ethotag-log");
        }
    }

    /** With {@code -Dpictures=FOLDER} it leaves pictures to look at. */
    @Test
    void everyStepHasWordsAndThePageShowsThem() {
        for (StepKind kind : StepKind.values()) {
            if (!kind.isLabelling()) {
                assertThat(Texts.of("history.kind." + kind.word())).isNotBlank();
            }
        }
        Windows.start();
        for (Look look : Look.values()) {
            var stage = Windows.show(
                    Windows.onFx(() -> new HistoryView(model, () -> {}, Pieces.atOnce())), look, 1280, 800);
            var table = stage.getScene().lookup("#history");
            assertThat(table.isVisible()).isTrue();
            Windows.inFx(() -> ((javafx.scene.control.TableView<?>) table)
                    .getSelectionModel()
                    .select(2));
            var pictures = System.getProperty("pictures", "");
            if (!pictures.isEmpty()) {
                Windows.settle();
                Windows.picture(stage.getScene(), Path.of(pictures, "history-" + look.settingName() + ".png"));
            }
        }
        Windows.inFx(study::close); // views listen
    }
}
