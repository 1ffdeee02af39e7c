package org.ethotag.ui.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.HerdStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.PictureExport;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results page as people use it; with {@code -Dpictures=FOLDER} it also takes pictures in both looks. */
class ResultViewTest {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 720;

    @TempDir
    private Path folder;

    private final Jobs jobs = Jobs.immediate();
    private final List<Throwable> problems = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final SimpleObjectProperty<Look> look = new SimpleObjectProperty<>(Look.LIGHT);
    private final StudyViewModel study = new StudyViewModel(jobs, problems::add);
    private Scene scene = new Scene(new Group());

    @BeforeAll
    static void startToolkit() {
        Windows.start();
    }

    @AfterEach
    void closeTheStudy() {
        Windows.inFx(study::close);
        assertThat(problems).isEmpty();
    }

    private void show(String name, int sessions, int days, boolean second, boolean run) {
        var place = folder.resolve(name);
        HerdStudy.create(place, sessions, days, second, run);
        Stage stage = Windows.onFx(() -> {
            var view = new ResultView(
                    new ResultViewModel(jobs, study, problems::add, this::open),
                    new AgreementViewModel(jobs, study, problems::add, this::open),
                    study,
                    look,
                    new PictureExport(jobs.background(), problems::add, () -> "results"),
                    new PictureExport(jobs.background(), problems::add, () -> "agreement"),
                    () -> {},
                    () -> {},
                    Pieces.atOnce());
            view.setVisible(false);
            study.open(place);
            view.setVisible(true);
            return Windows.show(view, look.get(), WIDTH, HEIGHT);
        });
        scene = stage.getScene();
    }

    private void open(String session, SampleRange range) {
        opened.add(session + " " + range);
    }

    @Test
    void everyResultIsShownAndKeepsItsChoices() {
        show("herd", 3, 3, true, true);
        take("budget");
        press("result-actogram");
        take("actogram");
        choose("result-animal", "cow-02");
        press("result-doubled", CheckBox.class);
        take("actogram-double");
        press("result-bouts");
        assertThat(table("result-bout-table").getItems()).isNotEmpty();
        Windows.inFx(() -> table("result-bout-table").getSelectionModel().select(2));
        take("bouts");
        press("result-transitions");
        take("transitions");
        press("result-models");
        take("models");
        press("result-agreement");
        take("agreement");
        Windows.inFx(() -> look.set(Look.DARK));
        Windows.inFx(() -> Look.DARK.applyTo(scene));
        take("agreement-dark");
        press("result-budget");
        take("budget-dark");
        press("result-actogram");
        take("actogram-dark");
    }

    @Test
    void aStudyWithoutLabelsSaysWhatToDo() {
        show("empty", 0, 1, false, false);
        assertTrue(scene.lookup("#result-go-label").isVisible());
        take("empty");
    }

    @Test
    void oneTrackAloneCannotAgreeAndWithoutRunsThereIsNoShift() {
        show("one", 1, 1, false, false);
        take("one");
        press("result-agreement");
        assertTrue(scene.lookup("#agreement-empty").isVisible());
        take("agreement-empty");
        press("result-models");
        assertTrue(scene.lookup("#result-go-train").isVisible());
        take("models-empty");
    }

    private void press(String id) {
        press(id, ToggleButton.class);
    }

    private <T extends ButtonBase> void press(String id, Class<T> type) {
        Windows.inFx(() -> type.cast(scene.lookup("#" + id)).fire());
    }

    @SuppressWarnings("unchecked")
    private void choose(String id, String value) {
        Windows.inFx(() -> ((ComboBox<String>) scene.lookup("#" + id)).setValue(value));
    }

    private TableView<?> table(String id) {
        return (TableView<?>) scene.lookup("#" + id);
    }

    private void take(String name) {
        String wanted = System.getProperty("pictures", "");
        if (!wanted.isEmpty()) {
            Windows.settle();
            Windows.picture(scene, Path.of(wanted).resolve("results-" + name + ".png"));
        }
        assertEquals(List.of(), problems);
    }
}
