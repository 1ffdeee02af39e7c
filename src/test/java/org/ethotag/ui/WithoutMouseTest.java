package org.ethotag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.ethotag.label.Bout;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.flash.UserBench;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.ui.training.Protocol;
import org.ethotag.ui.training.TrainingViewModel;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** What a screen reader meets on every page, and three journeys by the keys of a robot alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutMouseTest {
    /** From any control to any other. */
    private static final int MOST_TABS = 150;

    private static final long LEARNING_SECONDS = 300;
    private static final String CELL = "#cell-teacher-0-0";

    @TempDir
    private static Path folder;

    private WindowJobs jobs;
    private Stage stage;
    private Desktop desktop;

    @BeforeAll
    void openWindow() throws IOException {
        Windows.start();
        SampleStudy.create(folder.resolve("Empty"), "Empty", 0);
        SampleStudy.createRecorded(folder.resolve("Study"), "Study", folder.resolve("raw"));
        jobs = new WindowJobs();
        var settings = new UserSettings(folder.resolve("window.properties"));
        settings.opened(folder.resolve("Empty"));
        stage = Windows.onFx(Stage::new);
        desktop = Windows.onFx(() -> {
            var user = new UserFolder(folder.resolve("user"));
            var sources = new Sources(StudySources::open, StudySources::importFile, new UserBench(user), user);
            var window = new Desktop(stage, jobs, jobs.board(), settings, sources);
            window.show();
            return window;
        });
    }

    @AfterAll
    void closeWindow() {
        Windows.inFx(stage::close);
        jobs.close();
    }

    @Test
    void everyControlOfEveryPageHasANameAndARole() {
        var nameless = new TreeSet<String>();
        check("welcome", nameless);
        for (String study : List.of("Empty", "Study")) {
            open(study);
            for (String page : pages()) {
                Windows.inFx(() -> desktop.see(page));
                Windows.settle();
                check(study + " " + page, nameless);
            }
        }
        assertThat(nameless).isEmpty();
    }

    private void open(String study) {
        Windows.inFx(() -> desktop.open(folder.resolve(study)));
        Windows.until(() -> study.equals(desktop.study().nameProperty().get()));
    }

    private void key(KeyCode code, KeyCode... with) {
        Windows.inFx(() -> {
            var robot = new Robot();
            for (KeyCode modifier : with) {
                robot.keyPress(modifier);
            }
            robot.keyType(code);
            for (KeyCode modifier : with) {
                robot.keyRelease(modifier);
            }
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String focus() {
        return Windows.onFx(() -> {
            Node owner = stage.getScene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    /** Where the tab key leads; what it passes on the way is in the message if it never gets there. */
    private void tabTo(String id) {
        var passed = new ArrayList<String>();
        while (!focus().equals(id)) {
            passed.add(focus());
            assertThat(passed).as("on the way to " + id).hasSizeLessThan(MOST_TABS);
            key(KeyCode.TAB);
        }
    }

    private List<Bout> labels() {
        var project = desktop.study().project().orElseThrow();
        return project.labels(project.sessions().getFirst().id()).bouts();
    }

    @Test
    void aScientistLabelsUndoesAndReachesTheResults() {
        open("Study");
        key(KeyCode.DIGIT2, KeyCode.CONTROL);
        Windows.until(() -> stage.getScene().lookup("#trace") != null);
        Windows.settle();
        var before = labels();
        tabTo("trace");
        key(KeyCode.OPEN_BRACKET);
        key(KeyCode.RIGHT);
        key(KeyCode.RIGHT);
        key(KeyCode.CLOSE_BRACKET);
        key(KeyCode.W);
        Windows.until(() -> !labels().equals(before));
        key(KeyCode.Z, KeyCode.CONTROL);
        Windows.until(() -> labels().equals(before));
        key(KeyCode.DIGIT3, KeyCode.CONTROL);
        Windows.until(() -> stage.getScene()
                .lookup("#go-results")
                .getPseudoClassStates()
                .toString()
                .contains("selected"));
    }

    @Test
    void anEngineerTrainsAndQuantizesAndFieldStaffFlashTheVirtualTag() {
        open("Study");
        key(KeyCode.DIGIT4, KeyCode.CONTROL);
        Windows.until(() -> !desktop.training().heldOut().isEmpty());
        Windows.inFx(
                () -> { // the least that learns at all: the test is about the keys
                    desktop.training().protocolProperty().set(Protocol.HOLD_OUT);
                    desktop.training().teacherSizeProperty().set(TrainingViewModel.TeacherSize.QUARTER);
                    desktop.training().teacherEpochsProperty().set(1);
                    desktop.training().studentEpochsProperty().set(2);
                    desktop.training().hiddenProperty().set(8);
                });
        Windows.settle();
        tabTo("train-start");
        key(KeyCode.SPACE);
        Windows.until(
                LEARNING_SECONDS,
                () -> desktop.study().runs().size() == 2 || !problems().isEmpty());
        assertThat(problems()).isEmpty();
        key(KeyCode.DIGIT5, KeyCode.CONTROL);
        Windows.until(LEARNING_SECONDS, () -> stage.getScene().lookup(CELL) != null);
        tabTo(CELL.substring(1));
        key(KeyCode.SPACE);
        key(KeyCode.DIGIT6, KeyCode.CONTROL);
        reach("quantize");
        key(KeyCode.SPACE);
        Windows.until(LEARNING_SECONDS, () -> desktop.study().runs().size() == 3);
        key(KeyCode.DIGIT7, KeyCode.CONTROL);
        reach("flash");
        key(KeyCode.SPACE);
        Windows.until(LEARNING_SECONDS, () -> !desktop.flash().receipts().isEmpty());
        assertThat(desktop.flash().receipts().getFirst().verified()).isTrue();
    }

    /** Tabs to a button of the page that is seen, as soon as it can be pressed. */
    private void reach(String id) {
        Windows.until(LEARNING_SECONDS, () -> {
            Node button = stage.getScene().lookup("#" + id);
            return button != null && !button.isDisabled();
        });
        Windows.settle();
        tabTo(id);
    }

    private List<String> problems() {
        return Windows.onFx(() -> stage.getScene().getRoot().lookupAll(".problem-what").stream()
                .map(line -> ((Labeled) line).getText())
                .toList());
    }

    private List<String> pages() {
        return Windows.onFx(() -> stage.getScene().getRoot().lookupAll(".rail-button").stream()
                .map(button -> String.valueOf(button.getUserData()))
                .toList());
    }

    private void check(String where, TreeSet<String> nameless) {
        Windows.inFx(() -> {
            var found = new ArrayList<Node>();
            collect(stage.getScene().getRoot(), found);
            for (Node node : found) {
                if (name(node).isBlank() || node.getAccessibleRole() == AccessibleRole.NODE) {
                    nameless.add(where + ": " + described(node));
                }
            }
        });
    }

    /** What the tab key reaches, and every button, whether it is reached or not. */
    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        if (!node.isDisabled() && (node.isFocusTraversable() || node instanceof ButtonBase)) {
            found.add(node);
        }
        if (node instanceof Parent parent && !(node instanceof Spinner<?>)) { // its field speaks with its name
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static String name(Node node) {
        var said = node.getAccessibleText();
        if (said != null && !said.isBlank()) {
            return said;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            return labeled.getText();
        }
        var label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
        return label instanceof Labeled by ? String.valueOf(by.getText()) : "";
    }

    private static String described(Node node) {
        return node.getClass().getSimpleName() + " #" + node.getId() + " " + node.getStyleClass() + " in "
                + (node.getParent() == null
                        ? ""
                        : node.getParent().getStyleClass() + " #"
                                + node.getParent().getId())
                + " role " + node.getAccessibleRole();
    }
}
