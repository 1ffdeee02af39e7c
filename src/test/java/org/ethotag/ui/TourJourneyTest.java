package org.ethotag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ethotag.project.FlashRecord;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.flash.UserBench;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.study.SessionRow;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The guided tour in the whole window, by doing what it says. */
class TourJourneyTest {
    /** Small networks on a busy machine. */
    private static final long LEARNING_SECONDS = 300;

    /** 14 minutes at 50 Hz. */
    private static final long WHOLE_SESSION = 42_000;

    @TempDir
    private Path folder;

    private WindowJobs jobs;
    private Stage stage;
    private Desktop desktop;

    @BeforeEach
    void start() {
        Windows.start();
        openWindow();
    }

    private void openWindow() {
        jobs = new WindowJobs();
        var user = new UserFolder(folder.resolve("user"));
        var settings = new UserSettings(folder.resolve("window.properties"));
        stage = Windows.onFx(Stage::new);
        desktop = Windows.onFx(() -> {
            var window = new Desktop(
                    stage,
                    jobs,
                    jobs.board(),
                    settings,
                    new Sources(StudySources::open, StudySources::importFile, new UserBench(user), user));
            settings.recentStudies().stream().findFirst().ifPresent(window::open); // as the launcher does
            window.show();
            return window;
        });
    }

    @AfterEach
    void closeWindow() {
        Windows.inFx(stage::close);
        jobs.close();
    }

    @Test
    void whoDoesWhatTheTourSaysComesFromARawFileToAVerifiedTag() {
        beginTour();
        importRawFile();
        next("open");
        chooseLastCow();
        fire("open-session");
        done();
        next("label");
        press(KeyCode.U, true);
        Windows.until(() -> stage.getScene().lookup("#behaviour-resting") != null);
        fire("behaviour-resting");
        done();
        Windows.until(() -> labelledSamples() == WHOLE_SESSION);
        next("results");
        done();
        next("train");
        fire("tour-errand");
        Windows.inFx(
                () -> { // the least that learns at all: the test is about the tour
                    desktop.training().teacherEpochsProperty().set(1);
                    desktop.training().studentEpochsProperty().set(2);
                });
        fire("train-start");
        doneWithin(LEARNING_SECONDS);
        next("compare");
        Windows.until(LEARNING_SECONDS, () -> stage.getScene().lookup(".matrix-cell") != null);
        Windows.inFx(this::openSomeCell);
        done();
        next("quantize");
        Windows.until(LEARNING_SECONDS, () -> !button("quantize").isDisabled());
        fire("quantize");
        doneWithin(LEARNING_SECONDS);
        next("flash");
        Windows.until(() -> !button("flash").isDisabled());
        fire("flash");
        doneWithin(LEARNING_SECONDS);
        next("end");
        assertThat(desktop.flash().receipts()).anyMatch(FlashRecord::verified);
        fire("tour-next");
        assertThat(panel().isVisible()).isFalse();
    }

    @Test
    void aTourThatWasClosedWithTheProgramGoesOnAtItsStepAndInItsStudy() {
        beginTour();
        importRawFile();
        next("open");
        closeWindow();
        openWindow();
        Windows.until(() -> panel().isVisible());
        assertThat(title()).isEqualTo(Texts.of("tour.open.title"));
        fire("tour-back");
        assertThat(stage.getScene().lookup("#tour-state").isVisible())
                .as("what was done stays done")
                .isTrue();
        fire("tour-close");
        assertThat(panel().isVisible()).isFalse();
        Windows.inFx(desktop::closeStudy);
        assertThat(button("welcome-tour").getAccessibleText()).isEqualTo(Texts.of("tour.menu.resume"));
        fire("welcome-tour");
        Windows.until(() -> panel().isVisible());
        assertThat(title()).isEqualTo(Texts.of("tour.import.title"));
        assertThat(desktop.study().sessions()).hasSize(8);
    }

