package org.ethotag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ethotag.label.Bout;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.flash.NoTags;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.ui.trace.OpenTrace;
import org.ethotag.ui.trace.TimeMap;
import org.ethotag.ui.trace.TraceSource;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on a study of its own, by the controls that people use. */
class DesktopJourneyTest {
    @TempDir
    private Path folder;

    private WindowJobs jobs;
    private UserSettings settings;
    private Stage stage;
    private Desktop desktop;

    @BeforeEach
    void openWindow() {
        Windows.start();
        SampleStudy.create(folder.resolve("Empty"), "Empty", 0);
        SampleStudy.createUnlabelled(folder.resolve("Herd"), "Herd");
        jobs = new WindowJobs();
        settings = new UserSettings(folder.resolve("window.properties"));
        settings.opened(folder.resolve("Herd"));
        stage = Windows.onFx(Stage::new);
        desktop = Windows.onFx(() -> {
            var sources = new Sources(
                    DesktopJourneyTest::trace, StudySources::importFile, NoTags.bench(), new UserFolder(folder));
            var window = new Desktop(stage, jobs, jobs.board(), settings, sources);
            window.show();
            return window;
        });
    }

    @AfterEach
    void closeWindow() {
        Windows.inFx(stage::close);
        jobs.close();
    }

    private static OpenTrace trace(Project project, Session session) {
        var time = TimeMap.steady(session.start(), session.rate());
        var whole = List.of(new SampleRange(0, session.lengthSamples()));
        return new OpenTrace(
                new TraceSource(SampleStudy.trace(session), time, session.zone(), session.rate(), whole), () -> {});
    }

    @Test
    void noPageIsLargerThanTheSmallestWindow() {
        openHerd();
        for (String page : List.of(
                "sessions",
                "label",
                "results",
                "train",
                "compare",
                "quantize",
                "tag",
                "ethogram",
                "safety",
                "history")) {
            Windows.inFx(() -> desktop.see(page));
            assertThat(Windows.onFx(() -> stage.getScene().lookup(".shell").minWidth(-1)))
                    .as(page)
                    .isLessThanOrEqualTo(900);
            assertThat(Windows.onFx(() -> stage.getScene().lookup(".shell").minHeight(900)))
                    .as(page)
                    .isLessThanOrEqualTo(660);
        }
    }

    @Test
    void aKeyLabelsAndUndoTakesItBackOnScreenAndDisk() {
        openHerd();
        go("label");
        type("g");
        Windows.until(() -> labels().equals(List.of(new Bout(new SampleRange(0, 180_000), "grazing"))));
        Windows.until(() -> !button("undo").isDisabled());
        fire("undo");
        Windows.until(() -> labels().isEmpty());
        Windows.until(() -> !button("redo").isDisabled());
        fire("redo");
        Windows.until(() -> labels().size() == 1);
    }

    @Test
    void aClickOnABehaviourLabelsLikeItsKey() {
        openHerd();
        go("label");
        fire("behaviour-walking");
        Windows.until(() -> labels().equals(List.of(new Bout(new SampleRange(0, 180_000), "walking"))));
    }

    @Test
    void shortcutsOfTheDeskWorkWhileTheTraceHasTheFocus() {
        openHerd();
        go("label");
        press(KeyCode.RIGHT, false);
        type("w");
        Windows.until(() -> labels().size() == 1);
        press(KeyCode.HOME, false);
        press(KeyCode.RIGHT, true);
        type("g");
        Windows.until(() -> labels().equals(List.of(new Bout(new SampleRange(1_800, 180_000), "grazing"))));
        press(KeyCode.Z, true);
        Windows.until(() -> labels().equals(List.of(new Bout(new SampleRange(1_800, 180_000), "walking"))));
    }

    @Test
    void importingAFileThroughTheDialogBringsItsSessionAndLabels() throws IOException {
        open("Empty");
        var file = SampleStudy.rawFile(folder.resolve("raw"), 0);
        var _ = WaitForAsyncUtils.asyncFx(() -> desktop.importFiles(List.of(file)));
        Windows.until(() -> importButton() != null && !importButton().isDisabled()); // the preview is there
        Windows.inFx(() -> importButton().fire());
        Windows.until(() -> desktop.study().sessions().size() == 1);
        var row = desktop.study().sessions().getFirst();
        assertThat(List.of(
                        row.session().rate().hertz(), (double) row.session().lengthSamples(), row.labelledFraction()))
                .isEqualTo(List.of(25.0, 45_000.0, 1.0));
    }

