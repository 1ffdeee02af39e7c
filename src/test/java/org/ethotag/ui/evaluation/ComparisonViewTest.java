package org.ethotag.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.ethotag.job.ImmediateJobRunner;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.LabelEdit;
import org.ethotag.picture.Picture.Format;
import org.ethotag.project.Project;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.review.AsideRule;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.PictureExport;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.workflow.ImportStep;
import org.ethotag.workflow.JudgedRun;
import org.ethotag.workflow.Workflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as people see it; with {@code -Dpictures=FOLDER} it is also photographed. */
class ComparisonViewTest {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 740;

    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final List<SampleRange> opened = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.LIGHT);
    private final ComparisonViewModel model =
            new ComparisonViewModel(Jobs.immediate(), study, problems::add, new Desk());
    private Stage stage;

    private final class Desk implements LabelDesk {
        @Override
        public void open(String session, SampleRange range) {
            opened.add(range);
        }

        @Override
        public void correct(String session, SampleRange range, String behaviour) {
            study.project().orElseThrow().edit(session, "label", new LabelEdit.Label(range, behaviour));
        }
    }

    @BeforeAll
    static void startToolkit() {
        Windows.start();
    }

    @AfterEach
    void closeStudy() {
        Windows.inFx(study::close);
        assertThat(problems).isEmpty();
    }

    private void show(int windows, int animals, int classes) throws IOException {
        show(windows, animals, classes, false);
    }

    /** @param twice whether four minutes of cow 1 are in the study once more, under another label */
    private void show(int windows, int animals, int classes, boolean twice) throws IOException {
        var place = folder.resolve("study");
        SampleStudy.createRecorded(place, "Study", folder.resolve("raw"));
        if (twice) {
            recordAgain(place);
        }
        if (windows > 0) {
            try (var project = Project.open(place)) {
                for (long seed = 0; seed < 3; seed++) {
                    JudgedRun.keep(project, windows, animals, classes, seed);
                }
            }
        }
        Windows.inFx(() -> study.open(place));
        var view = Windows.onFx(() -> new ComparisonView(
                model,
                look,
                new PictureExport(new ImmediateJobRunner(), problems::add, () -> "sweep"),
                () -> {},
                Pieces.atOnce()));
        stage = Windows.show(view, look.get(), WIDTH, HEIGHT);
        Windows.inFx(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        });
    }

    private void recordAgain(Path place) throws IOException {
        var rows = Files.readAllLines(SampleStudy.rawFile(folder.resolve("raw"), 0))
                .subList(0, 4 * 60 * 25);
        var file = Files.write(
                folder.resolve("cow1_again.csv"),
                rows.stream().map(row -> row.replace("resting", "walking")).toList());
        var settings = ImportSettings.guessed()
                .withNamePattern("(?<animal>[^_]+)_.*")
                .withZone("Europe/Berlin")
                .withUnit("g");
        try (var project = Project.open(place)) {
            new Workflow(project).run(new ImportStep(List.of(file), settings), JobMonitor.unwatched());
        }
    }

    @Test
    void aRuleThatSetsBoutsAsideShowsBothNumbersOnEveryTabAndInEveryTable() throws IOException {
        show(210, 3, 3, true);
        Windows.inFx(() -> model.asideProperty().set(AsideRule.parse("doubled+nested")));
        var shown = Objects.requireNonNull(model.shownProperty().get());
        var kept = Objects.requireNonNull(shown.sheet().kept());
        assertThat(kept.comparison().windows().size()).isBetween(1, 209);
        var all = shown.sheet().models().getFirst();
        var two = Numbers.score(all.scores().mcc()) + " / "
                + Numbers.score(kept.models().getFirst().scores().mcc());
        for (var tab : List.of("matrices", "bars", "map", "scores")) {
            showTab(tab);
            assertThat(((Label) node("compare-line")).getText())
                    .contains(
                            "another label at the same time",
                            "1 bout of 1 animal",
                            two,
                            "learnt from them all the same");
        }
        photograph("aside-scores", Look.LIGHT);
        Windows.inFx(() -> model.asideProperty().set(AsideRule.none()));
        assertThat(((Label) node("compare-line")).getText()).doesNotContain(" / ");
    }

    @Test
    void aCellAndAKeyCorrectALabelAndTheMatricesSayThatTheyAreOutOfDate() throws IOException {
        show(210, 3, 3);
        press("cell-distilled-0-0");
        var windows = list();
        assertThat(windows.getItems())
                .hasSize((int) model.models().get(1).matrix().count(0, 0));
        assertThat(windows.getSelectionModel().getSelectedIndex()).isZero();
        var row = windows.getItems().getFirst();
        Windows.inFx(() -> Event.fireEvent(
                windows, new KeyEvent(KeyEvent.KEY_TYPED, "d", "d", KeyCode.UNDEFINED, false, false, false, false)));
        assertThat(study.project()
                        .orElseThrow()
                        .labels(row.window().session())
                        .boutAt(row.window().range().from()))
                .get()
                .extracting(bout -> bout.behaviour())
                .isEqualTo("drinking");
        Label warning = (Label) node("compare-warning");
        assertThat(warning.isVisible()).isTrue();
        assertThat(warning.getText()).contains("Labels changed");
        assertThat(windows.getSelectionModel().getSelectedIndex())
                .as("on to the next")
                .isEqualTo(1);
    }

    @Test
    void aWindowOpensInItsTraceFromTheKeyboard() throws IOException {
        show(210, 3, 3);
        press("cell-teacher-1-1");
        var windows = list();
        Windows.inFx(() -> Event.fireEvent(
                windows, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        assertThat(opened)
                .containsExactly(windows.getItems().getFirst().window().range());
    }

    @Test
    void everyCellIsReachedByArrowKeysAndSaysWhatItIs() throws IOException {
        show(210, 3, 3);
        var first = button("cell-teacher-0-0");
        Windows.inFx(() -> {
            first.requestFocus();
            Event.fireEvent(first, key(KeyCode.RIGHT));
        });
        var second = button("cell-teacher-0-1");
        assertThat(second.isFocused()).isTrue();
        Windows.inFx(() -> Event.fireEvent(second, key(KeyCode.DOWN)));
        assertThat(button("cell-teacher-1-1").isFocused()).isTrue();
        assertThat(second.getAccessibleText())
                .startsWith("Teacher: grazing answered as walking: " + second.getText() + " windows");
    }

    @Test
    void filtersCountOnlySomeWindowsAndSayHowMany() throws IOException {
        show(210, 3, 3);
        Windows.inFx(
                () -> model.filterProperty().set(model.filterProperty().get().withAnimal("cow2")));
        assertThat(model.models().getFirst().matrix().total()).isEqualTo(70);
        press("cell-teacher-0-0");
        assertThat(list().getItems()).allMatch(row -> row.window().animal().equals("cow2"));
        assertThat(((ComboBox<?>) node("filter-animal")).getValue().toString()).contains("cow2");
    }

    @Test
    void everyViewOfFourModelsSevenAnimalsAndTwelveClassesIsDrawn() throws IOException {
        show(3000, 7, 12);
        Windows.inFx(() -> model.baselineProperty().set(true));
        press("cell-teacher-2-2");
        for (Look one : List.of(Look.LIGHT, Look.DARK)) {
            Windows.inFx(() -> {
                look.set(one);
                one.applyTo(stage.getScene());
            });
            for (String tab : List.of("matrices", "difference", "bars", "reliability", "soft", "map", "scores")) {
                showTab(tab);
                if (tab.equals("scores")) {
                    press("methods-write");
                    assertThat(model.actions().methodsProperty().get()).contains("leave one animal out");
                }
                photograph(tab + "-large", one);
            }
        }
        assertThat(stage.getScene().getRoot().lookupAll(".matrix-card")).hasSize(4);
    }

    @Test
    void everyPictureIsSavedInEveryFormatBesideTheTables() throws IOException {
        show(210, 3, 3);
        var menu = (ExportMenu) node("compare-export");
        var pictures = Windows.onFx(menu::pictures);
        Windows.inFx(() -> model.actions().save(model.shownProperty().get(), folder, pictures));
        var run = model.shownProperty().get().judgement().run().id();
        var written = folder.resolve(run + "-tables");
        assertThat(pictures.keySet()).contains("matrices", "difference", "reliability");
        for (var picture : pictures.entrySet()) {
            for (Format format : Format.values()) {
                assertThat(written.resolve(picture.getKey() + "." + format.ending()))
                        .hasBinaryContent(picture.getValue().file(format));
            }
        }
        assertThat(written.resolve("scores.csv")).isNotEmptyFile();
        var single = folder.resolve("one.svg");
        Windows.inFx(() -> model.actions().save(pictures.get("matrices"), Format.SVG, single));
        assertThat(single).hasSameBinaryContentAs(written.resolve("matrices.svg"));
    }

    @Test
    void withoutARunThePageLeadsToTraining() throws IOException {
        show(0, 0, 0);
        assertThat(node("compare-go-train").isVisible()).isTrue();
        photograph("none", Look.LIGHT);
    }

    @Test
    void aSmallRunIsDrawnInBothLooks() throws IOException {
        show(400, 3, 4);
        press("cell-teacher-1-0");
        for (Look one : List.of(Look.LIGHT, Look.DARK)) {
            Windows.inFx(() -> {
                look.set(one);
                one.applyTo(stage.getScene());
            });
            for (String tab : List.of("matrices", "difference", "soft", "map")) {
                showTab(tab);
                photograph(tab + "-small", one);
            }
        }
        assertThat(list().getItems()).isNotEmpty();
    }

    private void showTab(String id) {
        Windows.inFx(() -> {
            var tabs = (TabPane) node("compare-tabs");
            tabs.getTabs().stream()
                    .filter(tab -> Objects.equals(tab.getId(), "compare-tab-" + id))
                    .forEach(tabs.getSelectionModel()::select);
        });
    }

    private void photograph(String name, Look one) {
        var pictures = System.getProperty("pictures", "");
        if (!pictures.isEmpty()) {
            Windows.settle();
            Windows.picture(
                    stage.getScene(), Path.of(pictures).resolve("compare-" + name + "-" + one.settingName() + ".png"));
        }
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private void press(String id) {
        Windows.inFx(() -> button(id).fire());
    }

    private Button button(String id) {
        return (Button) node(id);
    }

    private ListView<ChosenViewModel.WindowRow> list() {
        @SuppressWarnings("unchecked")
        var list = (ListView<ChosenViewModel.WindowRow>) node("windows");
        return list;
    }

    private Node node(String id) {
        return Objects.requireNonNull(stage.getScene().lookup("#" + id), id);
    }
}