    @Test
    void anotherStudyIsLeftAloneAndTheTourSaysHowToComeBack() {
        beginTour();
        Windows.inFx(() -> desktop.study().create(folder.resolve("Mine"), "Mine"));
        Windows.until(() -> desktop.study().nameProperty().get().equals("Mine"));
        assertThat(text("tour-text")).isEqualTo(Texts.of("tour.away"));
        fire("tour-errand");
        Windows.until(() -> !desktop.study().nameProperty().get().equals("Mine"));
        Windows.until(() -> !text("tour-text").equals(Texts.of("tour.away")));
        assertThat(desktop.study().sessions()).hasSize(7);
    }

    @Test
    void aTourBegunAnewLeavesTheStudyOfTheOldOneAsItIs() throws Exception {
        beginTour();
        importRawFile();
        Windows.inFx(() -> desktop.tour().begin());
        Windows.until(() -> desktop.study().sessions().size() == 7);
        try (var files = Files.list(folder.resolve("user"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("tour")))
                    .containsExactlyInAnyOrder("tour", "tour-2");
        }
    }

    private void beginTour() {
        fire("welcome-tour");
        Windows.until(60, () -> panel().isVisible());
        assertThat(title()).isEqualTo(Texts.of("tour.import.title"));
        assertThat(desktop.study().sessions()).hasSize(7);
        Windows.until(() -> stage.getScene().lookup("#tour-ring").isVisible());
    }

    private void importRawFile() {
        var _ = WaitForAsyncUtils.asyncFx(() -> button("tour-errand").fire()); // the dialog waits for the user
        Windows.until(() -> importButton().anyMatch(go -> !go.isDisabled()));
        Windows.inFx(() -> importButton().forEach(Button::fire));
        done();
    }

    private static Stream<Button> importButton() {
        return List.copyOf(Window.getWindows()).stream()
                .map(window -> window.getScene().lookup("#import-go"))
                .filter(Button.class::isInstance)
                .map(Button.class::cast);
    }

    @SuppressWarnings("unchecked")
    private void chooseLastCow() {
        Windows.inFx(() -> {
            var table = (TableView<SessionRow>) stage.getScene().lookup("#sessions");
            table.getItems().stream()
                    .filter(row -> row.session().animal().equals("cow08"))
                    .forEach(table.getSelectionModel()::select);
        });
    }

    /** Of the recording that was imported. */
    private long labelledSamples() {
        var project = desktop.study().project().orElseThrow();
        return project.sessions().stream()
                .filter(session -> session.animal().equals("cow08"))
                .mapToLong(session -> project.labels(session.id()).labelledSamples())
                .sum();
    }

    private void openSomeCell() {
        stage.getScene().getRoot().lookupAll(".matrix-cell").stream()
                .map(ButtonBase.class::cast)
                .filter(cell -> !cell.isDisabled()
                        && !cell.getText().isBlank()
                        && !cell.getText().equals("0"))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private void next(String step) {
        fire("tour-next");
        assertThat(title()).isEqualTo(Texts.of("tour." + step + ".title"));
    }

    private void done() {
        doneWithin(30);
    }

    private void doneWithin(long seconds) {
        Windows.until(seconds, () -> stage.getScene().lookup("#tour-state").isVisible());
    }

    private void press(KeyCode code, boolean control) {
        Windows.until(() -> stage.getScene().lookup("#trace") != null);
        Windows.inFx(() -> {
            Node trace = stage.getScene().lookup("#trace");
            trace.requestFocus();
            Event.fireEvent(trace, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        });
    }

    private Node panel() {
        return stage.getScene().lookup("#tour");
    }

    private String title() {
        return text("tour-title");
    }

    private String text(String id) {
        return ((Labeled) stage.getScene().lookup("#" + id)).getText();
    }

    private Button button(String id) {
        return (Button) stage.getScene().lookup("#" + id);
    }

    private void fire(String id) {
        Windows.until(() -> button(id) != null);
        Windows.inFx(() -> button(id).fire());
    }
}