    private static Button importButton() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup("#import-go"))
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst()
                .orElse(null);
    }

    @Test
    void theWelcomePageOpensARecentStudy() {
        var recent = Windows.onFx(() -> all(stage.getScene().getRoot()).stream()
                .filter(node -> node.getStyleClass().contains("recent-entry"))
                .map(Button.class::cast)
                .toList());
        assertThat(recent).hasSize(1);
        Windows.inFx(recent.getFirst()::fire);
        Windows.until(() -> desktop.study().nameProperty().get().equals("Herd"));
    }

    @Test
    void emptyPagesLeadOneToTheOtherUntilThereIsSomethingToDo() {
        open("Empty");
        for (var step : List.of(
                List.of("tag", "flash-go-quantize", "quantize"),
                List.of("quantize", "quantize-go-train", "train"),
                List.of("compare", "compare-go-train", "train"),
                List.of("train", "train-go-label", "label"),
                List.of("label", "label-go-import", "sessions"))) {
            go(step.get(0));
            fire(step.get(1));
            assertThat(shownPage()).as(step.get(1)).isEqualTo(step.get(2));
        }
        assertThat(button("import-first").isDisabled()).isFalse();
    }

    @Test
    void noVisibleButtonIsDeadOrNameless() {
        openHerd();
        for (String page : List.of("sessions", "label", "train", "compare", "quantize", "tag")) {
            go(page);
            assertThat(shownButtons()).allSatisfy(button -> {
                assertThat(button.getOnAction())
                        .as("%s on %s does something", button, page)
                        .isNotNull();
                assertThat(nameOf(button))
                        .as("%s on %s has a name", button, page)
                        .isNotBlank();
            });
        }
    }

    @Test
    void theLookIsSwitchedAndRemembered() {
        for (Look next : List.of(Look.DARK, Look.SUN, Look.LIGHT)) {
            fire("look");
            assertThat(stage.getScene().getRoot().getStyleClass())
                    .contains(next.settingName())
                    .doesNotContain(next.next().settingName());
            assertThat(new UserSettings(folder.resolve("window.properties")).look())
                    .isEqualTo(next);
        }
    }

    @Test
    void aProblemIsShownWithItsNextStepAndGoesWhenDismissed() {
        Windows.inFx(() -> desktop.open(folder.resolve("nowhere")));
        Windows.until(() -> !shown("problem-pane").isEmpty());
        assertThat(shown("problem-next")).isNotEmpty();
        Windows.inFx(() -> ((Button) nodes("dismiss").iterator().next()).fire());
        assertThat(shown("problem-pane")).isEmpty();
    }

    private void openHerd() {
        open("Herd");
        go("label");
        Windows.until(() -> stage.getScene().lookup("#behaviour-grazing") != null);
    }

    private void open(String name) {
        Windows.inFx(() -> desktop.open(folder.resolve(name)));
        Windows.until(() -> name.equals(desktop.study().nameProperty().get()));
    }

    private void go(String page) {
        Windows.inFx(() -> ((ButtonBase) stage.getScene().lookup("#go-" + page)).fire());
    }

    private String shownPage() {
        return Windows.onFx(() -> all(stage.getScene().getRoot()).stream()
                .filter(node -> node.getStyleClass().contains("rail-button"))
                .filter(node -> node instanceof ToggleButton toggle && toggle.isSelected())
                .map(node -> String.valueOf(node.getUserData()))
                .collect(Collectors.joining(",")));
    }

    private void type(String key) {
        Windows.inFx(() -> {
            Node trace = stage.getScene().lookup("#trace");
            trace.requestFocus();
            var code = KeyCode.getKeyCode(key.toUpperCase(Locale.ROOT));
            Event.fireEvent(trace, new KeyEvent(KeyEvent.KEY_PRESSED, key, key, code, false, false, false, false));
        });
    }

    private void press(KeyCode code, boolean control) {
        Windows.inFx(() -> {
            Node trace = stage.getScene().lookup("#trace");
            trace.requestFocus();
            Event.fireEvent(trace, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        });
    }

    private List<Bout> labels() {
        return desktop.study()
                .project()
                .map(project -> project.labels("s1").bouts())
                .orElseThrow();
    }

    private Button button(String id) {
        return (Button) stage.getScene().lookup("#" + id);
    }

    private void fire(String id) {
        Windows.inFx(() -> button(id).fire());
    }

    private Set<Node> nodes(String style) {
        return Windows.onFx(() -> stage.getScene().getRoot().lookupAll("." + style));
    }

    /** Those of a style on the page that is seen. */
    private List<Node> shown(String style) {
        return Windows.onFx(() -> stage.getScene().getRoot().lookupAll("." + style).stream()
                .filter(DesktopJourneyTest::isShown)
                .toList());
    }

    private List<Button> shownButtons() {
        return Windows.onFx(() -> all(stage.getScene().getRoot()).stream()
                .filter(node -> node instanceof Button)
                .map(Button.class::cast)
                .filter(DesktopJourneyTest::isShown)
                .toList());
    }

    private static String nameOf(Labeled button) {
        String own = button.getAccessibleText();
        return own == null ? button.getText() : own;
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<Node> all(Parent root) {
        var found = new ArrayList<Node>();
        for (Node child : root.getChildrenUnmodifiable()) {
            found.add(child);
            if (child instanceof Parent parent) {
                found.addAll(all(parent));
            }
        }
        return found;
    }
}
